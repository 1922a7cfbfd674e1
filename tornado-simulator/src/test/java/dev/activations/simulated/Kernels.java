package dev.activations.simulated;

import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.annotations.Parallel;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/** Kernels of the tests: the right ones, and those that are wrong in one way each. */
final class Kernels {
  static final int GROUP = 32;

  private Kernels() {}

  static void twice(KernelContext context, FloatArray x, FloatArray y) {
    int i = context.globalIdx;
    if (i < y.getSize()) {
      y.set(i, 2 * x.get(i));
    }
  }

  static void twiceAsLoop(FloatArray x, FloatArray y) {
    for (@Parallel int i = 0; i < y.getSize(); i++) {
      y.set(i, 2 * x.get(i));
    }
  }

  static void addOne(KernelContext context, FloatArray x) {
    x.set(context.globalIdx, x.get(context.globalIdx) + 1);
  }

  static void unguarded(KernelContext context, FloatArray x, FloatArray y) {
    y.set(context.globalIdx, 2 * x.get(context.globalIdx));
  }

  static void negative(KernelContext context, FloatArray x, FloatArray y) {
    y.set(0, x.get(context.globalIdx - 1));
  }

  static void readsOutput(KernelContext context, FloatArray x, FloatArray y) {
    y.set(context.globalIdx, x.get(context.globalIdx) + y.get(context.globalIdx));
  }

  static void writesEvens(KernelContext context, FloatArray x, FloatArray y) {
    y.set(2 * context.globalIdx, 0);
    y.set(context.globalIdx, y.get(context.globalIdx));
  }

  static void allWriteFirst(KernelContext context, FloatArray x, FloatArray y) {
    y.set(0, x.get(context.globalIdx));
  }

  static void neighboursWrite(KernelContext context, FloatArray x, FloatArray y) {
    y.set(context.globalIdx / 2, 1);
  }

  static void shiftsInPlace(KernelContext context, FloatArray x, FloatArray y) {
    x.set(context.globalIdx, x.get((context.globalIdx + 1) % context.globalGroupSizeX));
  }

  /** Right: every item reads before the barrier what another writes after it. */
  static void shiftsGroups(KernelContext context, FloatArray x, FloatArray y) {
    int base = context.groupIdx * context.localGroupSizeX;
    float value = x.get(base + (context.localIdx + 1) % context.localGroupSizeX);
    context.localBarrier();
    x.set(context.globalIdx, value);
    y.set(context.globalIdx, value);
  }

  /** Everyone reads an element, and one item of the last group writes it. */
  static void readAllWriteOne(KernelContext context, FloatArray x, FloatArray y) {
    float value = x.get(0);
    context.globalBarrier();
    if (context.globalIdx == context.globalGroupSizeX - 1) {
      x.set(0, value);
    }
    y.set(context.globalIdx, value);
  }

  /** A barrier does not order work-items of different groups. */
  static void acrossGroups(KernelContext context, FloatArray x, FloatArray y) {
    y.set(context.globalIdx, 1);
    context.globalBarrier();
    x.set(context.globalIdx, y.get((context.globalIdx + GROUP) % context.globalGroupSizeX));
  }

  static void fromGroupBefore(KernelContext context, FloatArray x, FloatArray y) {
    y.set(context.globalIdx, x.get(context.globalIdx));
    context.globalBarrier();
    if (context.groupIdx > 0) {
      y.get(context.globalIdx - GROUP);
    }
  }

  static void groupSums(KernelContext context, FloatArray x, FloatArray y) {
    float[] sums = context.allocateFloatLocalArray(GROUP);
    sums[context.localIdx] = x.get(context.globalIdx);
    for (int half = GROUP / 2; half > 0; half /= 2) {
      context.localBarrier();
      if (context.localIdx < half) {
        sums[context.localIdx] += sums[context.localIdx + half];
      }
    }
    context.localBarrier();
    y.set(context.globalIdx, sums[0]);
  }

