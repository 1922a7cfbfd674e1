package dev.activations.cli.plot;

import dev.activations.Activation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Samples between two kinks, ascending, each time twice as close where lines do not do. */
final class Stretch {
  private final Activation f;
  private List<Sample> samples = new ArrayList<>();

  /** Which samples have a straight line to the next one. */
  private BitSet straight = new BitSet();

  /** From one sample to another; these stand for the limits from inside. */
  Stretch(Activation f, Sample from, Sample to) {
    this.f = f;
    samples.add(from);
    samples.add(to);
  }

  List<Sample> samples() {
    return samples;
  }

  /** Adds the middles of all pairs between which a line is not known to do. */
  void halve(double valueTolerance, double derivativeTolerance) {
    List<Sample> closer = new ArrayList<>();
    BitSet still = new BitSet();
    for (int i = 0; i < samples.size() - 1; i++) {
      Sample left = samples.get(i);
      Sample right = samples.get(i + 1);
      double x = left.x() / 2 + right.x() / 2;
      closer.add(left);
      if (straight.get(i) || !(x > left.x() && x < right.x())) {
        still.set(closer.size() - 1);
      } else {
        Sample middle = new Sample(x, f.value(x), f.derivative(x));
        if (isLine(left.value(), middle.value(), right.value(), valueTolerance)
            && isLine(
                left.derivative(), middle.derivative(), right.derivative(), derivativeTolerance)) {
          still.set(closer.size() - 1, closer.size() + 1);
        }
        closer.add(middle);
      }
    }
    closer.add(samples.get(samples.size() - 1));
    samples = closer;
    straight = still;
  }

  private static boolean isLine(double left, double middle, double right, double tolerance) {
    if (!Double.isFinite(left) && !Double.isFinite(middle) && !Double.isFinite(right)) {
      return true; // beyond the range of double
    }
    return Math.abs(left / 2 + right / 2 - middle) <= tolerance;
  }
}
