package dev.activations.measuring.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class MachineFactsTest {
  @Test
  void whatJavaKnowsIsThereEverywhere() {
    assertThat(MachineFacts.processors()).isPositive();
    assertThat(MachineFacts.kernel()).startsWith(System.getProperty("os.name") + " ");
    assertThat(MachineFacts.system()).endsWith(MachineFacts.kernel());
    assertThat(MachineFacts.architecture()).isNotBlank();
    assertThat(MachineFacts.java())
        .isEqualTo(System.getProperty("java.version") + ", " + System.getProperty("java.vendor"));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void linuxTellsMore() {
    assertThat(MachineFacts.memory()).hasValueSatisfying(b -> assertThat(b).isGreaterThan(1 << 28));
    assertThat(MachineFacts.ofProcessor("processor")).contains("0");
  }

  @Test
  void whatASystemDoesNotTellIsEmpty() {
    assertThat(MachineFacts.text(Path.of("/proc/no such file"))).isEmpty();
    assertThat(MachineFacts.ofProcessor("no such key")).isEmpty();
  }
}
