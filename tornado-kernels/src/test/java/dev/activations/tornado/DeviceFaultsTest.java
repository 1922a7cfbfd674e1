package dev.activations.tornado;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.BackendException;
import dev.activations.Backends;
import dev.activations.Pipeline;
import dev.activations.RowOperation;
import dev.activations.Tensor;
import dev.activations.simulator.SimulatedMachine;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What a device does wrong, on the simulated one: real ones do it when nobody looks. */
@Tag("simulator")
@Isolated("sets the memory of the one simulated device")
class DeviceFaultsTest {
  @BeforeEach
  @AfterEach
  void reset() {
    SimulatedMachine.reset();
  }

  private static float[] ramp(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (i % 2001 - 1000) / 100f;
    }
    return values;
  }

  private static float[] cpu(Pipeline pipeline, int rows, int columns, float... values) {
    try (Backend cpu = Backends.open("cpu");
        Tensor x = cpu.allocate(rows, columns, values);
        Tensor y = cpu.allocate(rows, pipeline.outputColumns(columns))) {
      cpu.run(pipeline, x, y);
      return y.toArray();
    }
  }

  @Test
  void aDriverErrorInTheMiddleNamesAllAndLeavesTheOutputAlone() {
    try (TornadoBackend backend = PlanReuseTest.open();
        Tensor x = backend.allocate(3, 50, ramp(150));
        Tensor y = backend.allocate(3, 50)) {
      Pipeline pipeline = Pipeline.parse("gelu_erf,softmax");
      backend.run(pipeline, x, y);
      y.copyFrom(new float[150]);
      SimulatedMachine.failNextExecution(new IllegalStateException("CL_OUT_OF_RESOURCES"));
      assertThatThrownBy(() -> backend.run(pipeline, x, y))
          .isInstanceOf(BackendException.class)
          .hasMessageContaining("tornado:opencl:0")
          .hasMessageContaining("gelu_erf,softmax")
          .hasMessageContaining("3 x 50")
          .hasMessageContaining("CL_OUT_OF_RESOURCES");
      assertThat(y.toArray()).containsOnly(0);
      assertThat(x.toArray()).isEqualTo(ramp(150));
      backend.run(pipeline, x, y);
      assertThat(y.toArray()[49]).isGreaterThan(0);
    }
  }

  @Test
  void memoryThatRunsOutShrinksTheBlocks() {
    // Few rows: each is a work-group, which takes the simulator long.
    int rows = 400;
    int columns = 1000;
    try (TornadoBackend backend = PlanReuseTest.open();
        Tensor x = backend.allocate(rows, columns, ramp(rows * columns));
        Tensor y = backend.allocate(rows, columns)) {
      assertThat(backend.session().blockElements()).isGreaterThan(rows * columns);
      SimulatedMachine.deviceMemory(1 << 20);
      Pipeline pipeline = Pipeline.parse("leaky_relu,softmax");
      backend.run(pipeline, x, y);
      assertThat(backend.session().blockElements()).isLessThan(rows * columns / 2);
      assertThat(maximumError(y.toArray(), cpu(pipeline, rows, columns, ramp(rows * columns))))
          .isLessThan(1e-6);
      backend.backward(RowOperation.SOFTMAX, y, x, y);
      backend.forward(Activation.RELU, x, x);
      assertThat(x.toArray()[0]).isZero();
      assertThat(SimulatedMachine.allocatedBytes()).isLessThanOrEqualTo(1 << 20);
    }
  }

  @Test
  void aRowThatDoesNotFitIsRefusedWithItsSizes() {
    try (TornadoBackend backend = PlanReuseTest.open();
        Tensor x = backend.allocate(2, 300_000, ramp(600_000))) {
      SimulatedMachine.deviceMemory(1 << 20);
      assertThatThrownBy(() -> backend.softmax(x, x))
          .isInstanceOf(BackendException.class)
          .hasMessageContaining("tornado:opencl:0: softmax on 2 x 300000")
          .hasMessageContaining("one row of 300000")
          .hasMessageContaining("tornado.device.memory");
      assertThat(x.toArray()).isEqualTo(ramp(600_000));
      SimulatedMachine.deviceMemory(1L << 30);
      backend.softmax(x, x);
    }
  }

  @Test
  void whatOneLaunchCannotHoldGoesThroughInBlocks() {
    SimulatedMachine.maxAllocation(100_000);
    int rows = 77;
    int columns = 1300;
    try (TornadoBackend backend = PlanReuseTest.open();
        Tensor x = backend.allocate(rows, columns, ramp(rows * columns));
        Tensor y = backend.allocate(rows, columns);
        Tensor sums = backend.allocate(rows, 1)) {
      assertThat(backend.session().blockElements()).isLessThan(25_000);
      for (String text : new String[] {"silu", "tanh,softmax", "log_softmax:temperature=3"}) {
        Pipeline pipeline = Pipeline.parse(text);
        backend.run(pipeline, x, y);
        assertThat(maximumError(y.toArray(), cpu(pipeline, rows, columns, ramp(rows * columns))))
            .as(text)
            .isLessThan(2e-6);
      }
      Pipeline narrowing = Pipeline.parse("relu,logsumexp");
      backend.run(narrowing, x, sums);
      assertThat(maximumError(sums.toArray(), cpu(narrowing, rows, columns, ramp(rows * columns))))
          .isLessThan(2e-6);
      backend.backward(RowOperation.LOGSUMEXP, x, sums, y);
      backend.forward(Activation.RELU, x, x);
      assertThat(x.toArray()[5]).isZero();
    }
  }

  @Test
  void anErrorBetweenBlocksTellsWhatIsWritten() {
    SimulatedMachine.maxAllocation(100_000);
    float[] values = ramp(100_000);
    try (TornadoBackend backend = PlanReuseTest.open();
        Tensor x = backend.allocate(1000, 100, values);
        Tensor y = backend.allocate(1000, 100)) {
      backend.forward(Activation.RELU, x, y);
      y.copyFrom(new float[100_000]);
      SimulatedMachine.failExecution(2, new IllegalStateException("CL_OUT_OF_RESOURCES"));
      assertThatThrownBy(() -> backend.forward(Activation.RELU, x, y))
          .isInstanceOf(BackendException.class)
          .hasMessageContaining("relu on ")
          .hasMessageContaining("in blocks")
          .hasMessageContaining("elements are written");
      assertThat(y.toArray()[2000]).isEqualTo(10);
      assertThat(y.toArray()[99_999]).isZero();
      assertThat(x.toArray()).isEqualTo(values);
    }
  }

  @Test
  void twoBackendsOnOneDeviceShareWhatIsCompiled() {
    Backend other = PlanReuseTest.open();
    try (TornadoBackend one = PlanReuseTest.open();
        Tensor x = one.allocate(4, 40, ramp(160))) {
      one.forward(Activation.SOFTSIGN, x, x);
      long compiled = SimulatedMachine.compilations();
      other.forward(Activation.SOFTSIGN, x, x);
      assertThat(SimulatedMachine.compilations()).isEqualTo(compiled);
      other.close();
      one.forward(Activation.SOFTSIGN, x, x);
      assertThatThrownBy(() -> other.forward(Activation.SOFTSIGN, x, x))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("closed");
    }
    assertThat(SimulatedMachine.livePlans()).isZero();
    assertThat(SimulatedMachine.allocatedBytes()).isZero();
  }

  @Test
  void smallCallsOfAutoStayOnTheCpu() {
    System.setProperty(Properties.BREAK_EVEN, "1000");
    try (Backend auto = Backends.open("auto");
        Tensor small = auto.allocate(9, 100, ramp(900));
        Tensor large = auto.allocate(10, 100, ramp(1000));
        Tensor gradient = auto.allocate(9, 100, ramp(900))) {
      assertThat(auto.name()).isEqualTo("tornado:opencl:0");
      assertThat(auto.instruments().breakEven()).hasValue(1000);
      long executions = SimulatedMachine.executions();
      Pipeline pipeline = Pipeline.parse("gelu_erf,softmax");
      auto.run(pipeline, small, small);
      assertThat(small.toArray()).isEqualTo(cpu(pipeline, 9, 100, ramp(900)));
      auto.backward(Activation.SILU, small, gradient, gradient);
      auto.backward(RowOperation.SOFTMAX, small, gradient, gradient);
      assertThat(SimulatedMachine.executions()).isEqualTo(executions);
      auto.run(pipeline, large, large);
      assertThat(SimulatedMachine.executions()).isEqualTo(executions + 1);
    } finally {
      System.clearProperty(Properties.BREAK_EVEN);
    }
  }

  @Test
  void theBreakEvenIsMeasuredOnceOnTheDeviceItself() {
    try (TornadoBackend one = PlanReuseTest.open()) {
      OptionalLong measured = one.instruments().breakEven();
      long executions = SimulatedMachine.executions();
      try (TornadoBackend other = PlanReuseTest.open()) {
        assertThat(other.instruments().breakEven()).isEqualTo(measured);
      }
      assertThat(SimulatedMachine.executions()).isEqualTo(executions);
    }
  }

  @Test
  void compilerFlagsKeepNaN() {
    try (TornadoBackend backend = PlanReuseTest.open();
        Tensor x = backend.allocate(1, 4, 1, 2, 3, 4)) {
      backend.forward(Activation.RELU, x, x);
      assertThat(SimulatedMachine.lastCompilerFlags())
          .doesNotContain("fast")
          .contains("-cl-fp32-correctly-rounded-divide-sqrt");
    }
    System.setProperty(Properties.FAST, "true");
    try (TornadoBackend backend = PlanReuseTest.open();
        Tensor x = backend.allocate(1, 4, 1, 2, 3, 4)) {
      assertThat(backend.description()).contains("fast relaxed math");
      backend.forward(Activation.RELU, x, x);
      assertThat(SimulatedMachine.lastCompilerFlags()).contains("-cl-fast-relaxed-math");
    } finally {
      System.clearProperty(Properties.FAST);
    }
  }

  @Test
  void aDriverThatRefusesTheFlagsGetsWeakerOnes() {
    try (TornadoBackend backend = PlanReuseTest.open();
        Tensor x = backend.allocate(1, 4, 1, -2, 3, 4)) {
      SimulatedMachine.refuseFlag("-cl-fp32-correctly-rounded-divide-sqrt");
      backend.forward(Activation.RELU, x, x);
      assertThat(x.toArray()).containsExactly(1, 0, 3, 4);
      assertThat(SimulatedMachine.lastCompilerFlags()).isEqualTo("-w");
      backend.forward(Activation.SOFTSIGN, x, x);
      assertThat(SimulatedMachine.lastCompilerFlags()).isEqualTo("-w");
    }
  }

  /** As PoCL's did: the flags are not to blame. */
  @Test
  void aCompilerThatFailsOnceIsAskedAgain() {
    try (TornadoBackend backend = PlanReuseTest.open();
        Tensor x = backend.allocate(1, 4, 1, -2, 3, 4)) {
      for (Activation f : new Activation[] {Activation.RELU, Activation.SOFTSIGN}) {
        SimulatedMachine.failNextExecution(new IllegalStateException("CL_BUILD_PROGRAM_FAILURE"));
        backend.forward(f, x, x);
        assertThat(SimulatedMachine.lastCompilerFlags()).contains("-cl-fp32-correctly-rounded");
      }
      assertThat(x.toArray()).containsExactly(0.5f, 0, 0.75f, 0.8f);
      assertThat(SimulatedMachine.livePlans()).as("what failed is released").isEqualTo(2);
    }
  }

  @Test
  void parametersBeyondFloatAreRefused() {
    try (TornadoBackend backend = PlanReuseTest.open();
        Tensor x = backend.allocate(1, 2, 1, 2)) {
      assertThatThrownBy(() -> backend.forward(Activation.parse("softcap:cap=1e200"), x, x))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("cpu");
      assertThatThrownBy(() -> backend.forward(RowOperation.softmax(1e-200), x, x))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("cpu backend");
      assertThat(x.toArray()).containsExactly(1, 2);
    }
  }

  private static double maximumError(float[] actual, float[] expected) {
    double worst = 0;
    for (int i = 0; i < actual.length; i++) {
      worst = Math.max(worst, Math.abs(actual[i] - expected[i]) / (1 + Math.abs(expected[i])));
    }
    assertThat(actual).hasSameSizeAs(expected);
    return worst;
  }
}
