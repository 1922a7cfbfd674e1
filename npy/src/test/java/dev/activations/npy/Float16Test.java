package dev.activations.npy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The conversions agree with NumPy's, bit by bit but for the quieting of NaN. */
final class Float16Test {
  private static final int HALVES = 1 << Short.SIZE;
  private static final int INFINITY = 0x7c00;

  /** The fixtures have NumPy's usual header. */
  private static final int HEADER = 128;

  @Test
  void everyHalfIsTheFloatThatNumPyMakes() throws IOException {
    byte[] planes;
    byte[] packed = Fixtures.bytes("float16/halves-as-float32-planes.gz");
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      planes = in.readAllBytes();
    }
    assertThat(planes).hasSize(HALVES * Float.BYTES);
    for (int half = 0; half < HALVES; half++) {
      int expected = 0;
      for (int plane = Float.BYTES - 1; plane >= 0; plane--) {
        expected = expected << Byte.SIZE | Byte.toUnsignedInt(planes[plane * HALVES + half]);
      }
      if (Float.isNaN(Float.intBitsToFloat(expected))) {
        expected |= 0x0040_0000;
      }
      assertThat(Float.floatToRawIntBits(Float16.toFloat((short) half)))
          .as("half %04x", half)
          .isEqualTo(expected);
    }
  }

  @Test
  void everyHalfComesBack() {
    for (int half = 0; half < HALVES; half++) {
      boolean nan = (half & 0x7fff) > INFINITY;
      assertThat(Float16.fromFloat(Float16.toFloat((short) half)))
          .isEqualTo((short) (nan ? half | 0x0200 : half));
    }
  }

  @Test
  void roundsAsNumPy() {
    ByteBuffer input = data("float16/round-input.npy");
    ByteBuffer expected = data("float16/round-expected.npy");
    assertThat(expected.remaining() * 2).isEqualTo(input.remaining()).isGreaterThan(20_000);
    while (input.hasRemaining()) {
      float value = input.getFloat();
      short wanted = expected.getShort();
      assertThat(Float16.fromFloat(value)).as("%a", value).isEqualTo(wanted);
    }
  }

  @Test
  void everyTieGoesToEvenAndItsNeighboursToTheNearest() {
    for (int half = 0; half < INFINITY; half++) {
      float low = Float16.toFloat((short) half);
      float high = half + 1 == INFINITY ? 65536f : Float16.toFloat((short) (half + 1));
      float middle = (low + high) / 2;
      assertRounds(Math.nextDown(middle), half);
      assertRounds(middle, half + (half & 1));
      assertRounds(Math.nextUp(middle), half + 1);
    }
  }

  private static void assertRounds(float value, int half) {
    assertThat(Float16.fromFloat(value)).as("%a", value).isEqualTo((short) half);
    assertThat(Float16.fromFloat(-value)).as("%a", -value).isEqualTo((short) (half | 0x8000));
  }

  @Test
  void nanStaysQuietNanWithItsSignAndPayload() {
    assertThat(Float16.fromFloat(Float.NaN)).isEqualTo((short) 0x7e00);
    assertThat(Float16.fromFloat(Float.intBitsToFloat(0x7f80_0001))).isEqualTo((short) 0x7e00);
    assertThat(Float16.fromFloat(Float.intBitsToFloat(0xffff_ffff))).isEqualTo((short) 0xffff);
    assertThat(Float16.fromFloat(Float.intBitsToFloat(0x7fc0_2000))).isEqualTo((short) 0x7e01);
  }

  @Test
  void whatIsTooLargeIsInfinite() {
    for (float value : new float[] {65520f, 65536f, 1e30f, Float.POSITIVE_INFINITY}) {
      assertRounds(value, INFINITY);
    }
    assertRounds(Math.nextDown(65520f), INFINITY - 1);
  }

  private static ByteBuffer data(String name) {
    return ByteBuffer.wrap(Fixtures.bytes(name)).order(ByteOrder.LITTLE_ENDIAN).position(HEADER);
  }
}
