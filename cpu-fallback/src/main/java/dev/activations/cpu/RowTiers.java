package dev.activations.cpu;

import dev.activations.RowOperation;
import dev.activations.RowOperation.Kind;
import dev.activations.cpu.kernels.KernelLibrary;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What computes a row operation: the loops of which library. */
final class RowTiers {
  private static final RowOperation[] KINDS = {
    RowOperation.SOFTMAX,
    RowOperation.softmax(2),
    RowOperation.LOG_SOFTMAX,
    RowOperation.logSoftmax(2),
    RowOperation.SOFTMIN,
    RowOperation.LOGSUMEXP
  };

  /** For each kind: forward and backward, each plain and scaled. */
  private static final Map<Kind, Tier[]> TIERS = tiers(Libraries.chosen());

  private RowTiers() {}

  /** The library for so many elements. */
  static KernelLibrary library(RowOperation f, boolean backward, int elements) {
    Libraries libraries = Libraries.chosen();
    KernelLibrary simd = libraries.simd();
    Tier[] tiers = TIERS.get(f.kind());
    boolean vectors = tiers != null && tiers[index(f, backward)].takesVectors(elements);
    return simd != null && vectors ? simd : libraries.plain();
  }

  private static int index(RowOperation f, boolean backward) {
    return (backward ? 2 : 0) + (RowScale.isScaled(f) ? 1 : 0);
  }

  private static Map<Kind, Tier[]> tiers(Libraries libraries) {
    Map<Kind, Tier[]> all = new EnumMap<>(Kind.class);
    KernelLibrary simd = libraries.simd();
    if (simd != null) {
      for (RowOperation f : KINDS) {
        Tier[] tiers = all.computeIfAbsent(f.kind(), kind -> new Tier[4]);
        for (boolean backward : new boolean[] {false, true}) {
          RowSample sample = new RowSample(f, backward, libraries.plain(), simd);
          tiers[index(f, backward)] = new Tier(sample, libraries.always());
        }
      }
    }
    return all;
  }

  /**
   * Some rows of 250 columns, which are no whole number of vectors: together, and one alone; and
   * short ones.
   */
  private static final class RowSample implements WarmUp.Workload {
    private static final int ROWS = 4;
    private static final int COLUMNS = 250;
    private static final int SHORT_ROWS = 100;
    private static final int SHORT_COLUMNS = 10;

    private final RowOperation f;
    private final boolean backward;
    private final KernelLibrary plain;
    private final KernelLibrary simd;
    private @Nullable Memory memory;
    private float[] x = new float[0];
    private float[] y = x;

    RowSample(RowOperation f, boolean backward, KernelLibrary plain, KernelLibrary simd) {
      this.f = f;
      this.backward = backward;
      this.plain = plain;
      this.simd = simd;
    }

    @Override
    public void run(boolean vectors) {
      Memory own = memory;
      if (own == null) {
        own = new Memory();
        memory = own;
        x = FunctionSample.line(ROWS * COLUMNS);
        y = new float[ROWS * COLUMNS];
      }
      KernelLibrary library = vectors ? simd : plain;
      if (backward) {
        if (ShortRows.fits(f, true, SHORT_ROWS, SHORT_COLUMNS)) {
          Float32Kernels.backward(f, library, own, x, 0, x, 0, y, 0, SHORT_ROWS, SHORT_COLUMNS);
        }
      } else {
        Float32Kernels.forward(f, library, own, x, 0, y, 0, SHORT_ROWS, SHORT_COLUMNS);
        Float32Kernels.forward(f, library, own, x, 0, y, 0, ROWS, COLUMNS);
      }
      OneRow one = own.row();
      one.set(f, library, COLUMNS);
      one.input(x, 0);
      one.gradient(x, 0);
      one.output(y, 0);
      if (backward) {
        one.backward();
      } else {
        one.forward();
      }
    }

    @Override
    public void release() {
      memory = null;
      x = new float[0];
      y = x;
    }
  }
}
