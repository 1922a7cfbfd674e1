package dev.activations.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Our Maven, offline, with the JDK of the tests, beside an SDK of TornadoVM or what looks like one.
 */
final class Maven {
  private Maven() {}

  /** Runs it; what it printed. */
  static String run(Path sdk, Path project, String... words)
      throws IOException, InterruptedException {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    List<String> command = new ArrayList<>();
    command.add(Published.ROOT.resolve(windows ? "mvnw.cmd" : "mvnw").toString());
    command.addAll(List.of("-B", "-o", "-f", project.resolve("pom.xml").toString()));
    command.addAll(List.of(words));
    return ChildProcess.run(
        command,
        Map.of(
            "JAVA_HOME",
            System.getProperty("java.home"),
            "MAVEN_OPTS",
            "",
            "TORNADOVM_HOME",
            sdk.toString()));
  }
}
