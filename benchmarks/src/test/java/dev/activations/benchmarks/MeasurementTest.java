package dev.activations.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.activations.benchmarks.timing.Cell;
import dev.activations.benchmarks.timing.Effort;
import dev.activations.measuring.work.Shape;
import dev.activations.measuring.work.Work;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Both ends of the pipe, without the pipe. */
class MeasurementTest {
  private static String answers(String questions) throws IOException {
    ByteArrayOutputStream answers = new ByteArrayOutputStream();
    Measurement.serve(
        1,
        new Effort(1, 0, 0),
        new BufferedReader(new StringReader(questions)),
        new PrintStream(answers, true, StandardCharsets.UTF_8));
    return answers.toString(StandardCharsets.UTF_8);
  }

  private static MeasuringClient client(String answers) {
    return new MeasuringClient(
        new PrintWriter(new StringWriter()), new BufferedReader(new StringReader(answers)));
  }

  @Test
  void aQuestionGetsItsCell() throws IOException {
    Work work = Work.parse("relu/derivative");
    Shape shape = new Shape(3, 7);
    MeasuringClient client = client("what a library prints\n" + answers(work + "\t" + shape));
    Cell cell = client.measure(work, shape);
    assertThat(cell.work()).isEqualTo(work);
    assertThat(cell.shape()).isEqualTo(shape);
    assertThat(cell.threads()).isEqualTo(1);
    assertThat(client.who().get("ours")).contains("pure Java, 1 thread");
  }

  @Test
  void aFailureCrossesThePipe() throws IOException {
    MeasuringClient client = client(answers("sillu\t1x1"));
    assertThatThrownBy(() -> client.measure(Work.parse("silu"), new Shape(1, 1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("sillu");
  }

  @Test
  void anEndThatIsGoneIsSaid() {
    assertThatThrownBy(() -> client("").measure(Work.parse("silu"), new Shape(1, 1)))
        .hasMessage("the measuring JVM ended at silu on 1x1: its stderr says why");
  }
}
