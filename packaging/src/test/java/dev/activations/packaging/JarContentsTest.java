package dev.activations.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies in the published jars. */
class JarContentsTest {
  static final List<String> JARS = Published.JARS;

  private static final int JAVA_8 = 52;
  private static final int JAVA_9 = 53;
  private static final int JAVA_17 = 61;

  private static final String DESCRIPTOR = "META-INF/versions/9/module-info.class";

  @ParameterizedTest
  @FieldSource("JARS")
  void licenceAndNoticeAreInEach(String folder) throws IOException {
    for (String kind : new String[] {"", "-sources", "-javadoc"}) {
      try (JarFile jar = open(folder, kind)) {
        for (String file : new String[] {"LICENSE", "NOTICE"}) {
          assertThat(text(jar, "META-INF/" + file))
              .as("%s of %s", file, jar.getName())
              .isEqualTo(Files.readString(Published.ROOT.resolve(file)));
        }
      }
    }
  }

  @ParameterizedTest
  @FieldSource("JARS")
  void metaInfHasNothingElse(String folder) throws IOException {
    String maven = "META-INF/maven/dev.activations/activations-" + folder;
    List<String> expected =
        new ArrayList<>(
            List.of(
                "META-INF/LICENSE",
                "META-INF/MANIFEST.MF",
                "META-INF/NOTICE",
                maven + "/pom.properties",
                maven + "/pom.xml",
                DESCRIPTOR));
    if (!folder.equals("api")) {
      expected.add("META-INF/services/dev.activations.BackendProvider");
    }
    try (JarFile jar = open(folder, "")) {
      assertThat(
              jar.stream()
                  .map(JarEntry::getName)
                  .filter(name -> name.startsWith("META-INF/") && !name.endsWith("/"))
                  .collect(Collectors.toList()))
          .containsExactlyInAnyOrderElementsOf(expected);
      assertThat(jar.getManifest().getMainAttributes().getValue("Multi-Release")).isEqualTo("true");
    }
  }

  /** Sources of the loops that are generated are there, too: a debugger steps into them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "api:dev/activations/Backend.java",
        "cpu-fallback:dev/activations/cpu/CpuBackend.java",
        "cpu-fallback:dev/activations/cpu/portable/GeneratedRows.java",
        "tornado-kernels:dev/activations/tornado/kernels/ElementwiseKernels.java"
      })
  void sources(String file) throws IOException {
    String[] parts = file.split(":", 2);
    try (JarFile jar = open(parts[0], "-sources")) {
      assertThat(jar.getEntry(parts[1])).as(file).isNotNull();
    }
  }

  @Test
  void javadocIsOfWhatIsMeantForOthers() throws IOException {
    try (JarFile jar = open("api", "-javadoc")) {
      assertThat(text(jar, "dev/activations/Backends.html")).contains("Opens a backend");
      assertThat(text(jar, "element-list").lines())
          .containsExactlyInAnyOrder("dev.activations", "dev.activations.catalogue");
    }
    try (JarFile jar = open("cpu-fallback", "-javadoc")) {
      assertThat(text(jar, "element-list").lines()).containsExactly("dev.activations.cpu");
    }
    try (JarFile jar = open("tornado-kernels", "-javadoc")) {
      assertThat(text(jar, "element-list").lines())
          .containsExactlyInAnyOrder(
              "dev.activations.tornado",
              "dev.activations.tornado.functions",
              "dev.activations.tornado.kernels");
    }
  }

  @Test
  void javaEightReadsTheApi() throws IOException {
    assertThat(versions("api"))
        .isEqualTo(
            Map.of(
                JAVA_8,
                Set.of("dev/activations", "dev/activations/catalogue"),
                JAVA_9,
                Set.of("META-INF/versions/9")));
  }

  /** A package in two jars is none that the module path takes. */
  @Test
  void noPackageIsInTwoJars() throws IOException {
    Set<String> all = new TreeSet<>();
    for (String folder : JARS) {
      Set<String> packages = new TreeSet<>();
      versions(folder).values().forEach(packages::addAll);
      packages.remove("META-INF/versions/9");
      assertThat(packages).as(folder).isNotEmpty().noneMatch(all::contains);
      all.addAll(packages);
    }
  }

  /** Nothing that Java 8 may load is newer; what is newer is loaded by name, behind a question. */
  @Test
  void javaEightReadsTheCpu() throws IOException {
    Map<Integer, Set<String>> packages = versions("cpu-fallback");

    assertThat(packages.keySet()).containsExactlyInAnyOrder(JAVA_8, JAVA_9, JAVA_17);
    assertThat(packages.get(JAVA_9))
        .containsExactlyInAnyOrder("META-INF/versions/9", "dev/activations/cpu/plain");
    assertThat(packages.get(JAVA_17)).containsExactly("dev/activations/cpu/simd");
    assertThat(packages.get(JAVA_8)).contains("dev/activations/cpu");
  }

  @Test
  void theDevicesAreForJavaSeventeen() throws IOException {
    assertThat(versions("tornado-kernels").keySet()).containsExactlyInAnyOrder(JAVA_9, JAVA_17);
  }

  /** The packages of each version of class files. */
  private static Map<Integer, Set<String>> versions(String folder) throws IOException {
    Map<Integer, Set<String>> packages = new TreeMap<>();
    try (JarFile jar = open(folder, "")) {
      for (JarEntry entry : jar.stream().collect(Collectors.toList())) {
        String name = entry.getName();
        if (name.endsWith(".class")) {
          try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
            assertThat(in.readInt()).isEqualTo(0xCAFEBABE);
            in.readUnsignedShort();
            packages
                .computeIfAbsent(in.readUnsignedShort(), version -> new TreeSet<>())
                .add(name.substring(0, name.lastIndexOf('/')));
          }
        }
      }
    }
    return packages;
  }

  private static JarFile open(String folder, String kind) throws IOException {
    Path jar = Published.jar(folder, kind);
    assertThat(jar).isRegularFile();
    return new JarFile(jar.toFile());
  }

  private static String text(JarFile jar, String name) throws IOException {
    JarEntry entry = jar.getJarEntry(name);
    assertThat(entry).as("%s in %s", name, jar.getName()).isNotNull();
    return new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
  }
}
