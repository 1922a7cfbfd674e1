package dev.activations.npy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every file of NumPy's that is to be read is read. */
final class ValidFilesTest {
  private static final List<String> EMPTY_SHAPES = List.of("0", "3x0", "0x4x2");

  /** Small enough that the fixtures take several, large enough for two of any element. */
  private static final int SMALL_WINDOW_LOG2 = 4;

  /** Headers without a byte order stand for the reader's, as in NumPy. */
  private static final Set<String> NATIVE =
      Set.of(
          "odd-native",
          "odd-descr-f4",
          "odd-descr-f",
          "odd-descr-vf4",
          "odd-descr-vf",
          "odd-descr-nf",
          "odd-descr-float32",
          "odd-descr-single",
          "odd-descr-f04");

  private static final double UNTOUCHED = -77;

  static List<Fixtures.Valid> valid() {
    return Fixtures.valid();
  }

  static SortedSet<String> odd() throws IOException {
    return Fixtures.names("odd");
  }

  @ParameterizedTest
  @MethodSource("valid")
  void headerSaysWhatNumPyWrote(Fixtures.Valid file) throws IOException {
    try (NpyInput input = NpyInput.open(file.path())) {
      NpyHeader header = input.header();
      assertThat(header.type()).isEqualTo(file.type);
      assertThat(header.byteOrder()).isEqualTo(file.order);
      assertThat(header.fortranOrder()).isEqualTo(file.fortran);
      assertThat(header.shape()).isEqualTo(file.shape());
      assertThat(header.rank()).isEqualTo(file.shape().length);
      assertThat(header.elements()).isEqualTo(file.elements().length);
      assertThat(header.dataBytes()).isEqualTo(header.elements() * file.type.bytes());
      assertThat(header.dataOffset()).isEqualTo(128);
    }
  }

  @ParameterizedTest
  @MethodSource("valid")
  void elementsAreThoseOfTheRule(Fixtures.Valid file) throws IOException {
    try (NpyInput input = NpyInput.open(file.path())) {
      assertHolds(input, file.elements());
    }
  }

  @ParameterizedTest
  @MethodSource("valid")
  void elementsAreTheSameThroughSmallWindows(Fixtures.Valid file) throws IOException {
    try (NpyInput input = NpyInput.open(file.path(), SMALL_WINDOW_LOG2)) {
      assertHolds(input, file.elements());
    }
  }

  @ParameterizedTest
  @MethodSource("odd")
  void oddButLegalHeadersAreRead(String name) throws IOException {
    try (NpyInput input = NpyInput.open(Fixtures.path("odd/" + name + ".npy"))) {
      assertThat(input.header().type()).isEqualTo(ElementType.FLOAT32);
      assertThat(input.header().byteOrder())
          .isEqualTo(NATIVE.contains(name) ? ByteOrder.nativeOrder() : ByteOrder.LITTLE_ENDIAN);
      assertThat(input.header().shape()).containsExactly(2, 3);
      assertHolds(input, Fixtures.rule(6));
    }
  }

  @Test
  void someDataIsUnaligned() throws IOException {
    try (NpyInput input = NpyInput.open(Fixtures.path("odd/odd-unaligned.npy"))) {
      assertThat(input.header().dataOffset() % Float.BYTES).isNotZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void zeroSizesHoldNothing(ElementType type) throws IOException {
    for (String shape : EMPTY_SHAPES) {
      String name = "valid/zero-f" + type.bytes() + "-" + shape + ".npy";
      try (NpyInput input = NpyInput.open(Fixtures.path(name))) {
        assertThat(input.header().shapeText().replaceAll("[(),]", "").replace(' ', 'x'))
            .isEqualTo(shape);
        assertThat(input.header().elements()).isZero();
        assertHolds(input, new double[0]);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void specialFloatsKeepTheirBits(int bytes) throws IOException {
    float[] found = new float[8];
    try (NpyInput input = NpyInput.open(Fixtures.path("valid/specials-f" + bytes + ".npy"))) {
      input.read(0, found, 0, found.length);
    }
    boolean half = bytes == 2;
    float smallest = half ? 0x1p-24f : Float.MIN_VALUE;
    float largest = half ? 65504f : Float.MAX_VALUE;
    float normal = half ? 0x1p-14f : Float.MIN_NORMAL;
    float infinity = Float.POSITIVE_INFINITY;
    assertThat(found)
        .containsExactly(
            new float[] {0f, -0f, infinity, -infinity, Float.NaN, smallest, largest, normal});
  }

  @Test
  void specialDoublesKeepTheirBits() throws IOException {
    double[] found = new double[8];
    try (NpyInput input = NpyInput.open(Fixtures.path("valid/specials-f8.npy"))) {
      input.read(0, found, 0, found.length);
    }
    double infinity = Double.POSITIVE_INFINITY;
    assertThat(found)
        .containsExactly(
            0.0,
            -0.0,
            infinity,
            -infinity,
            Double.NaN,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            Double.MIN_NORMAL);
  }

  @Test
  void everyFixtureIsTested() throws IOException {
    SortedSet<String> tested = new TreeSet<>();
    Fixtures.valid().forEach(file -> tested.add(file.name.replace(".npy", "")));
    for (ElementType type : ElementType.values()) {
      EMPTY_SHAPES.forEach(shape -> tested.add("zero-f" + type.bytes() + "-" + shape));
      tested.add("specials-f" + type.bytes());
    }
    assertThat(Fixtures.names("valid")).isEqualTo(tested);
  }

  /** Reads all at once, every part of it, and element by element. */
  private static void assertHolds(NpyInput input, double[] expected) throws IOException {
    int count = expected.length;
    for (int first = 0; first <= count; first++) {
      double[] wanted = expected.clone();
      Arrays.fill(wanted, 0, first, UNTOUCHED);
      double[] found = new double[count];
      Arrays.fill(found, UNTOUCHED);
      if (input.header().type() == ElementType.FLOAT64) {
        input.read(first, found, first, count - first);
      } else {
        float[] floats = Fixtures.floats(found);
        input.read(first, floats, first, count - first);
        Arrays.setAll(found, i -> floats[i]);
      }
      assertThat(found).isEqualTo(wanted);
    }
    for (int i = 0; i < count; i++) {
      boolean wide = input.header().type() == ElementType.FLOAT64;
      assertThat(wide ? input.doubleAt(i) : input.floatAt(i)).isEqualTo(expected[i]);
    }
  }
}
