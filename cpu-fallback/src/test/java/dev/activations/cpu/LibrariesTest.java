package dev.activations.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.BackendException;
import dev.activations.BackendInfo;
import dev.activations.Backends;
import dev.activations.Tensor;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What computes where, and that it says why. Tells this JVM that it is older, so it runs alone. */
@Isolated
class LibrariesTest {
  private static final String JAVA = "java.specification.version";
  private static final String VECTORS = "--add-modules=jdk.incubator.vector";

  private final String java = System.getProperty(JAVA);

  @BeforeEach
  void chooseAsTheJvmIs() {
    Libraries.chosen();
  }

  @AfterEach
  void restore() {
    System.setProperty(JAVA, java);
  }

  @Test
  void aPathCanBeNamed() {
    Libraries plain = Libraries.choose("plain");
    assertThat(plain.description()).isEqualTo("plain loops, as activations.cpu.path says");
    assertThat(plain.plain().getClass().getSimpleName()).isEqualTo("PlainLibrary");
    assertThat(plain.simd()).isNull();
    Libraries portable = Libraries.choose("portable");
    assertThat(portable.description()).isEqualTo("portable loops, as activations.cpu.path says");
    assertThat(portable.plain().getClass().getSimpleName()).isEqualTo("PortableLibrary");
    assertThat(portable.simd()).isNull();
    Libraries simd = Libraries.choose("simd");
    assertThat(simd.description()).matches("SIMD of \\d+ bits, as activations.cpu.path says");
    assertThat(simd.simd().getClass().getSimpleName()).isEqualTo("SimdLibrary");
    assertThat(simd.always()).as("before it is known to be faster").isTrue();
  }

  @Test
  void automaticNeverTakesVectorsBeforeTheyAreKnownToBeFaster() {
    Libraries automatic = Libraries.choose("auto");
    assertThat(automatic.always()).isFalse();
    assertThat(automatic.description())
        .containsAnyOf("plain loops until it is compiled", "has no fma instruction");
  }

  @Test
  void anOldJavaFallsBackAndSaysWhatWouldBeFaster() {
    System.setProperty(JAVA, "1.8");
    Libraries eight = Libraries.choose("auto");
    assertThat(eight.description())
        .isEqualTo("portable loops: Java 8 has no fma; Java 9 is several times as fast");
    assertThat(eight.plain().getClass().getSimpleName()).isEqualTo("PortableLibrary");
    System.setProperty(JAVA, "11");
    Libraries eleven = Libraries.choose("auto");
    assertThat(eleven.description())
        .containsAnyOf("SIMD needs Java 17, this is 11", "has no fma instruction");
    assertThat(eleven.simd()).isNull();
  }

  @Test
  void anOldJavaRefusesWhatItCannotRun() {
    System.setProperty(JAVA, "1.8");
    assertThatThrownBy(() -> Libraries.choose("plain"))
        .isInstanceOf(BackendException.class)
        .hasMessage("activations.cpu.path is plain, which needs Java 9 or later");
    System.setProperty(JAVA, "16");
    assertThatThrownBy(() -> Libraries.choose("simd"))
        .isInstanceOf(BackendException.class)
        .hasMessage(
            "activations.cpu.path is simd, which needs Java 17 or later, started with"
                + " --add-modules jdk.incubator.vector");
  }

  @Test
  void aWrongPathIsNamed() {
    assertThatThrownBy(() -> Libraries.choose("fast"))
        .isInstanceOf(BackendException.class)
        .hasMessage("activations.cpu.path is auto, simd, plain or portable, found 'fast'");
  }

  @Test
  void everybodyWhoAsksIsToldWhatIsWrong() throws Exception {
    String path = "activations.cpu.path is auto, simd, plain or portable, found 'fast'";
    assertThat(ChildJvm.run(Asking.class, "-Dactivations.cpu.path=fast")).isEqualTo(refused(path));
    String bits = "activations.cpu.vectorBits is 64, 128, 256 or 512, found '100'";
    assertThat(
            ChildJvm.run(
                Asking.class,
                VECTORS,
                "-Dactivations.cpu.path=simd",
                "-Dactivations.cpu.vectorBits=100"))
        .isEqualTo(refused(bits));
    assertThat(ChildJvm.run(Asking.class, "-Dactivations.cpu.vectorBits=100"))
        .as("also where no vector is used")
        .isEqualTo(refused(bits));
    String module =
        "activations.cpu.path is simd, which needs Java 17 or later, started with --add-modules"
            + " jdk.incubator.vector";
    assertThat(ChildJvm.run(Asking.class, "-Dactivations.cpu.path=simd"))
        .isEqualTo(refused(module));
  }

  private static String refused(String reason) {
    return String.format(
        Locale.ROOT,
        "cpu: %1$s; correct the system property, or leave it out%n%1$s%n%1$s%n",
        reason);
  }

  @Test
  void withoutVectorsTheOptionForThemIsSaid() throws Exception {
    assertThat(ChildJvm.run(Asking.class))
        .containsAnyOf(
            "plain loops: for SIMD start java with --add-modules jdk.incubator.vector",
            "has no fma instruction")
        .endsWith(String.format(Locale.ROOT, "0.0%n"));
  }

  /** Lists the CPU backend, opens it twice, and prints what it says. */
  static final class Asking {
    private Asking() {}

    public static void main(String[] arguments) {
      List<BackendInfo> all = Backends.list();
      all.stream()
          .filter(info -> info.selector().equals("cpu"))
          .forEach(
              info ->
                  System.out.println(
                      info.isUsable() ? info : "cpu: " + info.reason() + "; " + info.fix()));
      for (int i = 0; i < 2; i++) {
        try (Backend cpu = Backends.open("cpu");
            Tensor x = cpu.allocate(1, 1)) {
          cpu.forward(Activation.SILU, x, x);
          System.out.println(x.toArray()[0]);
        } catch (BackendException refused) {
          System.out.println(refused.getMessage());
        }
      }
    }
  }
}
