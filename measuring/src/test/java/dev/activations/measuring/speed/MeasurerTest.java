package dev.activations.measuring.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.Backends;
import dev.activations.DeviceTimes;
import dev.activations.Pipeline;
import dev.activations.RowOperation;
import dev.activations.Step;
import dev.activations.Tensor;
import dev.activations.measuring.results.CopyLimit;
import dev.activations.measuring.results.Measurement;
import dev.activations.measuring.work.Cell;
import dev.activations.measuring.work.Direction;
import dev.activations.measuring.work.Shape;
import dev.activations.measuring.work.Work;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a measuring process does, in this JVM. */
class MeasurerTest {
  private static final Job JOB = new Job("cpu", 1, new Pace(4, 200, 2, 3), List.of());

  @ParameterizedTest
  @CsvSource({
    "silu, FORWARD, 8",
    "silu, DERIVATIVE, 8",
    "silu, BACKWARD, 12",
    "softmax, FORWARD, 8",
    "softmax, BACKWARD, 12",
    "log_softmax, BACKWARD, 12",
    "logsumexp, FORWARD, 4",
    "logsumexp, BACKWARD, 8"
  })
  void everyDirectionIsCheckedAndTimed(String function, Direction direction, int bytes) {
    try (Backend cpu = Backends.open("cpu")) {
      Measurer measurer = new Measurer(cpu, false, JOB);
      Cell cell = new Cell(new Work(Step.parse(function), direction), new Shape(300, 100));
      Measurement first = measurer.measure(cell);
      assertThat(first.failure()).isNull();
      assertThat(first.accuracy().good()).isTrue();
      assertThat(first.accuracy().inputs()).isGreaterThanOrEqualTo(3);
      assertThat(first.firstCall()).isPositive();
      assertThat(first.compilation()).isNull();
      assertThat(first.kernel()).isNull();
      assertThat(first.bytes() / 30_000).isEqualTo(bytes);
      assertThat(first.endToEnd().samples()).isGreaterThanOrEqualTo(3);
      assertThat(first.rate())
          .isCloseTo(first.bytes() / first.endToEnd().median() * 1e-9, within(1e-9));
      assertThat(measurer.measure(cell).firstCall()).as("a second time").isNull();
    }
  }

  /** A device that computes on the CPU, tells what its driver counts, and may spoil results. */
  private record Device(Backend cpu, float error) implements Backend {
    @Override
    public String name() {
      return "device";
    }

    @Override
    public String description() {
      return "a device";
    }

    @Override
    public Tensor allocate(long rows, long columns) {
      return cpu.allocate(rows, columns);
    }

    @Override
    public void run(Pipeline pipeline, Tensor x, Tensor y) {
      cpu.run(pipeline, x, y);
      if (error != 0) {
        float[] wrong = y.toArray();
        wrong[0] += error;
        y.copyFrom(wrong);
      }
    }

    @Override
    public void backward(Activation f, Tensor x, Tensor dy, Tensor dx) {
      throw new UnsupportedOperationException("no backward");
    }

    @Override
    public void backward(RowOperation f, Tensor saved, Tensor dy, Tensor dx) {
      cpu.backward(f, saved, dy, dx);
    }

    @Override
    public Optional<DeviceTimes> profile(Runnable calls) {
      calls.run();
      return Optional.of(new DeviceTimes(4_000, 2_000, 0, 30, 40));
    }

    @Override
    public void close() {
      cpu.close();
    }
  }

  @Test
  void aDevicesTimesAreApart() {
    try (Backend device = new Device(Backends.open("cpu"), 0)) {
      Measurer measurer = new Measurer(device, true, JOB);
      Measurement tanh = measurer.measure(Cell.parse("tanh 10x100"));
      assertThat(tanh.kernel().median()).isCloseTo(4e-6, within(1e-15));
      assertThat(tanh.copyIn().median()).isCloseTo(2e-6, within(1e-15));
      assertThat(tanh.copyOut()).as("the driver counts none").isNull();
      assertThat(tanh.compilation().byDriver()).isCloseTo(40e-9, within(1e-15));
      assertThat(tanh.rate()).as("the kernel's").isCloseTo(8000 / 4e-6 * 1e-9, within(1e-9));
      CopyLimit copy = measurer.copy(new Shape(10, 100));
      assertThat(copy.bytes()).isEqualTo(8000);
      assertThat(tanh.beside(copy).shareOfCopy()).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void whatIsWrongIsNotTimed() {
    try (Backend device = new Device(Backends.open("cpu"), 0.5f)) {
      Measurer measurer = new Measurer(device, true, JOB);
      for (String function : new String[] {"tanh", "softmax"}) {
        Measurement wrong = measurer.measure(Cell.parse(function + " 10x100"));
        assertThat(wrong.failure()).startsWith("wrong results, not timed: x = ");
        assertThat(wrong.accuracy().good()).isFalse();
        assertThat(wrong.accuracy().maxUlp()).isGreaterThan(1000);
        assertThat(wrong.endToEnd()).isNull();
      }
      float nan = Float.NaN;
      try (Backend none = new Device(Backends.open("cpu"), nan)) {
        Measurement wrong = new Measurer(none, true, JOB).measure(Cell.parse("tanh 10x100"));
        assertThat(wrong.failure()).contains("found NaN");
      }
    }
  }

  @Test
  void whatThrowsIsAFailure() {
    try (Backend device = new Device(Backends.open("cpu"), 0)) {
      Measurement failed = new Measurer(device, true, JOB).measure(Cell.parse("tanh/backward 2x2"));
      assertThat(failed.failure()).isEqualTo("no backward");
    }
  }

  @Test
  void messagesAreFoundAmongWhatDriversPrint() {
    Message begun = Message.begun(7);
    assertThat(Message.decode("a driver's words " + begun.encode())).contains(begun);
    assertThat(Message.decode(begun.encode().substring(0, 25))).isEmpty();
    assertThat(Message.decode("a driver's line")).isEmpty();
    assertThat(Message.decode(Message.failed("why").encode())).contains(Message.failed("why"));
    assertThat(Message.decode(Message.opened("x").encode())).contains(Message.opened("x"));
  }
}
