package dev.activations.simulator;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Stamps that start anew. */
class DeviceCellsTest {
  private static final long NEARLY_ALL_STAMPS = 1L << 30;

  private final Moment now = new Moment();
  private final DeviceCells cells = new DeviceCells(4, now, "FloatArray");
  private final Launch launch =
      new Launch(
          new Task("t", "g.t", arguments -> {}, new Object[0]), now, new Object[0], List.of(cells));

  private void begin(long items, int local) {
    now.beginLaunch(launch, true, items);
    now.beginGroup(2);
    now.stamp = now.phaseBase + local;
    cells.open(true);
  }

  @Test
  void whatWasWrittenStaysWrittenWhenStampsStartAnew() {
    begin(2, 0);
    cells.write(1);
    cells.read(1);
    begin(NEARLY_ALL_STAMPS, 1);
    cells.read(1);
    cells.write(1);
    assertThatThrownBy(() -> cells.read(2)).hasMessageContaining("which nothing wrote");
  }

  @Test
  void racesAreSeenAfterwardsToo() {
    begin(NEARLY_ALL_STAMPS, 0);
    cells.write(1);
    now.stamp = now.phaseBase + 1;
    assertThatThrownBy(() -> cells.read(1)).hasMessageContaining("race");
    begin(NEARLY_ALL_STAMPS, 1);
    cells.read(1);
  }

  @Test
  void severalReadersOfAGroupAreOneRace() {
    cells.fill();
    begin(2, 0);
    cells.read(0);
    now.stamp = now.phaseBase + 1;
    cells.read(0);
    assertThatThrownBy(() -> cells.write(0)).hasMessageContaining("race");
  }
}
