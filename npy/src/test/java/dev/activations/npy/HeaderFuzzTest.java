package dev.activations.npy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever bytes a file holds, parsing its header ends in a header or in the one exception. */
final class HeaderFuzzTest {
  private static final int ROUNDS = 60_000;
  private static final Path NAME = Path.of("fuzz.npy");

  /** Several times what the largest of the files takes, and far from what any could promise. */
  private static final long MOST_BYTES = 1 << 16;

  /** How far into a file its mutations go: its preamble, its text, all of it. */
  private static final int[] REACHES = {14, 80, Integer.MAX_VALUE};

  private static final byte[] TELLING =
      "{}()[]'\":, 0123456789L-+TrueFals<>=|fiucbOSUVmM\\\n\t\0\u00ff"
          .getBytes(StandardCharsets.ISO_8859_1);

  @Test
  void mutatedFilesAreRefusedOrRead() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    Fixtures.valid().forEach(file -> seeds.add(Fixtures.bytes("valid/" + file.name)));
    for (String group : new String[] {"odd", "broken"}) {
      for (String name : Fixtures.names(group)) {
        seeds.add(Fixtures.bytes(group + "/" + name + ".npy"));
      }
    }
    for (byte[] seed : seeds) {
      // What loading the classes allocates is not to be counted.
      isRead(seed);
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Random random = new Random(20);
    int read = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = seeds.get(random.nextInt(seeds.size()));
      for (int mutations = 1 + random.nextInt(3); mutations > 0; mutations--) {
        bytes = mutated(bytes, random);
      }
      long before = threads.getCurrentThreadAllocatedBytes();
      if (isRead(bytes)) {
        read++;
      }
      assertThat(threads.getCurrentThreadAllocatedBytes() - before)
          .as("bytes allocated for %s", HexFormat.of().formatHex(bytes))
          .isLessThan(MOST_BYTES);
    }
    assertThat(read).as("files that are read all the same").isBetween(ROUNDS / 200, ROUNDS / 2);
  }

  private static boolean isRead(byte[] bytes) throws IOException {
    try {
      NpyHeader header =
          NpyHeaderParser.parse(
              NAME, Channels.newChannel(new ByteArrayInputStream(bytes)), bytes.length);
      assertThat(header.dataOffset() + header.dataBytes()).isEqualTo(bytes.length);
      return true;
    } catch (NpyFormatException refused) {
      assertThat(refused.getMessage()).startsWith("fuzz.npy: ").matches("[ -~]+");
      return false;
    } catch (RuntimeException | Error failure) {
      throw new AssertionError(HexFormat.of().formatHex(bytes), failure);
    }
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    if (bytes.length == 0) {
      return TELLING.clone();
    }
    // Mostly in the header: the data is not looked at.
    int end = Math.min(bytes.length, REACHES[random.nextInt(REACHES.length)]);
    int at = random.nextInt(end);
    byte telling = TELLING[random.nextInt(TELLING.length)];
    switch (random.nextInt(6)) {
      case 0:
        byte[] flipped = bytes.clone();
        flipped[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        return flipped;
      case 1:
        byte[] replaced = bytes.clone();
        replaced[at] = telling;
        return replaced;
      case 2:
        return Arrays.copyOf(bytes, at);
      case 3:
        return spliced(bytes, at, at, telling);
      case 4:
        return spliced(bytes, at, Math.min(at + 1 + random.nextInt(4), bytes.length));
      default:
        int copied = Math.min(1 + random.nextInt(20), bytes.length - at);
        return spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, at + copied));
    }
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte... middle) {
    byte[] result = Arrays.copyOf(bytes, from + middle.length + bytes.length - to);
    System.arraycopy(middle, 0, result, from, middle.length);
    System.arraycopy(bytes, to, result, from + middle.length, bytes.length - to);
    return result;
  }
}
