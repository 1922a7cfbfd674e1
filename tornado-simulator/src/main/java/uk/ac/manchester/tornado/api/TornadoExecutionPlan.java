package uk.ac.manchester.tornado.api;

import dev.activations.simulator.Graph;
import dev.activations.simulator.Plan;
import dev.activations.simulator.Simulator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import uk.ac.manchester.tornado.api.common.TornadoDevice;
import uk.ac.manchester.tornado.api.enums.ProfilerMode;
import uk.ac.manchester.tornado.api.enums.TornadoVMBackendType;
import uk.ac.manchester.tornado.api.exceptions.TornadoExecutionPlanException;

/** Runs task graphs on a device. */
public class TornadoExecutionPlan implements AutoCloseable {
  /** The device that plans take. Mutable, as in TornadoVM. */
  public static TornadoDevice DEFAULT_DEVICE = Simulator.runtime().getDefaultDevice();

  /** The result of every execution: TornadoVM never forgets one. */
  protected List<TornadoExecutionResult> planResults = new ArrayList<>();

  private final Plan plan;

  /**
   * A plan of graphs, executed in turn.
   *
   * @param immutableTaskGraphs the graphs
   */
  public TornadoExecutionPlan(ImmutableTaskGraph... immutableTaskGraphs) {
    plan =
        new Plan(
            Arrays.stream(immutableTaskGraphs)
                .map(ImmutableTaskGraph::graph)
                .toArray(Graph[]::new));
  }

  /**
   * Executes the graphs and waits.
   *
   * @return what the execution left
   */
  public TornadoExecutionResult execute() {
    TornadoProfilerResult profile = new TornadoProfilerResult(plan.execute());
    TornadoExecutionResult result = new TornadoExecutionResult(plan, profile);
    planResults.add(result);
    return result;
  }

  /**
   * Compiles all tasks without running them.
   *
   * @return this
   */
  public TornadoExecutionPlan withPreCompilation() {
    plan.compile();
    return this;
  }

  /**
   * Takes a device.
   *
   * @param device the device
   * @return this
   */
  public TornadoExecutionPlan withDevice(TornadoDevice device) {
    plan.withDevice(device);
    return this;
  }

  /**
   * Says on which grids the tasks run.
   *
   * @param gridScheduler the grids
   * @return this
   */
  public TornadoExecutionPlan withGridScheduler(GridScheduler gridScheduler) {
    plan.withGridScheduler(gridScheduler);
    return this;
  }

  /**
   * Passes flags to the compiler of a driver.
   *
   * @param backend whose compiler
   * @param compilerFlags the flags
   * @return this
   */
  public TornadoExecutionPlan withCompilerFlags(
      TornadoVMBackendType backend, String compilerFlags) {
    plan.withCompilerFlags(backend, compilerFlags);
    return this;
  }

  /**
   * Measures from now on.
   *
   * @param profilerMode where the profile goes
   * @return this
   */
  public TornadoExecutionPlan withProfiler(ProfilerMode profilerMode) {
    plan.withProfiler(profilerMode);
    return this;
  }

  /**
   * Measures no more.
   *
   * @return this
   */
  public TornadoExecutionPlan withoutProfiler() {
    plan.withProfiler(null);
    return this;
  }

  /**
   * Forgets what was measured.
   *
   * @return this
   */
  public TornadoExecutionPlan clearProfiles() {
    plan.requireOpen();
    return this;
  }

  /**
   * Frees the buffers; the next execution allocates again.
   *
   * @return this
   */
  public TornadoExecutionPlan freeDeviceMemory() {
    plan.freeDeviceMemory();
    return this;
  }

  /**
   * Frees the buffers and the code.
   *
   * @return this
   */
  public TornadoExecutionPlan resetDevice() {
    plan.resetDevice();
    return this;
  }

  /**
   * What its buffers take on the device.
   *
   * @return bytes
   */
  public long getCurrentDeviceMemoryUsage() {
    return plan.deviceBytes();
  }

  @Override
  public void close() throws TornadoExecutionPlanException {
    plan.close();
  }
}
