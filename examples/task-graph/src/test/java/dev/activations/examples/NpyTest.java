package dev.activations.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyTest {
  @TempDir Path folder;

  private Path file(String type, float... values) throws IOException {
    String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (2,), }\n";
    ByteBuffer bytes = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put("\u0093NUMPY\u0001\u0000".getBytes(StandardCharsets.ISO_8859_1));
    bytes.putShort((short) header.length()).put(header.getBytes(StandardCharsets.ISO_8859_1));
    for (float value : values) {
      bytes.putFloat(value);
    }
    byte[] written = new byte[bytes.position()];
    bytes.flip().get(written);
    return Files.write(folder.resolve("a.npy"), written);
  }

  @Test
  void readsFloats() throws IOException {
    assertThat(Npy.floats(file("<f4", 1.5f, -2f), 2)).containsExactly(1.5f, -2f);
  }

  @Test
  void readsInts() throws IOException {
    assertThat(Npy.ints(file("<i4", 0f, 1f), 2)).containsExactly(0, 0x3f800000);
  }

  @Test
  void refusesAnotherType() throws IOException {
    Path doubles = file("<f8", 0f, 0f);
    assertThatThrownBy(() -> Npy.floats(doubles, 2))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("expected 2 elements of <f4")
        .hasMessageContaining("'descr': '<f8'");
  }

  @Test
  void refusesAnotherSize() throws IOException {
    Path three = file("<f4", 0f, 0f, 0f);
    assertThatThrownBy(() -> Npy.floats(three, 2)).hasMessageContaining("found 3");
  }

  @Test
  void refusesWhatIsNoArray() throws IOException {
    Path text = Files.writeString(folder.resolve("text.npy"), "not an array at all");
    assertThatThrownBy(() -> Npy.floats(text, 2)).hasMessageContaining("is no .npy file");
  }
}
