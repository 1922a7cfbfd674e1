package dev.activations.tornado;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The script of the launcher and the JVM know the same SDKs and the same JDKs for them. */
class SdkRulesTest {
  private static final String SCRIPT =
      """
      . "$ROOT/tornado-kernels/sdk.bash"
      sdk_jdk "$SDK" || exit 0
      for release in 17 21 22 25 26; do
        if sdk_is_whole "$SDK" && sdk_fits "$release"; then printf '%s ' "$release"; fi
      done
      """;

  @ParameterizedTest
  @EnumSource
  void bothKnowWhatEachBuildFits(PretendSdk build, @TempDir Path folder) throws Exception {
    bothTell(build.in(folder), build.releases());
  }

  /** What contradicts itself or is not whole; the JDKs that it fits stand last. */
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          6.0.0-jdk21      | floor=25               | 25 26
          6.0.0-jdk21      | nothing=1              | 21
          6.0.0-jdk21      | floor=x                | 21
          7.0.0            | floor=22 preview=true  | 22
          7.0.0-jdk21-dev  |                        | 21
          7.0.1-jdk22plus-dev |                     | 22 25 26
          6.0.0            |                        |
          6.0.0-jdk        |                        |
          """)
  @ParameterizedTest
  void bothTellTheSameOfOddOnes(String version, String told, String fitting, @TempDir Path folder)
      throws Exception {
    Path sdk = folder.resolve("sdk");
    Path jars = Files.createDirectories(sdk.resolve("share/java/tornado"));
    Files.createFile(jars.resolve("tornado-api-" + version + ".jar"));
    Files.writeString(sdk.resolve("tornado-argfile"), "--module-path .:" + jars + "\n");
    if (told != null) {
      Files.createDirectories(sdk.resolve("etc"));
      Files.writeString(sdk.resolve("etc/tornado.jdk"), told.replace(' ', '\n') + "\n");
    }
    bothTell(sdk, fitting == null ? "" : fitting + " ");
  }

  private static void bothTell(Path sdk, String fitting) throws Exception {
    assertThat(script(sdk)).isEqualTo(fitting);
    assertThat(
            IntStream.of(17, 21, 22, 25, 26)
                .filter(release -> unfit(sdk, release).isEmpty())
                .mapToObj(release -> release + " ")
                .collect(Collectors.joining()))
        .isEqualTo(fitting);
  }

  private static Optional<Installation.Obstacle> unfit(Path sdk, int release) {
    Map<String, String> environment = Map.of("TORNADOVM_HOME", sdk.toString());
    return new Installation(environment, sdk, release).unfit();
  }

  /** A wrong pair says what to install. */
  @Test
  void theJdkToInstallIsTold(@TempDir Path folder) throws Exception {
    Installation.Obstacle exact = unfit(PretendSdk.V6_JDK21.in(folder), 25).orElseThrow();
    assertThat(exact.reason()).contains("this is Java 25", "is for JDK 21 alone");
    assertThat(exact.fix()).contains("install JDK 21 and", "or install a TornadoVM for JDK 25");
    Installation.Obstacle plus = unfit(PretendSdk.V8_JDK22PLUS.in(folder), 17).orElseThrow();
    assertThat(plus.reason()).contains("this is Java 17", "is for JDK 22 or newer");
    assertThat(plus.fix()).contains("install JDK 22 or newer and");
  }

  private static String script(Path sdk) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("/bin/bash", "-c", SCRIPT);
    builder.environment().put("SDK", sdk.toString());
    builder.environment().put("ROOT", System.getProperty("activations.root"));
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
