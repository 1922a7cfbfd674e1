package dev.activations.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceMainTest {
  @TempDir private Path folder;

  @Test
  void wrongArgumentsAreNamed() {
    assertThatThrownBy(() -> DeviceMain.main(new String[] {folder.toString()}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected two arguments, the folder of the compiled classes and the one for the"
                + " sources; found 1");
    assertThat(folder).isEmptyDirectory();
  }
}
