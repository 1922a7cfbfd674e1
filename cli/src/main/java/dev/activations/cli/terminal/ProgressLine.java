package dev.activations.cli.terminal;

import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBarRenderer;
import me.tongfei.progressbar.ProgressState;

/**
 * The line of a progress bar, such as {@code apply 43% [=====> ] 430/1000 M, 0:00:06 elapsed,
 * 0:00:08 left}.
 */
final class ProgressLine implements ProgressBarRenderer {
  private static final int LEAST_BAR = 3;

  private final String unit;
  private final long unitSize;

  /**
   * A line.
   *
   * @param unit what is counted, behind the numbers
   * @param unitSize how many elements one of it is
   */
  ProgressLine(String unit, long unitSize) {
    this.unit = unit;
    this.unitSize = unitSize;
  }

  @Override
  public String render(ProgressState state, int width) {
    return line(
        state.getTaskName(),
        state.getCurrent(),
        state.getMax(),
        state.getTotalElapsed(),
        state.getExtraMessage(),
        width);
  }

  String line(String task, long done, long all, Duration elapsed, String extra, int width) {
    double part = all <= 0 ? 0 : Math.min(1, (double) done / all);
    String start = String.format(Locale.ROOT, "%s %3d%% [", task, (int) (100 * part));
    String end =
        String.format(
            Locale.ROOT,
            "] %d/%d%s, %s elapsed, %s left%s",
            done / unitSize,
            all / unitSize,
            unit,
            time(elapsed.toSeconds()),
            part == 0 ? "?" : time(Math.round(elapsed.toMillis() * (1 / part - 1) / 1000)),
            extra.isEmpty() ? "" : " " + extra);
    int room = Math.max(LEAST_BAR, width - start.length() - end.length());
    int full = (int) (room * part);
    String bar = "=".repeat(full) + (full < room ? ">" + " ".repeat(room - full - 1) : "");
    String line = start + bar + end;
    return line.length() <= width ? line : line.substring(0, Math.max(0, width));
  }

  private static String time(long seconds) {
    return String.format(
        Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
