package dev.activations.tornado;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.Backend;
import dev.activations.BackendException;
import dev.activations.Backends;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In a JVM of its own: a property that makes no sense would be refused to other tests, too. */
class PropertiesTest {
  /** Whatever is opened, also where no device is: nobody finds out later that it was ignored. */
  @Test
  void whatMakesNoSenseIsRefusedInOneLine() throws Exception {
    String large = " to 9223372036854775807, such as 100000, found ";
    assertThat(told())
        .containsExactly(
            "activations.breakEven is a whole number from 0" + large + "'abc'",
            "activations.breakEven is a whole number from 0" + large + "'-1'",
            "cpu",
            "activations.tornado.block is a whole number from 1" + large + "'abc'",
            "activations.tornado.block is a whole number from 1" + large + "'0'",
            "cpu",
            "activations.tornado.fast is true or false, found 'yes'",
            "cpu",
            "cpu");
  }

  private static List<String> told() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Asking.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return told.lines().toList();
  }

  /** Opens the CPU backend with one property after the other, and prints what it says. */
  static final class Asking {
    private Asking() {}

    public static void main(String[] arguments) {
      ask(Properties.BREAK_EVEN, "abc", "-1", "0");
      ask(Properties.BLOCK, "abc", "0", "1");
      ask(Properties.FAST, "yes", "true", "FALSE");
    }

    private static void ask(String property, String... values) {
      for (String value : values) {
        System.setProperty(property, value);
        try (Backend backend = Backends.open("cpu")) {
          System.out.println(backend.name());
        } catch (BackendException refused) {
          System.out.println(refused.getMessage());
        }
      }
      System.clearProperty(property);
    }
  }
}
