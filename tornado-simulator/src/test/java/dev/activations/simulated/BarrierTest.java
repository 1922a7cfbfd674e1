package dev.activations.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.activations.simulator.SimulatedMachine;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/** Barriers and local memory, on whatever threads the JVM offers. */
@Timeout(60)
class BarrierTest extends SimulatedTest {
  private final FloatArray x = ramp(128);
  private final FloatArray y = new FloatArray(128);

  @Test
  void everyItemHasItsIds() {
    run(Kernels::ids, x, y, 128, 32);
    for (float right : y.toHeapArray()) {
      assertThat(right).isEqualTo(1);
    }
  }

  @Test
  void sumsOfGroups() {
    for (int seed = 0; seed < 5; seed++) {
      SimulatedMachine.strandOrderSeed(seed);
      run(Kernels::groupSums, x, y, 128, 32);
      assertThat(y.get(31)).isEqualTo(31 * 16);
      assertThat(y.get(127)).isEqualTo(31 * 16 + 96 * 32);
    }
  }

  @Test
  void anInterruptedThreadStaysInterrupted() {
    Thread.currentThread().interrupt();
    run(Kernels::groupSums, x, y, 128, 32);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(y.get(0)).isEqualTo(31 * 16);
  }

  @Test
  void aMissingBarrierShows() {
    Set<Integer> poisoned = new HashSet<>();
    for (int seed = 0; seed < 4; seed++) {
      SimulatedMachine.strandOrderSeed(seed);
      run(Kernels::missingBarrier, x, y, 32, 32);
      for (int i = 0; i < 32; i++) {
        if (Float.isNaN(y.get(i))) {
          poisoned.add(i);
        }
      }
    }
    assertThat(poisoned).hasSizeGreaterThan(16);
  }

  @Test
  void twoItemsChangeOneLocalElement() {
    assertError(
        () -> run(Kernels::localRace, x, y, 32, 32),
        "race at local array 0 of 1 elements",
        "element 0",
        "task g.t",
        "kernel Kernels.localRace");
    assertError(() -> run(Kernels::localIntRace, x, y, 32, 32), "element 1", "work-item");
    run(Kernels::localAgreement, x, y, 128, 32);
    assertThat(y.get(127)).isEqualTo(7);
  }

  @Test
  void localMemoryBeginsPoisoned() {
    run(Kernels::poisonedLocals, x, y, 64, 32);
    assertThat(y.get(63)).isNaN();
  }

  @Test
  void itemsAllocateAlike() {
    assertError(
        () -> run(Kernels::unequalLocals, x, y, 32, 32), "allocates local array 0", "floats");
    assertError(() -> run(Kernels::unequalTypes, x, y, 32, 32), "4 ints", "4 floats");
  }

  @Test
  void localMemoryIsLimited() {
    assertError(() -> run(Kernels::tooMuchLocal, x, y, 32, 32), "80000 bytes", "at most 49152");
  }

  @Test
  void aBarrierThatNotAllReach() {
    assertError(
        () -> run(Kernels::barrierInBranch, x, y, 32, 32), "barrier divergence", "task g.t");
    assertError(
        () -> run(Kernels::oneMoreBarrier, x, y, 64, 32), "barrier divergence", "work-items");
    // Whatever failed before, other groups run.
    sumsOfGroups();
  }

  @Test
  void failuresOfAnItemReachTheCaller() {
    assertError(
        () -> run(Kernels::failsInOne, x, y, 64, 32),
        "kernel Kernels.failsInOne",
        "work-item 3 ",
        "threw java.lang.IllegalStateException: item 3");
    assertThatThrownBy(() -> run(Kernels::errorInOne, x, y, 64, 32))
        .isInstanceOf(AssertionError.class)
        .hasMessage("item 3");
    assertError(
        () -> run(Kernels::outOfBoundsBehindBarrier, x, new FloatArray(128), 128, 128),
        "work-item 127",
        "index 128");
    sumsOfGroups();
  }

  @Test
  void aContextOutsideOfALaunchIsPlainJava() {
    Kernels.poisonedLocals(new KernelContext(), x, y);
    Kernels.barrierInBranch(new KernelContext(), x, y);
    assertThat(y.get(0)).isZero();
  }
}
