package dev.activations.tornado;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script of the launcher and the JVM know the same SDKs and the same JDKs for them. */
class SdkRulesTest {
  private static final String SCRIPT =
      """
      . "$ROOT/tornado-kernels/sdk.bash"
      sdk_jdk "$SDK" || exit 0
      for release in 17 21 22 23 25 26; do
        if sdk_is_whole "$SDK" && sdk_fits "$release"; then printf '%s ' "$release"; fi
      done
      """;

  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          5.2.0-jdk21     |                        | 21
          5.2.0-jdk25     |                        | 25
          6.0.0-jdk21     | floor=21 preview=true  | 21
          6.0.0-jdk22plus | floor=22 preview=false | 22 23 25 26
          8.0.0-jdk22plus |                        | 22 23 25 26
          7.0.0           | floor=23               | 23 25 26
          6.0.0-jdk21     | floor=25               | 25 26
          6.0.0-jdk21     | nothing=1              | 21
          6.0.0           |                        |
          """)
  @ParameterizedTest
  void bothTellTheSame(String version, String told, String expected, @TempDir Path folder)
      throws Exception {
    Path sdk = sdk(folder.resolve("sdk"), version, told);
    String fitting = expected == null ? "" : expected + " ";
    assertThat(script(sdk)).isEqualTo(fitting);
    StringBuilder java = new StringBuilder();
    for (int release : new int[] {17, 21, 22, 23, 25, 26}) {
      String reason =
          new Installation(Map.of("TORNADOVM_HOME", sdk.toString()), folder, release)
              .obstacle()
              .reason();
      if (reason.contains("without TornadoVM's options")) {
        java.append(release).append(' ');
      }
    }
    assertThat(java.toString()).isEqualTo(fitting);
  }

  /** Without java.library.path, as from TornadoVM 7 on. */
  private static Path sdk(Path sdk, String version, String told) throws IOException {
    Path jars = Files.createDirectories(sdk.resolve("share/java/tornado"));
    Files.createFile(jars.resolve("tornado-api-" + version + ".jar"));
    Files.writeString(sdk.resolve("tornado-argfile"), "--module-path .:" + jars + "\n");
    if (told != null) {
      Files.createDirectories(sdk.resolve("etc"));
      Files.writeString(sdk.resolve("etc/tornado.jdk"), told.replace(' ', '\n') + "\n");
    }
    return sdk;
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
