package dev.activations.cpu;

import dev.activations.RowOperation;
import dev.activations.RowOperation.Kind;
import dev.activations.cpu.kernels.KernelLibrary;
import dev.activations.cpu.kernels.LaneSums;
import dev.activations.cpu.kernels.Scratch;
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
    Tier tier = tier(f, backward);
    return tier == null ? libraries.plain() : library(libraries, tier.choose(elements));
  }

  /** What computes a row operation from now on; null where there is no choice. */
  static @Nullable Tier tier(RowOperation f, boolean backward) {
    Tier[] tiers = TIERS.get(f.kind());
    return tiers == null ? null : tiers[index(f, backward)];
  }

  private static KernelLibrary library(Libraries libraries, int width) {
    Widths widths = libraries.widths();
    return widths == null || width == Tier.PLAIN ? libraries.plain() : widths.library(width);
  }

  private static int index(RowOperation f, boolean backward) {
    return (backward ? 2 : 0) + (RowScale.isScaled(f) ? 1 : 0);
  }

  private static Map<Kind, Tier[]> tiers(Libraries libraries) {
    Map<Kind, Tier[]> all = new EnumMap<>(Kind.class);
    Widths widths = libraries.widths();
    if (widths != null) {
      for (RowOperation f : KINDS) {
        Tier[] tiers = all.computeIfAbsent(f.kind(), kind -> new Tier[4]);
        for (boolean backward : new boolean[] {false, true}) {
          RowSample sample = new RowSample(f, backward, libraries, widths);
          tiers[index(f, backward)] = new Tier(sample, libraries.always());
        }
      }
    }
    return all;
  }

  /**
   * Some rows together, short ones, and a long one alone. None is a whole number of vectors, and
   * all but the short ones are longer than what is summed up at a time: what C2 has never seen
   * taken it leaves out, and what it adds later may allocate. A steep row, whose exponentials have
   * to be shifted, takes the loops that few rows do: vectors would stay uncompiled there.
   */
  private static final class RowSample implements Workload {
    private static final int ROWS = 2;
    private static final int COLUMNS = 2 * LaneSums.GROUP + 90;
    private static final int SHORT_ROWS = 100;
    private static final int SHORT_COLUMNS = 10;
    private static final int LONG = Scratch.BLOCK + 30;

    private final RowOperation f;
    private final boolean backward;
    private final Libraries libraries;
    private final Widths widths;
    private @Nullable Memory memory;
    private float[] x = new float[0];
    private float[] steep = x;
    private float[] y = x;

    RowSample(RowOperation f, boolean backward, Libraries libraries, Widths widths) {
      this.f = f;
      this.backward = backward;
      this.libraries = libraries;
      this.widths = widths;
    }

    @Override
    public String name() {
      return f + (backward ? ", backward" : "");
    }

    @Override
    public int elements() {
      boolean together = !backward || ShortRows.fits(f, true, SHORT_ROWS, SHORT_COLUMNS);
      int rows = backward ? 0 : ROWS * COLUMNS;
      return rows + (together ? SHORT_ROWS * SHORT_COLUMNS : 0) + (backward ? LONG : 2 * LONG);
    }

    @Override
    public int widths() {
      return widths.count();
    }

    @Override
    public int bits(int width) {
      return widths.bits(width);
    }

    @Override
    public void run(int width) {
      Memory own = memory;
      if (own == null) {
        own = new Memory();
        memory = own;
        x = FunctionSample.line(ROWS * COLUMNS);
        y = new float[ROWS * COLUMNS];
        steep = x.clone();
        for (int i = 0; i < steep.length; i++) {
          steep[i] *= 40;
        }
      }
      KernelLibrary library = library(libraries, width);
      if (backward) {
        if (ShortRows.fits(f, true, SHORT_ROWS, SHORT_COLUMNS)) {
          Float32Kernels.backward(f, library, own, x, 0, x, 0, y, 0, SHORT_ROWS, SHORT_COLUMNS);
        }
      } else {
        Float32Kernels.forward(f, library, own, x, 0, y, 0, SHORT_ROWS, SHORT_COLUMNS);
        Float32Kernels.forward(f, library, own, x, 0, y, 0, ROWS, COLUMNS);
      }
      OneRow one = own.row();
      one.set(f, library, LONG);
      one.input(x, 0);
      one.gradient(x, 0);
      one.output(y, 0);
      if (backward) {
        one.backward();
      } else {
        one.forward();
        one.input(steep, 0);
        one.forward();
      }
    }

    @Override
    public void release() {
      memory = null;
      x = new float[0];
      steep = x;
      y = x;
    }
  }
}
