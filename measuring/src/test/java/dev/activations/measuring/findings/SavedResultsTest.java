package dev.activations.measuring.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.activations.ErrorBound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedResultsTest {
  private static final Machine MACHINE =
      new Machine("cpu", "pure Java", "an OS", "an arch", 2, "17");

  @TempDir private Path folder;

  private static Result result(String function, long inputs) {
    Point worst = Point.of(0.5f, 0.25, 0.25f).of("0.5", "2.0").in("row of 3");
    return new Result(
        function,
        "backward",
        Verdict.OK,
        null,
        "rows",
        7L,
        inputs,
        Bound.of(ErrorBound.ofUlps(4).orAbsolute(1e-30).orOfTerms(2)),
        new Errors(1.5, 0.25, worst, 1e-3, 0, 2, 1e-31, 0.5),
        new Wrong(0, 0, 0, null),
        0.5,
        MACHINE);
  }

  private Path file(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines));
  }

  @Test
  void whatIsWrittenIsReadInTheOrderOfTheCatalogue() throws IOException {
    Path one =
        file(
            "1", SavedResults.line(result("softmax", 1)), "", SavedResults.line(result("relu", 1)));
    Path two = file("2", SavedResults.line(result("softmax", 2)));
    assertThat(SavedResults.read(List.of(one, two)))
        .as("the later of two counts")
        .containsExactly(result("relu", 1), result("softmax", 2));
  }

  @Test
  void whatIsNoResultIsNamed() throws IOException {
    Path wrong = file("wrong", SavedResults.line(result("relu", 1)), "{\"a\": 1}");
    assertThatThrownBy(() -> SavedResults.read(List.of(wrong)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(
            wrong + ": line 2 is no result of activations verify --format json: ");
  }

  @Test
  void numbersAreWrittenForPeople() {
    assertThat(Words.ulps(0)).isEqualTo("0");
    assertThat(Words.ulps(0.50004)).isEqualTo("0.5000");
    assertThat(Words.small(0)).isEqualTo("0");
    assertThat(Words.small(1.25e-7)).isEqualTo("1.3e-07");
    assertThat(Words.ofTerms(0.5)).isEqualTo("0.50 x 2^-24");
    assertThat(Words.ofTerms(0x1p-29)).isEqualTo("1.00 x 2^-53");
    assertThat(Words.count(1, "core", "cores")).isEqualTo("1 core");
    assertThat(Words.inputs(1L << 32)).isEqualTo("all 2^32");
    assertThat(Words.seed(null)).isEmpty();
    assertThat(MACHINE).hasToString("cpu: pure Java; an OS an arch, 2 cores, Java 17");
    assertThat(new Wrong(3, 1, 2, null)).hasToString("3 NaN, 1 infinity, 2 zeros");
    assertThat(result("relu", 1).bound().toString()).contains("4 ULP");
  }
}
