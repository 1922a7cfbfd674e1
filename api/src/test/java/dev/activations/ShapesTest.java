package dev.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every backend says of operands that do not fit. */
class ShapesTest {
  private static final Tensor TENSOR = new ArrayTensor(2, 3);

  @Test
  void anotherShapeIsNamedBesideTheOneThatIsExpected() {
    Shapes.require("y", TENSOR, 2, 3, "x");
    for (int[] shape : new int[][] {{3, 2}, {2, 4}, {1, 3}}) {
      assertThatThrownBy(
              () -> Shapes.require("y", TENSOR, shape[0], shape[1], "x and ", Activation.RELU))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("y is 2x3, expected %dx%d after x and relu", shape[0], shape[1]);
    }
    assertThatThrownBy(() -> Shapes.require("y", null, 2, 3, "x"))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("y is null");
  }

  @Test
  void anArrayOfAnotherLengthIsNamed() {
    Shapes.requireElements(TENSOR, 6, "source");
    assertThatThrownBy(() -> Shapes.requireElements(TENSOR, 5, "source"))
        .hasMessage("the tensor 2x3 has 6 elements, the source has 5");
  }

  @ParameterizedTest
  @CsvSource({"0, 4, 0, 4", "0, 4, 4, 4", "4, 4, 0, 4", "0, 0, 0, 4", "2, 4, 3, 0"})
  void partsThatAreTheSameOrApart(int outFrom, int outCount, int inFrom, int inCount) {
    Shapes.requireApart("y", outFrom, outCount, "x", inFrom, inCount);
  }

  @ParameterizedTest
  @CsvSource({"0, 4, 3, 4", "3, 4, 0, 4", "0, 4, 0, 3", "1, 2, 0, 4"})
  void partsThatShareSomeElements(int outFrom, int outCount, int inFrom, int inCount) {
    assertThatThrownBy(() -> Shapes.requireApart("y", outFrom, outCount, "x", inFrom, inCount))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "y is elements %d to %d of its array and x elements %d to %d of the same:",
            outFrom, outFrom + outCount - 1, inFrom, inFrom + inCount - 1)
        .hasMessageEndingWith("so wrap another part or copy");
  }

  @ParameterizedTest
  @CsvSource({"6, 1, 2, 3", "6, -1, 1, 1", "5, 0, 2, 3", "0, 1, 0, 3"})
  void aPartThatIsNotInTheArray(int length, int offset, int rows, int columns) {
    assertThatThrownBy(() -> Shapes.requirePart(length, offset, rows, columns))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "a tensor of %d x %d at offset %d takes %d elements, the array has %d: expected",
            rows, columns, offset, rows * columns, length);
  }

  @Test
  void aPartAtTheEnd() {
    Shapes.requirePart(7, 1, 2, 3);
    Shapes.requirePart(7, 7, 0, 3);
  }

  @ParameterizedTest
  @CsvSource({"-1, 2", "2, -1"})
  void noSideIsNegative(long rows, long columns) {
    assertThatThrownBy(() -> Tensor.checkShape(rows, columns))
        .hasMessage("a shape has no negative side, found %d x %d", rows, columns);
  }

  @ParameterizedTest
  @CsvSource({"2147483640, 1", "1, 2147483640", "46341, 46341", "4294967296, 4294967296"})
  void moreElementsThanAnArrayHas(long rows, long columns) {
    assertThatThrownBy(() -> Tensor.checkShape(rows, columns))
        .hasMessageContaining("at most 2^31 - 9 = 2147483639 elements")
        .hasMessageEndingWith("found %d x %d: split it into blocks of rows", rows, columns);
  }

  @Test
  void shapesThatAreLegal() {
    assertThat(Tensor.checkShape(2147483639L, 1)).isEqualTo(Tensor.MAX_ELEMENTS);
    assertThat(Tensor.checkShape(0, 2147483639L)).isZero();
    assertThat(Tensor.checkShape(46340, 46340)).isEqualTo(46340 * 46340);
  }

  @Test
  void aTensorOfAnotherBackendNamesBoth() {
    assertThat(Shapes.foreign("x", TENSOR, "cpu"))
        .hasMessage(
            "x was allocated by the backend dev.activations.ArrayTensor, and this is cpu: allocate"
                + " it here and copy");
    assertThat(Shapes.foreign("x", TENSOR, TENSOR.backend()))
        .hasMessageStartingWith("x was allocated by another backend dev.activations.ArrayTensor,");
  }
}
