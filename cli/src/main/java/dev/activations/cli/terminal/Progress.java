package dev.activations.cli.terminal;

import dev.activations.SystemProperty;
import dev.activations.measuring.Watcher;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The progress bar of a long run: on stderr, on a terminal only. Java cannot ask whether stderr is
 * a terminal, so the launcher does, and says how wide it is.
 */
public final class Progress implements Watcher.Course {
  /** Set by the launcher to the width of the terminal when stderr is one. */
  private static final String WIDTH = "activations.terminal.columns";

  private static final int WIDEST = 1000;

  private final @Nullable ProgressBar bar;

  private Progress(@Nullable ProgressBar bar) {
    this.bar = bar;
  }

  /**
   * Shows a bar, where there is a terminal for it.
   *
   * @param task what is being done
   * @param elements how many elements it has
   * @param quiet show none
   * @return the bar, to be closed, which clears it
   */
  public static Progress start(String task, long elements, boolean quiet) {
    return start(task, elements, " M", 1_000_000, quiet);
  }

  /**
   * Shows a bar that counts steps, where there is a terminal for it.
   *
   * @param task what is being done
   * @param steps how many steps it has
   * @param quiet show none
   * @return the bar, to be closed, which clears it
   */
  public static Progress startSteps(String task, long steps, boolean quiet) {
    return start(task, steps, "", 1, quiet);
  }

  private static Progress start(
      String task, long initialMax, String unit, long unitSize, boolean quiet) {
    long width = SystemProperty.count(WIDTH, 0).orElse(0);
    if (quiet || width <= 0) {
      return new Progress(null);
    }
    return new Progress(
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(initialMax)
            .setRenderer(new ProgressLine(unit, unitSize))
            .setUpdateIntervalMillis(200)
            .setConsumer(new ConsoleProgressBarConsumer(System.err, (int) Math.min(width, WIDEST)))
            .clearDisplayOnFinish()
            .build());
  }

  @Override
  public void advance(long elements) {
    if (bar != null) {
      bar.stepBy(elements);
    }
  }

  /**
   * Says what is being done now.
   *
   * @param what a few words
   */
  public void say(String what) {
    if (bar != null) {
      bar.setExtraMessage(what);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
