package dev.activations.measuring.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultFileTest {
  @TempDir private Path folder;

  private static final BenchRun RUN =
      new BenchRun(
          BenchRun.FORMAT,
          "2026-11-26T10:00:00Z",
          1.5,
          "quick",
          true,
          new BenchMachine("p", 2, 3, "os", "arch", "17", List.of("-Xmx1g"), "1"),
          List.of(),
          List.of(new BreakEvenSize("a", "b", "relu", "forward", null)));

  @Test
  void whatIsWrittenIsRead() throws IOException {
    Path file = Files.writeString(folder.resolve("x.json"), ResultFile.text(RUN));
    assertThat(ResultFile.read(file)).isEqualTo(RUN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                  | has no key "format"; expected a file that
          not json                            | is not JSON
          {"a": 1}                            | has no key "format"; expected a file that
          {"format": "activations bench 0"}   | its format is 'activations bench 0', expected
          {"format": "activations bench 1"}   | does not fit its format
          """)
  void anythingElseIsRefused(String text, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("x.json"), text == null ? "" : text);
    assertThatThrownBy(() -> ResultFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("x.json")
        .hasMessageContaining(message);
  }

  @Test
  void aPartThatIsNullIsRefused() throws IOException {
    String text = ResultFile.text(RUN).replaceFirst("\"backends\" : \\[ ]", "\"backends\" : null");
    Path file = Files.writeString(folder.resolve("x.json"), text);
    assertThatThrownBy(() -> ResultFile.read(file))
        .hasMessageContaining("does not fit its format")
        .hasMessageContaining("backends is null");
  }

  @Test
  void quartilesAreInterpolated() {
    Times times = Times.of(4, 1, 3, 2);
    assertThat(times).isEqualTo(new Times(2.5, 1.75, 3.25, 1, 4));
  }
}
