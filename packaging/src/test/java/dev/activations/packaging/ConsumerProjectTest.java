package dev.activations.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Maven project of somebody else: its POM, our artifacts in a repository, and no network. */
class ConsumerProjectTest {
  private static final Path PROJECT = Published.ROOT.resolve("packaging/src/test/consumer");

  @TempDir Path folder;

  @Test
  void computesAndGetsNothingOfOurBuild() throws Exception {
    Path repository = folder.resolve("repository");
    install(repository, "bom");
    install(repository, "api");
    install(repository, "cpu-fallback");
    install(repository, "tornado-kernels");
    Path project = copyProject();

    String printed = maven(project, repository);

    assertThat(printed.split(Pattern.quote("consumer of the CPU computes"), -1)).hasSize(2);
    Program.check(printed, "consumer of the devices computes", "found tornado");
    assertThat(dependencies(project, "cpu"))
        .containsExactlyInAnyOrder(
            "dev.activations:activations-api:jar:" + Published.VERSION + ":compile",
            "dev.activations:activations-cpu-fallback:jar:" + Published.VERSION + ":compile",
            "org.apache.commons:commons-numbers-core:jar:1.3:compile",
            "org.apache.commons:commons-numbers-fraction:jar:1.3:compile",
            "org.apache.commons:commons-numbers-gamma:jar:1.3:compile",
            "org.jspecify:jspecify:jar:1.0.0:compile");
    assertThat(dependencies(project, "device"))
        .containsExactlyInAnyOrder(
            "dev.activations:activations-api:jar:" + Published.VERSION + ":compile",
            "dev.activations:activations-cpu-fallback:jar:" + Published.VERSION + ":runtime",
            "dev.activations:activations-tornado-kernels:jar:" + Published.VERSION + ":compile",
            "org.apache.commons:commons-numbers-core:jar:1.3:compile",
            "org.apache.commons:commons-numbers-fraction:jar:1.3:compile",
            "org.apache.commons:commons-numbers-gamma:jar:1.3:compile",
            "org.jspecify:jspecify:jar:1.0.0:compile");
  }

  /** As an installation lays files out. */
  private static void install(Path repository, String name) throws IOException {
    String artifact = "activations-" + name;
    Path target =
        Files.createDirectories(
            repository.resolve("dev/activations/" + artifact + "/" + Published.VERSION));
    String file = artifact + "-" + Published.VERSION;
    Files.copy(Published.pom(name), target.resolve(file + ".pom"));
    if (!name.equals("bom")) {
      Files.copy(Published.jar(name, ""), target.resolve(file + ".jar"));
    }
  }

  /** Our version and those of plugins that this build has downloaded. */
  private Path copyProject() throws IOException {
    Path project = folder.resolve("project");
    for (String file :
        List.of(
            "pom.xml",
            "cpu/pom.xml",
            "cpu/src/main/java/consumer/Main.java",
            "device/pom.xml",
            "device/src/main/java/consumer/Main.java")) {
      String text =
          Files.readString(PROJECT.resolve(file)).replace("@activations@", Published.VERSION);
      for (String plugin :
          List.of(
              "maven-compiler-plugin",
              "maven-resources-plugin",
              "maven-dependency-plugin",
              "exec-maven-plugin")) {
        text = text.replace("@" + plugin + "@", versionOf(plugin));
      }
      Path copy = project.resolve(file);
      Files.createDirectories(copy.getParent());
      Files.writeString(copy, text);
    }
    return project;
  }

  private static String versionOf(String plugin) throws IOException {
    Matcher matcher =
        Pattern.compile("<artifactId>" + plugin + "</artifactId>\\s*<version>([^<]+)</version>")
            .matcher(Files.readString(Published.ROOT.resolve("pom.xml")));
    assertThat(matcher.find()).as("the version of %s in pom.xml", plugin).isTrue();
    return matcher.group(1);
  }

  /**
   * Offline, with what this build has downloaded behind our artifacts, beside an SDK that is none.
   */
  private String maven(Path project, Path repository) throws Exception {
    Path sdk = Files.createDirectories(folder.resolve("sdk"));
    Files.writeString(sdk.resolve("tornado-argfile"), "");
    return Maven.run(
        sdk,
        project,
        "-Dmaven.repo.local=" + repository,
        "-Dmaven.repo.local.tail=" + System.getProperty("maven.repository"),
        "process-classes");
  }

  private static List<String> dependencies(Path project, String module) throws IOException {
    List<String> found = new ArrayList<>();
    for (String line : Files.readAllLines(project.resolve(module + "/target/dependencies.txt"))) {
      Matcher matcher = Pattern.compile("\\S+:\\S+:jar:\\S+:\\w+").matcher(line);
      if (matcher.find()) {
        found.add(matcher.group());
      }
    }
    return found;
  }
}
