package dev.activations.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.cli.Run;
import dev.activations.measuring.results.ResultFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command: a whole page, or one line and no page. */
class ReportTest {
  @TempDir private Path folder;

  @BeforeEach
  void files() throws IOException {
    String run = ResultFile.text(SampleRuns.laptop());
    Files.writeString(folder.resolve("run.json"), run);
    Files.writeString(folder.resolve("next.json"), run.replace("bench 1", "bench 2"));
    Files.createFile(folder.resolve("empty.json"));
    Files.writeString(folder.resolve("half.json"), run.substring(0, run.length() / 2));
    Files.writeString(folder.resolve("other.json"), "{\"hits\": []}");
    Files.writeString(folder.resolve("old.html"), "old");
    Files.createDirectories(folder.resolve("monday"));
    Files.writeString(folder.resolve("monday/bench.json"), run);
  }

  @Test
  void makesAPageOfFilesAndFolders() throws IOException {
    Path out = folder.resolve("page.html");
    Run run = Run.of("report", folder.resolve("run.json"), folder.resolve("monday"), "--out", out);
    assertThat(run).isEqualTo(new Run(0, "", ""));
    assertThat(out).content().contains("\"label\":\"run\"").contains("\"label\":\"monday\"");
  }

  @Test
  void replacesWithForceOnly() throws IOException {
    Path out = folder.resolve("old.html");
    Run refused = Run.of("report", folder.resolve("run.json"), "--out", out);
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.err()).contains("old.html", "--force").hasLineCount(1);
    assertThat(out).hasContent("old");
    assertThat(Run.of("report", folder.resolve("run.json"), "--out", out, "--force").status())
        .isZero();
    assertThat(out).content().startsWith("<!DOCTYPE html>");
  }

  /** {@code @} stands for the folder. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | report @/absent.json --out @/new.html | absent.json: no such file",
        "1 | report @ --out @/new.html | bench.json: no such file",
        "1 | report @/empty.json --out @/new.html | expected a file that activations bench wrote",
        "1 | report @/half.json --out @/new.html | half.json: is not JSON (Unexpected end-of-input",
        "1 | report @/other.json --out @/new.html | other.json: has no key \"format\"",
        "1 | report @/run.json @/next.json --out @/new.html | 'activations bench 2', expected"
            + " 'activations bench 1'",
        "1 | report @/run.json --out @/none/new.html | no such directory for the output",
        "1 | report @/run.json --out @/monday | is a directory",
        "1 | report @/run.json --out /proc/new.html | cannot create a file here",
        "2 | report @/run.json --out @/run.json --force | is a result: the page must be another"
            + " file",
        "2 | report --out @/new.html | Missing required parameter: 'RESULT.json'",
        "2 | report @/run.json | Missing required option: '--out=FILE.html'",
        "2 | report @/run.json --out @/new.html --fast | no option is called '--fast'",
      })
  void saysInOneLineWhatIsWrong(int status, String words, String message) throws IOException {
    String[] typed = words.replace("@", folder.toString()).split(" ");
    Run run = Run.of((Object[]) typed);
    assertThat(run.err()).contains(message).doesNotContain("Source:").hasLineCount(1);
    assertThat(run.status()).isEqualTo(status);
    assertThat(run.out()).isEmpty();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).hasSize(7).noneMatch(path -> path.endsWith("new.html"));
    }
    assertThat(folder.resolve("run.json")).content().contains("activations bench 1");
  }
}
