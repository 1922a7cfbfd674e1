package dev.activations.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Outputs hold, byte by byte, what NumPy would write. */
final class NpyOutputTest {
  static final NpyHeader ONE = NpyHeader.of(ElementType.FLOAT32, ByteOrder.LITTLE_ENDIAN, 1);
  static final NpyHeader TWO = NpyHeader.of(ElementType.FLOAT64, ByteOrder.LITTLE_ENDIAN, 2);

  @TempDir Path directory;
  private Path target;

  @BeforeEach
  void nameTarget() {
    target = directory.resolve("out.npy");
  }

  static List<Fixtures.Valid> saved() {
    return Fixtures.saved();
  }

  @ParameterizedTest
  @MethodSource("saved")
  void bytesAreNumPys(Fixtures.Valid file) throws IOException {
    NpyHeader header = NpyHeader.of(file.type, file.order, file.shape());
    try (NpyOutput output = NpyOutput.create(target, header, false)) {
      // In two parts and backwards.
      int count = file.elements().length;
      int half = count / 2;
      write(output, file, half, count - half);
      write(output, file, 0, half);
      output.commit();
    }
    assertThat(target).hasBinaryContent(Files.readAllBytes(file.path()));
  }

  private static void write(NpyOutput output, Fixtures.Valid file, int first, int count)
      throws IOException {
    if (file.type == ElementType.FLOAT64) {
      output.write(first, file.elements(), first, count);
    } else {
      output.write(first, Fixtures.floats(file.elements()), first, count);
    }
  }

  @ParameterizedTest
  @EnumSource
  void zeroSizesAreNumPys(ElementType type) throws IOException {
    NpyHeader header = NpyHeader.of(type, ByteOrder.LITTLE_ENDIAN, 3, 0);
    try (NpyOutput output = NpyOutput.create(target, header, false)) {
      output.commit();
    }
    assertThat(target).hasBinaryContent(Fixtures.bytes("valid/zero-f" + type.bytes() + "-3x0.npy"));
  }

  @ParameterizedTest
  @EnumSource
  void manyBuffersComeBack(ElementType type) throws IOException {
    int count = 500_001;
    double[] elements = new double[count];
    for (int i = 0; i < count; i++) {
      elements[i] = i % 2048;
    }
    NpyHeader header = NpyHeader.of(type, ByteOrder.BIG_ENDIAN, count);
    double[] found = new double[count];
    try (NpyOutput output = NpyOutput.create(target, header, false)) {
      if (type == ElementType.FLOAT64) {
        output.write(0, elements, 0, count);
      } else {
        output.write(0, Fixtures.floats(elements), 0, count);
      }
      output.commit();
    }
    try (NpyInput input = NpyInput.open(target)) {
      if (type == ElementType.FLOAT64) {
        input.read(0, found, 0, count);
      } else {
        float[] floats = new float[count];
        input.read(0, floats, 0, count);
        for (int i = 0; i < count; i++) {
          found[i] = floats[i];
        }
      }
    }
    assertThat(found).isEqualTo(elements);
  }

  @Test
  void aHeaderThatWasReadIsWrittenNumPysWay() throws IOException {
    try (NpyInput input = NpyInput.open(Fixtures.path("odd/odd-unaligned.npy"));
        NpyOutput output = NpyOutput.create(target, input.header(), false)) {
      output.write(0, Fixtures.floats(Fixtures.rule(6)), 0, 6);
      output.commit();
    }
    assertThat(target).hasBinaryContent(Fixtures.bytes("valid/f4-le-C-r2-v1.npy"));
  }

  @Test
  void wrongTypesAndRangesAreProgrammingErrors() throws IOException {
    try (NpyOutput floats = NpyOutput.create(target, ONE, false);
        NpyOutput doubles = NpyOutput.create(directory.resolve("d.npy"), TWO, false)) {
      assertThatIllegalStateException().isThrownBy(() -> floats.write(0, new double[1], 0, 1));
      assertThatIllegalStateException().isThrownBy(() -> doubles.write(0, new float[1], 0, 1));
      assertThatThrownBy(() -> floats.write(1, new float[1], 0, 1))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> doubles.write(0, new double[1], 0, 2))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }
}
