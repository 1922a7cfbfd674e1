package dev.activations.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.benchmarks.jvm.ChildJvm;
import dev.activations.benchmarks.jvm.CpuPath;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The command up to where it would start to measure. */
@Isolated("it takes stdout and stderr")
class RatiosTest {
  private record Run(int status, String out, String err) {}

  private static Run run(String... args) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream newOut = new ByteArrayOutputStream();
    ByteArrayOutputStream newErr = new ByteArrayOutputStream();
    System.setOut(new PrintStream(newOut, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(newErr, true, StandardCharsets.UTF_8));
    try {
      int status = Ratios.run(args);
      return new Run(
          status, newOut.toString(StandardCharsets.UTF_8), newErr.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private static void assertWrong(String message, String... args) {
    Run run = run(args);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith("ratios: ").contains(message).hasLineCount(1);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void wrongUsageIsOneLine() {
    assertWrong("--funtions", "--funtions", "silu");
    assertWrong("silu", "--functions", "sillu");
    assertWrong("--shapes takes ROWSxCOLUMNS, such as 1024x768, found '1024'", "--shapes", "1024");
    assertWrong("found none", "--threads", "none");
    assertWrong("--path", "--path", "fast");
    assertWrong("found -1 rounds", "--rounds", "-1");
  }

  @Test
  void helpNamesTheOptions() {
    Run run = run("--help");
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("--functions", "--shapes", "--threads", "--path", "--rounds", "--quick", "--out");
  }

  @Test
  void thePathOfTheBackendBecomesAProperty() {
    assertThat(ChildJvm.flags(CpuPath.PLAIN)).contains("-Xmx8g", "-Dactivations.cpu.path=plain");
    assertThat(ChildJvm.flags(CpuPath.AUTO)).noneMatch(flag -> flag.contains("cpu.path"));
  }

  @Test
  void aFirstCallSaysHowLongItTook() {
    PrintStream out = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      FirstCall.main(new String[] {"ours", "silu", "4x8", "1"});
    } finally {
      System.setOut(out);
    }
    assertThat(said.toString(StandardCharsets.UTF_8)).matches("first call, ns: \\d+\\R");
  }
}
