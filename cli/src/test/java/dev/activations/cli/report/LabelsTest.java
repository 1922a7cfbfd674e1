package dev.activations.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelsTest {
  @Test
  void namesAreAsShortAsTellsFilesApart() {
    assertThat(labels("a/fast.json")).containsExactly("fast");
    assertThat(labels("monday/bench.json", "friday/bench.json"))
        .containsExactly("monday", "friday");
    assertThat(labels("a/x.json", "b/x.json")).containsExactly("a/x.json", "b/x.json");
    assertThat(labels("a/bench.json", "c/a.json")).containsExactly("a/bench.json", "c/a.json");
    assertThat(labels("x.json", "x.json")).containsExactly("x.json", "x.json (2)");
    assertThat(labels("/bench.json")).containsExactly("bench");
  }

  private static List<String> labels(String... files) {
    return Labels.of(Arrays.stream(files).map(Path::of).toList());
  }
}
