package dev.activations.tornado;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The list of what we use of TornadoVM, and what it finds. */
class LinkageTest {
  private static final Path ROOT = Path.of(System.getProperty("activations.root"));
  private static final Path CLASSES = ROOT.resolve("tornado-kernels/target/classes");
  private static final Path LIST =
      ROOT.resolve("tornado-kernels/src/main/resources/dev/activations/tornado")
          .resolve(Linkage.LIST);

  private static final String HEAD =
      """
      # What this backend uses of TornadoVM, as its bytecode names it. Written by LinkageTest:
      # ./mvnw verify -Dactivations.docs.update=true
      """;

  @Test
  @Tag("simulator")
  void theListIsWhatTheBytecodeNames() throws IOException {
    NavigableSet<String> used = ApiUses.of(CLASSES);
    if (Boolean.getBoolean("activations.docs.update")) {
      Files.writeString(LIST, HEAD + String.join("\n", used) + "\n");
    }
    List<String> listed =
        Files.readAllLines(LIST).stream().filter(line -> !line.startsWith("#")).toList();
    String remedy = " (" + LIST.getFileName() + "; -Dactivations.docs.update=true writes it again)";
    assertThat(without(used, listed)).as("used, but not listed" + remedy).isEmpty();
    assertThat(without(listed, used)).as("listed, but used no more" + remedy).isEmpty();
    assertThat(listed).hasSizeGreaterThan(100).isSorted();
  }

  private static Set<String> without(Collection<String> all, Collection<String> some) {
    Set<String> left = new TreeSet<>(all);
    left.removeAll(some);
    return left;
  }

  /** On the simulator, and on the TornadoVM of a machine that has one. */
  @Test
  void thisTornadoVmHasAll() {
    assertThat(Linkage.used()).hasSizeGreaterThan(100);
    assertThat(Linkage.ofThisJvm()).isEmpty();
  }
}
