package dev.activations.cli.plot;

import dev.activations.cli.plot.chart.RoundTicks;
import dev.activations.cli.plot.chart.Tick;
import dev.activations.measuring.accuracy.FloatOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Marks on the line of all floats: powers of ten of both signs and zero. */
final class FloatTicks {
  private static final int[] STEPS = {1, 2, 5, 10, 15, 20};

  /** The powers of ten that are normal floats. */
  private static final int LEAST = -37;

  private static final int MOST = 38;

  private FloatTicks() {}

  /** About so many at most; round numbers where there are no powers of ten. */
  static List<Tick> between(float from, float to, int most) {
    List<Tick> ticks = List.of();
    for (int step : STEPS) {
      ticks = powers(from, to, step);
      if (ticks.size() <= most) {
        break;
      }
    }
    if (ticks.size() > 2) {
      return ticks;
    }
    return RoundTicks.between(from, to, most).stream()
        .map(tick -> new Tick(FloatOrder.of((float) tick.at()), tick.label()))
        .toList();
  }

  private static List<Tick> powers(float from, float to, int step) {
    List<Tick> ticks = new ArrayList<>();
    for (int power = MOST / step * step; power >= LEAST; power -= step) {
      add(ticks, -1, power, from, to);
    }
    if (from <= 0 && to >= 0) {
      ticks.add(new Tick(0, "0"));
    }
    for (int power = LEAST / step * step; power <= MOST; power += step) {
      add(ticks, 1, power, from, to);
    }
    return ticks;
  }

  private static void add(List<Tick> ticks, int sign, int power, float from, float to) {
    BigDecimal exact = BigDecimal.valueOf(sign).scaleByPowerOfTen(power);
    float x = exact.floatValue();
    if (x >= from && x <= to) {
      ticks.add(new Tick(FloatOrder.of(x), RoundTicks.label(exact)));
    }
  }
}
