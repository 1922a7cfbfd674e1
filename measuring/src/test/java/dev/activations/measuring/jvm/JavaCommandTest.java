package dev.activations.measuring.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class JavaCommandTest {
  @Test
  void theLaunchersOptionsStayWhole() {
    assertThat(JavaCommand.options(null)).isEmpty();
    assertThat(JavaCommand.options("")).isEmpty();
    assertThat(JavaCommand.options("-XX:+UseG1GC\037-Dx=a b\n\037\037"))
        .containsExactly("-XX:+UseG1GC", "-Dx=a b\n", "");
  }

  @Test
  void theClassPathGoesDown() {
    assertThat(JavaCommand.running(JavaCommandTest.class, "a", "b c"))
        .startsWith("-cp")
        .endsWith(JavaCommandTest.class.getName(), "a", "b c");
    assertThat(Path.of(JavaCommand.java())).isExecutable();
    assertThat(JavaCommand.vectors()).hasSize(JavaCommand.hasVectors() ? 2 : 0);
  }
}
