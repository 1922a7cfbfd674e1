package dev.activations.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.activations.simulator.HostMemory;
import org.junit.jupiter.api.Test;
import uk.ac.manchester.tornado.api.GridScheduler;
import uk.ac.manchester.tornado.api.WorkerGrid;
import uk.ac.manchester.tornado.api.WorkerGrid1D;
import uk.ac.manchester.tornado.api.exceptions.TornadoAPIException;
import uk.ac.manchester.tornado.api.exceptions.TornadoBailoutRuntimeException;
import uk.ac.manchester.tornado.api.exceptions.TornadoExecutionPlanException;
import uk.ac.manchester.tornado.api.exceptions.TornadoMemoryException;
import uk.ac.manchester.tornado.api.exceptions.TornadoRuntimeException;
import uk.ac.manchester.tornado.api.exceptions.TornadoTaskRuntimeException;
import uk.ac.manchester.tornado.api.math.TornadoMath;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;
import uk.ac.manchester.tornado.api.types.arrays.TornadoNativeArray;

/** What works without a device: arrays, grids, mathematics. */
class ArraysTest {
  @Test
  void floats() {
    FloatArray array = FloatArray.fromElements(1, 2, 3);
    array.set(1, 5);
    assertThat(array.toHeapArray()).containsExactly(1, 5, 3);
    array.init(4);
    assertThat(array.get(2)).isEqualTo(4);
    array.clear();
    assertThat(array.get(2)).isZero();
    assertThat(array.getSize()).isEqualTo(3);
    assertThat(array.getElementSize()).isEqualTo(4);
    assertThat(array.getNumBytesOfSegment()).isEqualTo(12);
    assertThat(array.getNumBytesOfSegmentWithHeader()).isEqualTo(28);
    assertThat(TornadoNativeArray.ARRAY_HEADER).isEqualTo(16);
    assertThatThrownBy(() -> array.get(3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> array.set(-1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    HostMemory.buffer(array).put(2, 7);
    assertThat(array.get(2)).isEqualTo(7);
  }

  @Test
  void copiesAreCopies() {
    float[] values = {1, 2};
    FloatArray array = FloatArray.fromArray(values);
    values[0] = 9;
    array.toHeapArray()[1] = 9;
    assertThat(array.toHeapArray()).containsExactly(1, 2);
  }

  @Test
  void ints() {
    IntArray array = IntArray.fromArray(new int[] {1, 2});
    array.set(0, 3);
    assertThat(array.toHeapArray()).containsExactly(3, 2);
    array.clear();
    assertThat(array.get(0)).isZero();
    assertThat(array.getNumBytesOfSegmentWithHeader()).isEqualTo(24);
    assertThat(array.getElementSize()).isEqualTo(4);
    assertThat(IntArray.fromElements(4, 5).getSize()).isEqualTo(2);
    assertThat(HostMemory.buffer(array).capacity()).isEqualTo(2);
  }

  @Test
  void grids() {
    WorkerGrid grid = new WorkerGrid1D(64);
    assertThat(grid.dimension()).isOne();
    assertThat(grid.getLocalWork()).isNull();
    grid.setLocalWork(16, 1, 1);
    assertThat(grid.getNumberOfWorkgroups()).containsExactly(4, 1, 1);
    assertThat(grid.getLocalWork()).containsExactly(16, 1, 1);
    assertThat(grid.getGlobalWork()).containsExactly(64, 1, 1);
    GridScheduler scheduler = new GridScheduler();
    scheduler.addWorkerGrid("g.t", grid);
    assertThat(scheduler.contains("g", "t")).isTrue();
    assertThat(scheduler.keySet()).containsExactly("g.t");
    assertThat(scheduler.get("g.t")).isSameAs(grid);
  }

  @Test
  void minAndMaxDropNan() {
    assertThat(TornadoMath.max(Float.NaN, 1f)).isOne();
    assertThat(TornadoMath.max(1f, Float.NaN)).isOne();
    assertThat(TornadoMath.min(Double.NaN, 1)).isOne();
    assertThat(TornadoMath.min(1, Double.NaN)).isOne();
    assertThat(TornadoMath.min(1f, 2f)).isOne();
    assertThat(TornadoMath.max(1.0, 2.0)).isEqualTo(2);
    assertThat(TornadoMath.max(Float.NaN, Float.NaN)).isNaN();
    assertThat(TornadoMath.signum(Float.NaN)).isZero();
    assertThat(TornadoMath.signum(Double.NaN)).isZero();
    assertThat(TornadoMath.signum(-3.0)).isEqualTo(-1);
  }

  @Test
  void theRestIsJavas() {
    assertThat(TornadoMath.abs(-2f)).isEqualTo(2);
    assertThat(TornadoMath.abs(-2.0)).isEqualTo(2);
    assertThat(TornadoMath.abs(-2)).isEqualTo(2);
    assertThat(TornadoMath.exp(1f)).isEqualTo((float) Math.E);
    assertThat(TornadoMath.exp(1.0)).isEqualTo(Math.E);
    assertThat(TornadoMath.sqrt(4f)).isEqualTo(2);
    assertThat(TornadoMath.sqrt(4.0)).isEqualTo(2);
    assertThat(TornadoMath.clamp(5f, 0f, 1f)).isOne();
    assertThat(TornadoMath.clamp(-5.0, 0, 1)).isZero();
    assertThat(TornadoMath.clamp(5, 0, 1)).isOne();
    assertThat(TornadoMath.floor(1.5f)).isOne();
    assertThat(TornadoMath.floor(1.5)).isOne();
    assertThat(TornadoMath.ceil(1.5f)).isEqualTo(2);
    assertThat(TornadoMath.ceil(1.5)).isEqualTo(2);
    assertThat(TornadoMath.log(1f)).isZero();
    assertThat(TornadoMath.log(1.0)).isZero();
    assertThat(TornadoMath.tanh(0f)).isZero();
    assertThat(TornadoMath.tanh(0.0)).isZero();
    assertThat(TornadoMath.pow(2f, 3f)).isEqualTo(8);
    assertThat(TornadoMath.pow(2.0, 3.0)).isEqualTo(8);
    assertThat(TornadoMath.min(1, 2)).isOne();
    assertThat(TornadoMath.max(1, 2)).isEqualTo(2);
  }

  @Test
  void exceptionsKeepWhatTheyAreGiven() {
    Exception cause = new Exception("why");
    assertThat(new TornadoRuntimeException(cause)).hasCause(cause);
    assertThat(new TornadoBailoutRuntimeException("m", cause)).hasCause(cause).hasMessage("m");
    assertThat(new TornadoBailoutRuntimeException("m")).hasMessage("m");
    assertThat(new TornadoTaskRuntimeException("m", cause)).hasCause(cause);
    assertThat(new TornadoExecutionPlanException("m", cause)).hasCause(cause);
    assertThat(new TornadoExecutionPlanException("m")).hasMessage("m");
    assertThat(new TornadoAPIException("m", cause)).hasCause(cause);
    assertThat(new TornadoMemoryException("m")).hasMessage("m");
  }
}