  static void missingBarrier(KernelContext context, FloatArray x, FloatArray y) {
    float[] values = context.allocateFloatLocalArray(GROUP);
    values[context.localIdx] = x.get(context.globalIdx);
    y.set(context.globalIdx, values[GROUP - 1 - context.localIdx]);
  }

  static void localRace(KernelContext context, FloatArray x, FloatArray y) {
    float[] one = context.allocateFloatLocalArray(1);
    one[0] = context.localIdx;
    context.localBarrier();
    y.set(context.globalIdx, one[0]);
  }

  static void localIntRace(KernelContext context, FloatArray x, FloatArray y) {
    int[] one = context.allocateIntLocalArray(2);
    one[1] = context.localIdx;
    y.set(context.globalIdx, one[1]);
  }

  static void localAgreement(KernelContext context, FloatArray x, FloatArray y) {
    int[] one = context.allocateIntLocalArray(1);
    one[0] = 7;
    context.localBarrier();
    y.set(context.globalIdx, one[0]);
  }

  static void poisonedLocals(KernelContext context, FloatArray x, FloatArray y) {
    float[] floats = context.allocateFloatLocalArray(4);
    int[] ints = context.allocateIntLocalArray(4);
    y.set(context.globalIdx, ints[0] == Integer.MIN_VALUE ? floats[0] : 0);
  }

  static void unequalLocals(KernelContext context, FloatArray x, FloatArray y) {
    context.allocateFloatLocalArray(1 + context.localIdx);
  }

  static void unequalTypes(KernelContext context, FloatArray x, FloatArray y) {
    if (context.localIdx % 2 == 0) {
      context.allocateFloatLocalArray(4);
    } else {
      context.allocateIntLocalArray(4);
    }
  }

  static void tooMuchLocal(KernelContext context, FloatArray x, FloatArray y) {
    context.allocateFloatLocalArray(10_000);
    context.allocateIntLocalArray(10_000);
  }

  static void barrierInBranch(KernelContext context, FloatArray x, FloatArray y) {
    if (context.localIdx < GROUP / 2) {
      context.localBarrier();
    }
  }

  static void oneMoreBarrier(KernelContext context, FloatArray x, FloatArray y) {
    context.localBarrier();
    if (context.localIdx == 3) {
      context.localBarrier();
    }
  }

  static void failsInOne(KernelContext context, FloatArray x, FloatArray y) {
    context.localBarrier();
    if (context.localIdx == 3) {
      throw new IllegalStateException("item 3");
    }
    context.localBarrier();
  }

  static void errorInOne(KernelContext context, FloatArray x, FloatArray y) {
    context.localBarrier();
    if (context.localIdx == 3) {
      throw new AssertionError("item 3");
    }
    context.localBarrier();
  }

  static void outOfBoundsBehindBarrier(KernelContext context, FloatArray x, FloatArray y) {
    context.localBarrier();
    y.set(context.globalIdx + 1, 1);
  }

  static void ids(KernelContext context, FloatArray x, FloatArray y) {
    boolean right =
        context.globalIdx == context.groupIdx * context.localGroupSizeX + context.localIdx
            && context.globalGroupSizeX == y.getSize()
            && context.localGroupSizeX == GROUP
            && context.globalGroupSizeY == 1
            && context.localGroupSizeZ == 1
            && context.globalIdy == 0
            && context.groupIdz == 0;
    y.set(context.globalIdx, right ? 1 : 0);
  }

  static void readsWhole(KernelContext context, FloatArray x, FloatArray y) {
    y.set(0, x.toHeapArray()[0]);
  }

  static void writesWhole(FloatArray x, FloatArray y) {
    y.init(x.get(0));
  }

  static void isnan(KernelContext context, FloatArray x, FloatArray y) {
    y.set(context.globalIdx, x.get(context.globalIdx));
  }
}
