package dev.activations.measuring.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.activations.Activation;
import dev.activations.RowOperation;
import dev.activations.measuring.work.Cell;
import dev.activations.reference.RowOracle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is expected of a cell, whoever computed it. */
class DefinitionsOfCellsTest {
  private static final float[] X = {-1, 0.5f, 2, 3, -2, 0.25f};
  private static final float[] DY = {1, 2, -1, 0.5f, 3, -2};
  private static final float[] NONE = {};

  /** Collects what is expected, each at its index. */
  private static final class Found implements Definitions.Judge {
    private final List<Integer> indices = new ArrayList<>();
    private final List<Double> expected = new ArrayList<>();

    @Override
    public void element(int index, float x, double value) {
      assertThat(x).isEqualTo(X[index]);
      add(index, value);
    }

    @Override
    public void product(int index, float x, float dy, double slope) {
      assertThat(x).isEqualTo(X[index]);
      assertThat(dy).isEqualTo(DY[index]);
      add(index, dy * slope);
    }

    @Override
    public void ofRow(int index, float x, double value, double terms) {
      assertThat(terms).isNotNegative();
      add(index, value);
    }

    private void add(int index, double value) {
      indices.add(index);
      expected.add(value);
    }
  }

  @Test
  void elementsAreTheFunctions() {
    Found value = new Found();
    new Definitions(Cell.parse("tanh 2x3"), X, false, NONE).elements(2, value);
    assertThat(value.indices).containsExactly(0, 2, 4);
    assertThat(value.expected.get(1)).isEqualTo(Activation.TANH.value(2));
    Found slope = new Found();
    new Definitions(Cell.parse("tanh/derivative 2x3"), X, false, NONE).elements(1, slope);
    Found product = new Found();
    new Definitions(Cell.parse("tanh/backward 2x3"), X, false, DY).elements(1, product);
    assertThat(slope.expected).hasSize(6);
    for (int i = 0; i < 6; i++) {
      assertThat(slope.expected.get(i)).isEqualTo(Activation.TANH.derivative(X[i]));
      assertThat(product.expected.get(i)).isEqualTo(DY[i] * slope.expected.get(i));
    }
  }

  @Test
  void aRowIsTheTextbooks() {
    Found found = new Found();
    new Definitions(Cell.parse("softmax 2x3"), X, false, NONE).row(1, found);
    assertThat(found.indices).containsExactly(3, 4, 5);
    double[] row = RowOracle.forward(RowOperation.SOFTMAX, 3, -2, 0.25);
    assertThat(found.expected).containsExactly(row[0], row[1], row[2]);
    Found sum = new Found();
    new Definitions(Cell.parse("logsumexp 2x3"), X, false, NONE).row(1, sum);
    assertThat(sum.indices).containsExactly(1);
  }

  /** A backward that is told x makes the forward's output itself. */
  @ParameterizedTest
  @ValueSource(strings = {"softmax", "log_softmax", "softmin", "logsumexp"})
  void backwardsStartFromTheInputOrFromWhatTheForwardLeft(String name) {
    Cell cell = Cell.parse(name + "/backward 2x3");
    RowOperation f = (RowOperation) cell.work().step();
    float[] dy = Arrays.copyOf(DY, cell.gradientElements());
    float[] left = X.clone();
    for (int row = 0; row < 2 && cell.forwardColumns() > 1; row++) {
      double[] y = RowOracle.forward(f, X[3 * row], X[3 * row + 1], X[3 * row + 2]);
      for (int i = 0; i < 3; i++) {
        left[3 * row + i] = (float) y[i];
      }
    }
    Found fromInput = new Found();
    Found fromOutput = new Found();
    for (int row = 0; row < 2; row++) {
      new Definitions(cell, X, false, dy).row(row, fromInput);
      new Definitions(cell, left, true, dy).row(row, fromOutput);
    }
    assertThat(fromInput.indices).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(fromOutput.indices).isEqualTo(fromInput.indices);
    for (int i = 0; i < 6; i++) {
      assertThat(fromOutput.expected.get(i)).isCloseTo(fromInput.expected.get(i), within(1e-6));
    }
  }
}
