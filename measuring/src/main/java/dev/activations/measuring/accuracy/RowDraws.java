package dev.activations.measuring.accuracy;

import dev.activations.RowOperation;
import dev.activations.catalogue.Numbers;
import dev.activations.reference.Magnitudes;
import java.util.Locale;

/**
 * The rows that row operations are verified with, the same for the same seed: normal deviates of
 * three widths, and inputs and gradients of all magnitudes, some of them infinite or NaN.
 */
final class RowDraws {
  private static final int[] COLUMNS = {10, 1000, 50_257};
  private static final double[] DEVIATIONS = {1, 4, 20};

  /** So many elements make a shape, or one row that is longer. */
  private static final int ELEMENTS = 5_000;

  /** Columns, and how many rows of them there are for each kind of gradients. */
  private static final int[][] ALL_MAGNITUDES = {
    {1, 12}, {2, 80}, {3, 60}, {10, 24}, {33, 12}, {128, 6}, {300, 4}, {1100, 2}, {4099, 1}
  };

  /** Of so many rows one has classes that are masked, another a gradient that is not finite. */
  private static final int SPECIAL = 12;

  private final RowOperation f;
  private final Magnitudes magnitudes;

  /** What rows are of, in words, and whether their operands are moderate. */
  record Place(String text, boolean isModerate) {}

  /** Gets the inputs and gradients of rows. */
  interface Use {
    void rows(Place place, int columns, float[] x, float[] dy);
  }

  RowDraws(RowOperation f, long seed) {
    this.f = f;
    this.magnitudes = new Magnitudes(seed);
  }

  void each(Use use) {
    for (int columns : COLUMNS) {
      for (double deviation : DEVIATIONS) {
        int rows = Math.max(1, ELEMENTS / columns);
        String place = "row of " + columns + ", deviation " + Numbers.text(deviation);
        use.rows(
            new Place(place, true),
            columns,
            deviates(rows * columns, deviation),
            deviates(rows * f.outputColumns(columns), 1));
      }
    }
    for (int[] shape : ALL_MAGNITUDES) {
      for (Magnitudes.Row kind : Magnitudes.Row.values()) {
        int columns = shape[0];
        String place =
            String.format(
                Locale.ROOT,
                "row of %d, any magnitude, dy %s",
                columns,
                kind.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        use.rows(
            new Place(place, false),
            columns,
            inputs(shape[1], columns),
            gradients(kind, shape[1], columns));
      }
    }
  }

  private float[] deviates(int count, double deviation) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (deviation * magnitudes.gaussian());
    }
    return values;
  }

  private float[] inputs(int rows, int columns) {
    float[] x = new float[rows * columns];
    float masked = f.kind() == RowOperation.Kind.SOFTMIN ? 1f / 0 : -1f / 0;
    for (int row = 0; row < rows; row++) {
      float[] logits = magnitudes.logits(f.temperature(), columns);
      for (int i = 1; row % SPECIAL == 1 && i < columns; i += 2) {
        logits[i] = masked;
      }
      System.arraycopy(logits, 0, x, row * columns, columns);
    }
    return x;
  }

  private float[] gradients(Magnitudes.Row kind, int rows, int columns) {
    int width = f.outputColumns(columns);
    float[] dy = new float[rows * width];
    for (int row = 0; row < rows; row++) {
      float[] gradient = magnitudes.row(kind, width);
      if (row % SPECIAL == 2) {
        gradient[row / SPECIAL % width] = magnitudes.notFinite();
      }
      System.arraycopy(gradient, 0, dy, row * width, width);
    }
    return dy;
  }
}
