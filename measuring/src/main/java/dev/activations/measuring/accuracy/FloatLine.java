package dev.activations.measuring.accuracy;

import dev.activations.Activation;
import java.util.Arrays;

/**
 * A part of the line of all floats in columns, each a chunk: floats at equal distances, and beside
 * them those of the {@link Sample}, which has the critical inputs. Not NaN.
 */
final class FloatLine implements Floats {
  private final int from;
  private final long places;
  private final int columns;
  private final int perColumn;

  /** The sample's floats, in their order. */
  private final float[] sample;

  private FloatLine(int from, long places, int columns, int perColumn, float... sample) {
    this.from = from;
    this.places = places;
    this.columns = columns;
    this.perColumn = perColumn;
    this.sample = sample;
  }

  /**
   * The floats between two, these included.
   *
   * @param columns how many columns, at most one for each float
   * @param perColumn how many floats at equal distances a column has; fewer where it has no more
   */
  static FloatLine of(Activation f, float from, float to, int columns, int perColumn) {
    int first = FloatOrder.of(from);
    int last = FloatOrder.of(to);
    long places = (long) last - first + 1;
    Sample sample = Sample.of(f);
    float[] within = new float[(int) sample.count()];
    float[] chunk = new float[sample.chunkSize()];
    int count = 0;
    for (int i = 0; i < sample.chunks(); i++) {
      int length = sample.fill(i, chunk);
      for (int j = 0; j < length; j++) {
        int place = FloatOrder.of(chunk[j]);
        if (!Float.isNaN(chunk[j]) && place >= first && place <= last) {
          within[count++] = chunk[j];
        }
      }
    }
    float[] sorted = Arrays.copyOf(within, count);
    Arrays.sort(sorted);
    return new FloatLine(first, places, (int) Math.min(columns, places), perColumn, sorted);
  }

  /** The place at which a column begins. */
  int start(int column) {
    return (int) (from + places * column / columns);
  }

  /** From which float to which the next at equal distances is, about. */
  long step() {
    return Math.max(1, places / ((long) columns * Math.max(1, perColumn)));
  }

  @Override
  public String coverage() {
    return "line";
  }

  @Override
  public long count() {
    long count = sample.length;
    for (int column = 0; column < columns; column++) {
      count += even(column);
    }
    return count;
  }

  private int even(int column) {
    return (int) Math.min(perColumn, (long) start(column + 1) - start(column));
  }

  @Override
  public int chunks() {
    return columns;
  }

  @Override
  public int chunkSize() {
    int most = 1;
    for (int column = 0; column < columns; column++) {
      most = Math.max(most, even(column) + sampleStart(column + 1) - sampleStart(column));
    }
    return most;
  }

  /** The index of the first of the sample's floats that a column or a later one has. */
  private int sampleStart(int column) {
    if (column == columns) {
      return sample.length;
    }
    int low = 0;
    int high = sample.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (FloatOrder.of(sample[middle]) < start(column)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public boolean isConsecutive() {
    return false;
  }

  @Override
  public int fill(int chunk, float[] x) {
    int start = start(chunk);
    long width = (long) start(chunk + 1) - start;
    int count = even(chunk);
    for (int i = 0; i < count; i++) {
      x[i] = FloatOrder.at((int) (start + width * i / count));
    }
    int first = sampleStart(chunk);
    int more = sampleStart(chunk + 1) - first;
    System.arraycopy(sample, first, x, count, more);
    return count + more;
  }
}
