package dev.activations.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.activations.cli.Run;
import dev.activations.measuring.results.BackendRun;
import dev.activations.measuring.results.BenchRun;
import dev.activations.measuring.results.CopyLimit;
import dev.activations.measuring.results.Measurement;
import dev.activations.measuring.results.ResultFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchTest {
  private static final String[] SMALL = {
    "bench", "--quick", "--backend", "cpu:plain", "--shape", "64x100"
  };

  private static Run run(String... more) {
    Object[] words = new Object[SMALL.length + more.length];
    System.arraycopy(SMALL, 0, words, 0, SMALL.length);
    System.arraycopy(more, 0, words, SMALL.length, more.length);
    return Run.of(words);
  }

  @Test
  void figuresFitEachOther(@TempDir Path folder) throws Exception {
    String out = folder.resolve("new/results").toString();
    Run run = run("--function", "silu,softmax", "--out", out);
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    BenchRun saved = ResultFile.read(folder.resolve("new/results/bench.json"));
    assertThat(saved.complete()).isTrue();
    assertThat(saved.effort()).isEqualTo("quick");
    BackendRun cpu = saved.backends().get(0);
    assertThat(cpu.description()).contains("plain loops");
    CopyLimit copy = cpu.copies().get(0);
    assertThat(copy.bytes()).isEqualTo(64 * 100 * 8);
    assertThat(copy.rate())
        .isCloseTo(copy.bytes() / copy.endToEnd().median() * 1e-9, within(1e-12));
    assertThat(cpu.results())
        .extracting(Measurement::title)
        .containsExactly("silu forward", "silu backward", "softmax forward", "softmax backward");
    for (Measurement result : cpu.results()) {
      assertThat(result.bytes())
          .isEqualTo(64L * 100 * (result.direction().equals("backward") ? 12 : 8));
      assertThat(result.accuracy().good()).isTrue();
      assertThat(result.accuracy().inputs()).isGreaterThanOrEqualTo(300);
      assertThat(result.firstCall()).isGreaterThan(result.endToEnd().median());
      assertThat(result.endToEnd().lower()).isLessThanOrEqualTo(result.endToEnd().median());
      assertThat(result.kernel()).isNull();
      assertThat(result.shareOfCopy()).isCloseTo(result.rate() / copy.rate(), within(1e-12));
    }
    assertThat(run.out()).contains("cpu:plain: pure Java", "silu backward", " 64x100", "Measured");
    assertThat(Files.readString(folder.resolve("new/results/report.html")))
        .startsWith("<!DOCTYPE html>")
        .contains("softmax");
    assertThat(ResultFile.text(saved))
        .isEqualTo(Files.readString(folder.resolve("new/results/bench.json")));
  }

  @Test
  void jsonOnStdout(@TempDir Path folder) throws Exception {
    Run run = run("--function", "silu,softmax", "--direction", "derivative", "--format", "json");
    assertThat(run.status()).isZero();
    Path file = Files.writeString(folder.resolve("x.json"), run.out());
    assertThat(ResultFile.read(file).backends().get(0).results())
        .as("a row operation has no derivative")
        .extracting(Measurement::title)
        .containsExactly("silu derivative");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --shape 12          | --shape takes ROWSxCOLUMNS, such as 1024x768, found '12'
          --shape 0x5         | --shape needs at least one row and one column, found '0x5'
          --shape 70000x70000 | 70000 x 70000
          --direction up      | --direction takes forward, derivative or backward, found 'up'
          --function rely     | if it is misspelt: relu is max(0, x)
          --backend gpu9      | no backend is called 'gpu9'
          --threads 0         | threads must be in [1, 32767], found 0
          --full              | --quick and --full exclude each other
          """)
  void wrongUsageIsOneLine(String words, String message) {
    Run run = Run.of((Object[]) ("bench --quick " + words).split(" ", -1));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith("activations bench: ").contains(message).hasLineCount(1);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void whatCannotBeUsedHereIsRefusedWhenItIsNamed() {
    Run run = Run.of("bench", "--quick", "--backend", "mortal:dies");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).isEqualTo("activations bench: mortal:dies is not here\n");
  }

  @Test
  void aResultThatIsThereStays(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("bench.json"), "mine");
    Run run = run("--out", folder.toString());
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("bench.json: already exists", "--force").hasLineCount(1);
    assertThat(file).hasContent("mine");
    Run forced =
        run("--function", "relu", "--direction", "forward", "--out", folder.toString(), "--force");
    assertThat(forced.status()).isZero();
    assertThat(ResultFile.read(file).complete()).isTrue();
    try (var left = Files.list(folder)) {
      assertThat(left.filter(path -> path.toString().contains(".part"))).isEmpty();
    }
  }

  @Test
  void aFolderThatCannotBeIsRefusedFirst(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    Run run = run("--out", file.toString());
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("is no folder; expected one for the results").hasLineCount(1);
    Run below = run("--out", file.resolve("below").toString());
    assertThat(below.status()).isEqualTo(1);
    assertThat(below.err()).contains("below: cannot be made").hasLineCount(1);
  }

  @Test
  void aShapeThatDoesNotFitIsARowThatSaysSo() throws Exception {
    BenchProcess bench =
        BenchProcess.start(
            List.of(),
            "--quick",
            "--backend",
            "cpu:plain",
            "--function",
            "relu",
            "--direction",
            "forward",
            "--shape",
            "2x2,20000x10000");
    assertThat(bench.out()).contains(" 2x2", "relu forward                       failed: cpu: a");
    assertThat(bench.err())
        .contains("cpu:plain: relu forward on 20000x10000: cpu: a tensor of 20000 x 10000")
        .contains("start java with a larger -Xmx")
        .hasLineCount(1);
    assertThat(bench.process().waitFor()).isEqualTo(1);
  }
}
