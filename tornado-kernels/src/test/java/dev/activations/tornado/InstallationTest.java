package dev.activations.tornado;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a JVM has no TornadoVM, each case with its own reason and a fix. */
class InstallationTest {
  @TempDir Path home;

  private Installation.Obstacle obstacle(Map<String, String> environment, int java) {
    return new Installation(environment, home, java).obstacle();
  }

  private Path sdk(String folder) throws IOException {
    Path sdk = home.resolve(folder);
    Path jars = Files.createDirectories(sdk.resolve("share/java/tornado"));
    Files.createFile(jars.resolve("tornado-api-5.2.0-jdk25.jar"));
    Files.createFile(sdk.resolve("tornado-argfile"));
    return sdk;
  }

  @Test
  void nothingInstalled() {
    Installation.Obstacle obstacle = obstacle(Map.of(), 25);
    assertThat(obstacle.reason()).contains("not installed", ".sdkman");
    assertThat(obstacle.fix()).contains("sdk install tornadovm", "TORNADOVM_HOME");
  }

  @Test
  void theVariableNamesNoFolder() {
    Installation.Obstacle obstacle = obstacle(Map.of("TORNADOVM_HOME", "/no/such/folder"), 25);
    assertThat(obstacle.reason()).contains("TORNADOVM_HOME is /no/such/folder", "no folder");
  }

  @Test
  void theFolderIsNoSdk() {
    Installation.Obstacle obstacle = obstacle(Map.of("TORNADOVM_HOME", home.toString()), 25);
    assertThat(obstacle.reason()).contains(home.toString(), "no tornado-argfile");
  }

  @Test
  void theJvmIsOfAnotherRelease() throws IOException {
    Path sdk = sdk("sdk");
    Installation.Obstacle obstacle = obstacle(Map.of("TORNADOVM_HOME", sdk.toString()), 17);
    assertThat(obstacle.reason()).contains("this is Java 17", "for JDK 25");
    assertThat(obstacle.fix()).contains("JDK 25", "@" + sdk);
  }

  @Test
  void theJvmWasStartedWithoutItsOptions() throws IOException {
    sdk(".sdkman/candidates/tornadovm/current");
    Installation.Obstacle obstacle = obstacle(Map.of(), 25);
    assertThat(obstacle.reason()).contains("without TornadoVM's options");
    assertThat(obstacle.fix()).contains("tornado-argfile", "./activations");
  }

  @Test
  void turkishLettersAreTold() {
    assertThat(Installation.foreignLetters(Locale.forLanguageTag("tr-TR")).orElseThrow().fix())
        .contains("-Duser.language=en");
    assertThat(Installation.foreignLetters(Locale.forLanguageTag("az"))).isPresent();
    assertThat(Installation.foreignLetters(Locale.GERMANY)).isEmpty();
    assertThat(Installation.foreignLetters(Locale.forLanguageTag("ar-EG"))).isEmpty();
  }

  @Test
  void theSdkWasMoved() throws IOException {
    Path sdk = sdk("moved");
    Files.writeString(sdk.resolve("tornado-argfile"), "-server\n-Djava.library.path=/old/lib\n");
    Installation.Obstacle obstacle = obstacle(Map.of("TORNADOVM_HOME", sdk.toString()), 25);
    assertThat(obstacle.reason()).contains("/old/lib", "the SDK was moved");
    assertThat(obstacle.fix()).contains("generate-argfile");
  }

  @Test
  void coloursOfATerminalAreTakenOut() {
    assertThat(
            Installation.Obstacle.of(new IllegalStateException("\u001b[31mred\u001b[0m")).reason())
        .endsWith(": red");
  }

  @Test
  void failuresOfTheStartAreTold() {
    assertThat(Installation.Obstacle.of(new InternalError("JVMCI is not enabled")).reason())
        .contains("without JVMCI");
    Error noPlatform =
        new ExceptionInInitializerError(new RuntimeException("No OpenCL platforms found"));
    assertThat(Installation.Obstacle.of(noPlatform).reason())
        .contains("no driver offers a device", "No OpenCL platforms");
    assertThat(Installation.Obstacle.of(noPlatform).fix()).contains("pocl-opencl-icd");
    assertThat(Installation.Obstacle.of(new UnsatisfiedLinkError("no tornado-ptx")).reason())
        .contains("native library", "tornado-ptx");
    assertThat(Installation.Obstacle.of(new NoClassDefFoundError("x/Y")).reason())
        .contains("classes are missing", "x/Y");
    assertThat(Installation.Obstacle.of(new IllegalStateException("odd")).reason())
        .contains("IllegalStateException: odd");
    assertThat(Installation.Obstacle.of(new IllegalStateException()).reason())
        .contains("IllegalStateException");
  }
}
