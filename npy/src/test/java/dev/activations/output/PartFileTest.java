package dev.activations.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left where a file system has no hard links. */
class PartFileTest {
  @Test
  void aMoveReplacesNothing(@TempDir Path directory) throws IOException {
    Path target = directory.resolve("out.npy");
    OutputTarget checked = OutputTarget.check(target, false);
    try (PartFile part = PartFile.create(checked);
        PartFile second = PartFile.create(checked)) {
      part.moveUnlessPresent();
      assertThat(target).isRegularFile();
      assertThatThrownBy(second::moveUnlessPresent).isInstanceOf(FileAlreadyExistsException.class);
    }
    assertThat(target).isRegularFile();
  }
}
