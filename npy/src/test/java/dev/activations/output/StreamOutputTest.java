package dev.activations.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What cannot be put in place as a whole. */
class StreamOutputTest {
  private static final Path NAMED = Path.of("-");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private static ByteBuffer of(int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(values.length);
    for (int value : values) {
      buffer.put((byte) value);
    }
    return buffer.flip();
  }

  @Test
  void whatComesInItsOrderGoesOutAtOnce() throws IOException {
    try (StreamOutput output = new StreamOutput(NAMED, bytes)) {
      output.write(of(1, 2), 0);
      assertThat(bytes.toByteArray()).containsExactly(1, 2);
      output.write(of(3), 2);
      assertThat(bytes.toByteArray()).containsExactly(1, 2, 3);
      output.commit();
      assertThat(output.named()).isEqualTo(NAMED);
    }
    assertThat(bytes.toByteArray()).containsExactly(1, 2, 3);
  }

  @Test
  void whatComesTooEarlyWaitsForTheCommit() throws IOException {
    try (StreamOutput output = new StreamOutput(NAMED, bytes)) {
      output.write(of(1), 0);
      output.write(of(4, 5), 3);
      output.write(of(2, 3), 1);
      assertThat(bytes.toByteArray()).containsExactly(1);
      output.commit();
    }
    assertThat(bytes.toByteArray()).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void whatIsNotCommittedDoesNotGoOut() throws IOException {
    try (StreamOutput output = new StreamOutput(NAMED, bytes)) {
      output.write(of(2), 1);
      output.write(of(1), 0);
    }
    assertThat(bytes.size()).isZero();
  }

  @Test
  void aReaderThatLeftIsNamedWithTheReason() throws IOException {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    try (StreamOutput output = new StreamOutput(Path.of("/dev/full"), full)) {
      assertThatThrownBy(() -> output.write(of(1), 0))
          .isInstanceOf(IOException.class)
          .hasMessage("/dev/full: cannot write (No space left on device): check where it leads");
    }
  }

  @Test
  void aStreamCannotBeReadBack() throws IOException {
    try (StreamOutput output = new StreamOutput(NAMED, bytes)) {
      assertThatThrownBy(output::uncommitted)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("-: a stream cannot be read back");
    }
  }
}
