package dev.activations.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every entry of the catalogue has to keep, whatever its formula. */
class FunctionEntryTest {
  static Stream<FunctionEntry> functions() {
    return Catalogue.functions().stream();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void nanGivesNan(FunctionEntry entry) {
    for (double[] p : entry.examples()) {
      assertThat(entry.valueAt(Double.NaN, p)).isNaN();
      assertThat(entry.derivativeAt(Double.NaN, p)).isNaN();
    }
  }

  /** The limits that are listed are where the definition goes. */
  @ParameterizedTest
  @MethodSource("functions")
  void infinitiesGiveTheLimitsOfTheDefinition(FunctionEntry entry) {
    for (double[] p : entry.examples()) {
      for (boolean positive : new boolean[] {false, true}) {
        double infinity = positive ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        double far = positive ? Double.MAX_VALUE : -Double.MAX_VALUE;
        near(entry.valueAt(infinity, p), entry.valueAt(far, p), entry + " at " + far);
        near(entry.derivativeAt(infinity, p), entry.derivativeAt(far, p), entry + "' at " + far);
      }
    }
  }

  private static void near(double limit, double far, String where) {
    if (Double.isInfinite(limit)) {
      assertThat(Math.abs(far)).as(where).isGreaterThan(1e250);
      assertThat(Math.signum(far)).as(where).isEqualTo(Math.signum(limit));
    } else {
      assertThat(Math.abs(far - limit)).as(where).isLessThan(1e-250);
      if (limit == 0) {
        // The sign of a zero is that of the side from which the limit is approached.
        assertThat(Math.copySign(1, far)).as(where).isEqualTo(Math.copySign(1, limit));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void kinksGiveTheListedDerivatives(FunctionEntry entry) {
    for (double[] p : entry.examples()) {
      for (Kink kink : entry.kinks()) {
        assertThat(entry.derivativeAt(kink.point(p), p)).isEqualTo(kink.derivative(p));
      }
    }
  }

  /** Every value lies in the range, and comes close to both of its ends. */
  @ParameterizedTest
  @MethodSource("functions")
  void theRangeIsTheRange(FunctionEntry entry) {
    for (double[] p : entry.examples()) {
      Interval range = entry.rangeAt(p);
      double least = Double.POSITIVE_INFINITY;
      double greatest = Double.NEGATIVE_INFINITY;
      List<Double> points = new ArrayList<>();
      for (int i = -40_000; i <= 40_000; i++) {
        points.add(i * 1e-3);
      }
      points.add(-1e300);
      points.add(1e300);
      for (double x : points) {
        double y = entry.valueAt(x, p);
        // Rounding may reach an open end, and may pass the minimum of a smooth function by an ulp.
        assertThat(y).as("%s at %s", entry, x).isBetween(range.lower() - 1e-15, range.upper());
        least = Math.min(least, y);
        greatest = Math.max(greatest, y);
      }
      boolean jumps = entry.name().equals("threshold");
      if (!jumps) {
        end(range.lower(), least, entry);
        end(range.upper(), greatest, entry);
      }
    }
  }

  private static void end(double end, double reached, FunctionEntry entry) {
    if (Double.isInfinite(end)) {
      assertThat(Math.abs(reached)).as(entry + " reaches " + end).isGreaterThan(1e250);
    } else {
      assertThat(reached).as(entry + " reaches " + end).isBetween(end - 1e-5, end + 1e-5);
    }
  }

  /** Negative before it, positive behind it; nowhere negative where a smooth function has none. */
  @ParameterizedTest
  @MethodSource("functions")
  void theTurningPointIsWhereTheDerivativeChangesItsSign(FunctionEntry entry) {
    for (double[] p : entry.examples()) {
      OptionalDouble turn = entry.turningPointAt(p);
      if (turn.isPresent()) {
        double x = turn.getAsDouble();
        assertThat(entry.derivativeAt(x, p)).isBetween(-1e-15, 1e-15);
        assertThat(entry.derivativeAt(x * (1 + 1e-12), p)).as("before").isNegative();
        assertThat(entry.derivativeAt(x * (1 - 1e-12), p)).as("behind").isPositive();
      } else if (entry.kinks().isEmpty()) {
        for (int i = -4_000; i <= 4_000; i++) {
          assertThat(entry.derivativeAt(i * 1e-2, p)).isNotNegative();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void entriesAreWhole(FunctionEntry entry) {
    assertThat(entry.name()).matches("[a-z][a-z0-9_]*");
    assertThat(entry.usedIn()).endsWith(".");
    assertThat(entry.valueUlps()).isPositive().isLessThanOrEqualTo(4);
    assertThat(entry.derivativeUlps()).isPositive().isLessThanOrEqualTo(4);
    assertThat(entry.valueFloor()).isBetween(0.0, 0x1p-22);
    assertThat(entry.derivativeFloor()).isBetween(0.0, 0x1p-22);
    for (Parameter parameter : entry.parameters()) {
      assertThat(entry.formula()).contains(parameter.name());
      assertThat(parameter.meaning()).isNotEmpty();
    }
  }

  @Test
  void anEntryThatLacksAPartIsRefused() {
    List<FunctionEntry> catalogue = new ArrayList<>();
    FunctionDraft draft = FunctionEntry.named("half").value("x / 2", (x, p) -> x / 2);
    assertThatThrownBy(() -> draft.addTo(catalogue))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("catalogue entry half lacks its derivative");
    draft.derivative("1 / 2", (x, p) -> 0.5).range(Interval.ALL).usedIn("Tests.");
    assertThatThrownBy(() -> draft.addTo(catalogue)).hasMessageContaining("lacks its limits");
    draft.limits(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0.5, 0.5);
    assertThatThrownBy(() -> draft.addTo(catalogue)).hasMessageContaining("lacks its error bound");
    draft.ulps(0.5, 0.5).required("a", Interval.POSITIVE, "nothing");
    assertThatThrownBy(() -> draft.addTo(catalogue)).hasMessageContaining("lacks an example");
    draft.example(1).addTo(catalogue);
    draft.floors(0x1p-40, 0x1p-30).addTo(catalogue);
    assertThat(catalogue).hasSize(2);
    assertThat(catalogue.get(0).derivativeFloor()).isZero();
    assertThat(catalogue.get(1).valueFloor()).isEqualTo(0x1p-40);
    assertThat(catalogue.get(1).derivativeFloor()).isEqualTo(0x1p-30);
  }

  @Test
  void intervals() {
    assertThat(Interval.closed(-1, 1).contains(1)).isTrue();
    assertThat(Interval.open(-1, 1).contains(1)).isFalse();
    assertThat(Interval.ALL.contains(Double.POSITIVE_INFINITY)).isFalse();
    assertThat(Interval.ALL.contains(Double.NaN)).isFalse();
    assertThat(Interval.closedOpen(-0.5, 3)).hasToString("[-0.5, 3)");
    assertThat(Numbers.text(Double.NaN)).isEqualTo("nan");
  }
}
