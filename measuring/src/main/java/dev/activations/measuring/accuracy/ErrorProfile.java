package dev.activations.measuring.accuracy;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.measuring.Watcher;
import dev.activations.measuring.findings.Result;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The error of a backend's function along the line of floats.
 *
 * @param result what {@code verify} says of the same inputs
 * @param columns parts of the line, ascending
 * @param step how far apart the floats at equal distances are; 1 when it is all of them
 */
public record ErrorProfile(Result result, List<Column> columns, long step) {
  /**
   * A part of the line.
   *
   * @param from the place of its first float ({@link FloatOrder})
   * @param to the place behind its last float
   * @param maxUlp the largest error in units in the last place, those excused not counted
   * @param excused whether a result there is beyond the bound in ULP, and within its absolute part
   * @param wrong whether a result there is wrong, or beyond the bound
   */
  public record Column(long from, long to, double maxUlp, boolean excused, boolean wrong) {}

  /** How densely a line is measured. */
  private static final int COLUMNS = 720;

  private static final int PER_COLUMN = 1024;

  /** The exponent of infinities and NaNs. */
  private static final int NO_NUMBER = 0x7f800000;

  /**
   * Measures a function's value or derivative.
   *
   * @param backend what computes
   * @param threads how many calls it gets at a time
   * @param f the function
   * @param derivative rather than the value
   * @param from the first float
   * @param to the last float
   * @return the errors at floats at equal distances and at the inputs of {@code verify}
   * @throws IOException when the backend fails
   * @throws InterruptedException when the thread is interrupted
   */
  public static ErrorProfile measure(
      Backend backend, int threads, Activation f, boolean derivative, float from, float to)
      throws IOException, InterruptedException {
    FloatLine line = FloatLine.of(f, from, to, COLUMNS, PER_COLUMN);
    return measure(backend, threads, f, curve(derivative), line);
  }

  static ErrorProfile measure(
      Backend backend, int threads, Activation f, Curve curve, FloatLine line)
      throws IOException, InterruptedException {
    List<Column> columns = new ArrayList<>();
    Result result =
        check(backend, threads, Watcher.NONE)
            .verify(
                f,
                curve,
                line,
                (chunk, tally) ->
                    columns.add(column(line.start(chunk), line.start(chunk + 1), tally)));
    return new ErrorProfile(whole(result), List.copyOf(columns), line.step());
  }

  /**
   * Measures a function's value or derivative at all floats.
   *
   * @param backend what computes
   * @param threads how many calls it gets at a time
   * @param f the function
   * @param derivative rather than the value
   * @param watcher is told how far it is
   * @return the errors at all 2^32 floats
   * @throws IOException when the backend fails
   * @throws InterruptedException when the thread is interrupted
   */
  public static ErrorProfile exhaustive(
      Backend backend, int threads, Activation f, boolean derivative, Watcher watcher)
      throws IOException, InterruptedException {
    AllFloats floats = new AllFloats();
    List<Column> columns = new ArrayList<>();
    Result result =
        check(backend, threads, watcher)
            .verify(
                f,
                curve(derivative),
                floats,
                (chunk, tally) -> {
                  int bits = AllFloats.firstBits(chunk);
                  if ((bits & NO_NUMBER) != NO_NUMBER) {
                    long first = bits & Integer.MAX_VALUE;
                    long behind = first + floats.chunkSize();
                    columns.add(
                        bits >= 0 ? column(first, behind, tally) : column(-behind, -first, tally));
                  }
                });
    columns.sort(Comparator.comparingLong(Column::from));
    return new ErrorProfile(whole(result), List.copyOf(columns), 1);
  }

  private static ElementwiseCheck check(Backend backend, int threads, Watcher watcher) {
    return new ElementwiseCheck(backend, new Sweep(backend, threads, () -> false), watcher);
  }

  private static Curve curve(boolean derivative) {
    return derivative ? Curve.DERIVATIVE : Curve.VALUE;
  }

  private static Column column(long from, long to, Tally tally) {
    return new Column(from, to, tally.maxUlp(), tally.isExcused(), !tally.isGood());
  }

  private static Result whole(Result result) throws IOException {
    @Nullable String failure = result.failure();
    if (failure != null) {
      throw new IOException(result.title() + ": " + failure);
    }
    return result;
  }
}
