package uk.ac.manchester.tornado.api;

import dev.activations.simulator.Plan;
import uk.ac.manchester.tornado.api.types.arrays.TornadoNativeArray;

/** What an execution left. */
public class TornadoExecutionResult {
  private final Plan plan;
  private final TornadoProfilerResult profile;

  TornadoExecutionResult(Plan plan, TornadoProfilerResult profile) {
    this.plan = plan;
    this.profile = profile;
  }

  /**
   * Where the time went.
   *
   * @return zeros unless the plan has a profiler
   */
  public TornadoProfilerResult getProfilerResult() {
    return profile;
  }

  /**
   * Copies arrays from the device.
   *
   * @param objects arrays of the graph
   * @return this
   */
  public TornadoExecutionResult transferToHost(Object... objects) {
    for (Object object : objects) {
      plan.transferToHost(object);
    }
    return this;
  }

  /**
   * Copies a part of an array from the device.
   *
   * @param dataRange the part
   * @return this
   */
  public TornadoExecutionResult transferToHost(DataRange dataRange) {
    dataRange.materialize();
    plan.transferToHost(
        dataRange.getArray(),
        (dataRange.getOffset() - TornadoNativeArray.ARRAY_HEADER)
            / dataRange.getArray().getElementSize(),
        dataRange.getPartialSize() / dataRange.getArray().getElementSize());
    return this;
  }

  /**
   * Whether the execution is complete.
   *
   * @return true: executing waits
   */
  public boolean isReady() {
    return true;
  }
}
