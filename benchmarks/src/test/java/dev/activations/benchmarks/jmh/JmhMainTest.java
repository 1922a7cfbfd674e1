package dev.activations.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The command up to where it would start to measure. */
@Isolated("it takes stderr")
class JmhMainTest {
  private static void assertSays(int status, String line, String... args) throws Exception {
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      assertThat(JmhMain.run(args)).isEqualTo(status);
    } finally {
      System.setErr(err);
    }
    assertThat(said.toString(StandardCharsets.UTF_8)).startsWith(line).hasLineCount(1);
  }

  @Test
  void devicesAreLeftOutWithTheReasonWhereThereAreNone() throws Exception {
    assertSays(0, "jmh: without tornado: ", "-p", "work=silu", "-p", "contender=tornado");
    assertSays(0, "jmh: without tornado:x:1: ", "-p", "work=silu", "-p", "contender=tornado:x:1");
  }

  @Test
  void wrongUsageIsOneLine() throws Exception {
    assertSays(2, "jmh: no contender is called nobody", "-p", "contender=nobody");
    assertSays(2, "jmh: ", "-p", "work=sillu");
    assertSays(2, "jmh: ", "--nothing");
  }
}
