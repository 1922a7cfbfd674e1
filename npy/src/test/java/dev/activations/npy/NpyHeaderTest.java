package dev.activations.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Headers are written as NumPy writes them, and describe only what can exist. */
final class NpyHeaderTest {
  private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;

  static List<String> digests() throws IOException {
    return Files.readAllLines(Fixtures.path("header-digests.tsv"));
  }

  static List<Fixtures.Valid> valid() {
    return Fixtures.valid();
  }

  @ParameterizedTest
  @MethodSource("digests")
  void encodesAsNumPyUpToAnyLength(String line) throws NoSuchAlgorithmException {
    String[] fields = line.split("\t", -1);
    byte[] digest = HexFormat.of().parseHex(fields[2]);
    long[] shape = shape(fields[0]);
    byte[] encoded = NpyHeader.of(ElementType.FLOAT32, LITTLE, shape).encode();
    assertThat(encoded).hasSize(Integer.parseInt(fields[1]));
    assertThat(MessageDigest.getInstance("SHA-256").digest(encoded)).isEqualTo(digest);
  }

  @Test
  void whatWasEncodedIsParsed() throws IOException {
    for (int rank : new int[] {1, 5, 21_800, 30_000}) {
      long[] shape = new long[rank];
      NpyHeader header = NpyHeader.of(ElementType.FLOAT64, ByteOrder.BIG_ENDIAN, shape);
      NpyHeader parsed = parse(header.encode());
      assertThat(parsed.encode()).isEqualTo(header.encode());
      assertThat(parsed.dataOffset())
          .isEqualTo(header.dataOffset())
          .isEqualTo(header.encode().length);
    }
  }

  @ParameterizedTest
  @MethodSource("valid")
  void whatNumPyWroteIsEncodedTheSame(Fixtures.Valid file) throws IOException {
    byte[] bytes = Files.readAllBytes(file.path());
    if (file.version == 1) {
      try (NpyInput input = NpyInput.open(file.path())) {
        byte[] header = Arrays.copyOf(bytes, (int) input.header().dataOffset());
        assertThat(input.header().encode()).isEqualTo(header);
      }
    }
  }

  @Test
  void aLongHeaderIsRefusedBeforeItIsRead() {
    byte[] bytes = new byte[(1 << 20) + 13];
    byte[] start = "\u0093NUMPY\u0002\0\u0001\0\u0010\0".getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(start, 0, bytes, 0, start.length);
    assertThatThrownBy(() -> parse(bytes))
        .isInstanceOf(NpyFormatException.class)
        .hasMessageContaining("found a header of 1048577 bytes; expected at most 1048576");
  }

  @Test
  void aLongShapeStaysOutOfMessages() {
    long[] shape = new long[1000];
    Arrays.fill(shape, 1);
    byte[] header = NpyHeader.of(ElementType.FLOAT32, LITTLE, shape).encode();
    assertThatThrownBy(() -> parse(header))
        .isInstanceOf(NpyFormatException.class)
        .hasMessageContaining("(rank 1000, float32)");
  }

  @Test
  void aFileThatShrinksMeanwhileIsTruncated() {
    byte[] header = NpyHeader.of(ElementType.FLOAT32, LITTLE, 0).encode();
    ByteArrayInputStream shorter = new ByteArrayInputStream(header, 0, 50);
    assertThatThrownBy(
            () ->
                NpyHeaderParser.parse(
                    Path.of("x.npy"), Channels.newChannel(shorter), header.length))
        .isInstanceOf(NpyFormatException.class)
        .hasMessageStartingWith("x.npy: truncated");
  }

  @Test
  void theShapeIsCopiedBothWays() {
    long[] shape = {2, 3};
    NpyHeader header = NpyHeader.of(ElementType.FLOAT16, LITTLE, shape);
    shape[0] = 9;
    header.shape()[1] = 9;
    assertThat(header.shape()).containsExactly(2, 3);
    assertThat(header.fortranOrder()).isFalse();
    assertThat(header.shapeText()).isEqualTo("(2, 3)");
  }

  @Test
  void whatCannotExistIsAnIllegalArgument() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NpyHeader.of(ElementType.FLOAT32, LITTLE))
        .withMessageContaining("rank 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NpyHeader.of(ElementType.FLOAT32, LITTLE, 2, -1))
        .withMessageContaining("negative");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NpyHeader.of(ElementType.FLOAT32, LITTLE, 1L << 32, 1L << 31))
        .withMessageContaining("too large");
  }

  @ParameterizedTest
  @EnumSource
  void typesHaveNumPysNames(ElementType type) {
    assertThat(type.numpyName()).isEqualTo("float" + 8 * type.bytes());
    assertThat(type.descr(LITTLE)).isEqualTo("<f" + type.bytes());
    assertThat(type.descr(ByteOrder.BIG_ENDIAN)).isEqualTo(">f" + type.bytes());
  }

  private static NpyHeader parse(byte[] bytes) throws IOException {
    return NpyHeaderParser.parse(
        Path.of("x.npy"), Channels.newChannel(new ByteArrayInputStream(bytes)), bytes.length);
  }

  private static long[] shape(String text) {
    String[] repeated = text.split("\\^", -1);
    if (repeated.length == 2) {
      long[] shape = new long[Integer.parseInt(repeated[1])];
      Arrays.fill(shape, Long.parseLong(repeated[0]));
      return shape;
    }
    return Arrays.stream(text.split("x", -1)).mapToLong(Long::parseLong).toArray();
  }
}
