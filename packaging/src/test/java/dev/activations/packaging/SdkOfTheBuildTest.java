package dev.activations.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Our own build beside SDKs of any version: it takes the one that fits, and says why it does not.
 */
@EnabledIfSystemProperty(named = "activations.thorough", matches = "true")
class SdkOfTheBuildTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          5.2.0-jdk%d     | | with
          7.0.1-jdk17plus | | with
          6.0.0-jdk99     | | skipped: this is Java %d, SDK is for JDK 99 alone; install JDK 99 and
          8.0.0-jdk98plus | | skipped: this is Java %d, SDK is for JDK 98 or newer; install JDK 98 or
          8.0.0           | -Dtornado.skip=true | skipped, as -Dtornado.skip asks
          5.2.0-jdk%d     | -DskipTests | skipped, as -DskipTests asks
          5.2.0-jdk%d     | -Dmaven.test.skip=true | skipped, as -Dmaven.test.skip asks
          8.0.0           | | skipped: SDK does not tell which JDK it is for: expected -jdkNN or
          """)
  void testsOnDevicesNeedAnSdkThatFits(String version, String option, String expected)
      throws Exception {
    String release = Integer.toString(Runtime.version().feature());
    Path sdk = Files.createDirectories(folder.resolve("sdk")).toRealPath();
    Path jars = Files.createDirectories(sdk.resolve("share/java/tornado"));
    Files.createFile(jars.resolve("tornado-api-" + version.replace("%d", release) + ".jar"));
    Files.writeString(sdk.resolve("tornado-argfile"), "--module-path .:" + jars + "\n");

    String printed =
        Maven.run(
            sdk,
            Published.ROOT,
            "-pl",
            "tornado-kernels",
            option == null ? "-Dany=none" : option,
            "-Dmaven.repo.local=" + System.getProperty("maven.repository"),
            "build-helper:bsh-property@sdk-of-this-machine");

    assertThat(printed.lines().filter(line -> line.contains("tests on devices: ")))
        .singleElement()
        .asString()
        .contains(
            "tests on devices: "
                + expected.replace("%d", release).replace("SDK", sdk.toString())
                + (expected.equals("with") ? " " + sdk : ""));
  }
}
