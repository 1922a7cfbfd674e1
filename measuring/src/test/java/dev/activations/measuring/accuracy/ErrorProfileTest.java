package dev.activations.measuring.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.Backends;
import dev.activations.conformance.WrongBackends;
import dev.activations.measuring.Watcher;
import dev.activations.measuring.findings.Result;
import dev.activations.measuring.findings.Verdict;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The line of floats, and the errors along it. */
class ErrorProfileTest {
  private static final float MOST = Float.MAX_VALUE;

  private static ErrorProfile measure(String backend, Activation f, Curve direction, FloatLine line)
      throws Exception {
    try (Backend opened = Backends.open(backend)) {
      return ErrorProfile.measure(opened, 2, f, direction, line);
    }
  }

  /** With no floats but the sample's the inputs are verify's, NaNs and infinities aside. */
  @ParameterizedTest
  @EnumSource(Curve.class)
  void theWorstPointIsVerifys(Curve direction) throws Exception {
    Activation f = Activation.GELU_ERF;
    FloatLine line = FloatLine.of(f, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, 500, 0);
    ErrorProfile profile = measure("cpu", f, direction, line);
    Result verified;
    try (Backend backend = Backends.open("cpu")) {
      verified =
          new ElementwiseCheck(backend, new Sweep(backend, 2, () -> false), Watcher.NONE)
              .verify(f, direction, Sample.of(f));
    }
    assertThat(profile.result().errors().maxUlp()).isEqualTo(verified.errors().maxUlp());
    assertThat(profile.result().errors().worst()).isEqualTo(verified.errors().worst());
    int worst = FloatOrder.of(Float.parseFloat(verified.errors().worst().hex()));
    assertThat(profile.columns())
        .filteredOn(column -> column.from() <= worst && worst < column.to())
        .singleElement()
        .satisfies(
            column ->
                assertThat((float) column.maxUlp()).isEqualTo((float) verified.errors().maxUlp()));
  }

  @Test
  void theLineHasEachFloatOnce() {
    float from = -3 * Float.MIN_VALUE;
    float to = 500 * Float.MIN_VALUE;
    FloatLine line = FloatLine.of(Activation.RELU, from, to, 20, 1000);
    BitSet seen = new BitSet();
    float[] x = new float[line.chunkSize()];
    long count = 0;
    for (int column = 0; column < line.chunks(); column++) {
      int length = line.fill(column, x);
      count += length;
      for (int i = 0; i < length; i++) {
        int place = FloatOrder.of(x[i]);
        assertThat(place).isBetween(line.start(column), line.start(column + 1) - 1);
        seen.set(place + 3);
      }
    }
    assertThat(count).isEqualTo(line.count());
    assertThat(seen.cardinality()).isEqualTo(504);
    assertThat(line.step()).isEqualTo(1);
  }

  @Test
  void columnsFollowEachOther() throws Exception {
    FloatLine line = FloatLine.of(Activation.TANH, -MOST, MOST, 100, 16);
    List<ErrorProfile.Column> columns =
        measure("cpu", Activation.TANH, Curve.VALUE, line).columns();
    assertThat(columns).hasSize(100);
    assertThat(columns.get(0).from()).isEqualTo(FloatOrder.of(-MOST));
    assertThat(columns.get(99).to()).isEqualTo(FloatOrder.of(MOST) + 1);
    for (int i = 1; i < 100; i++) {
      assertThat(columns.get(i).from()).isEqualTo(columns.get(i - 1).to());
    }
  }

  @Test
  void placesAreInOrder() {
    float[] ascending = {-MOST, -1, -Float.MIN_VALUE, 0, Float.MIN_VALUE, 1, MOST};
    for (int i = 0; i < ascending.length; i++) {
      assertThat(FloatOrder.at(FloatOrder.of(ascending[i]))).isEqualTo(ascending[i]);
      if (i > 0) {
        assertThat(FloatOrder.of(ascending[i])).isGreaterThan(FloatOrder.of(ascending[i - 1]));
      }
    }
    assertThat(FloatOrder.of(-0f)).isZero();
    assertThat(FloatOrder.of(Math.nextUp(1f)) - FloatOrder.of(1f)).isEqualTo(1);
  }

  @Test
  void whatIsBeyondTheBoundIsMarkedInItsColumn() throws Exception {
    String backend = WrongBackends.of((x, y) -> x == 1 ? y + 8 * Math.ulp(y) : y, 4, 0);
    FloatLine line = FloatLine.of(Activation.RELU, 0.5f, 2, 64, 64);
    ErrorProfile profile = measure(backend, Activation.RELU, Curve.VALUE, line);
    assertThat(profile.result().verdict()).isEqualTo(Verdict.FAILED);
    assertThat(profile.columns())
        .filteredOn(ErrorProfile.Column::wrong)
        .singleElement()
        .satisfies(column -> assertThat(column.maxUlp()).isEqualTo(8));
  }
}
