package dev.activations.benchmarks.peers.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The examples of the Protocol Buffers documentation, and what they leave out. */
class ProtobufWriterTest {
  private static void assertBytes(String hex, ProtobufWriter writer) {
    assertThat(HexFormat.ofDelimiter(" ").formatHex(writer.toByteArray())).isEqualTo(hex);
  }

  @Test
  void integers() {
    assertBytes("08 96 01", new ProtobufWriter().integer(1, 150));
    assertBytes("08 00", new ProtobufWriter().integer(1, 0));
    assertBytes("a0 01 7f", new ProtobufWriter().integer(20, 127));
    assertBytes("08 ff ff ff ff ff ff ff ff ff 01", new ProtobufWriter().integer(1, -1));
  }

  @Test
  void texts() {
    assertBytes("12 07 74 65 73 74 69 6e 67", new ProtobufWriter().text(2, "testing"));
    assertBytes("0a 02 c3 a4", new ProtobufWriter().text(1, "\u00e4"));
    assertBytes("0a 00", new ProtobufWriter().text(1, ""));
  }

  @Test
  void messagesNest() {
    assertBytes(
        "1a 03 08 96 01", new ProtobufWriter().message(3, new ProtobufWriter().integer(1, 150)));
  }

  @Test
  void realsAreLittleEndian() {
    assertBytes("15 00 00 80 bf", new ProtobufWriter().real(2, -1));
  }
}
