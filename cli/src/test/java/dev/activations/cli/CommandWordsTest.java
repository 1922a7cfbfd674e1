package dev.activations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command says to words that it does not know, and to those who ask for help. */
class CommandWordsTest {
  @ParameterizedTest
  @ValueSource(strings = {"list", "apply", "devices", "verify", "bench", "report", "plot", "help"})
  void anUnknownOptionIsNamedWhateverElseIsMissing(String command) {
    for (String option : new String[] {"--nope", "--nope=5", "-n"}) {
      Run run = Run.of(command, option, "x.npy", "o.npy");
      String name = option.replace("=5", "");
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.err())
          .startsWith("activations " + command + ": no option is called '" + name + "': ")
          .hasLineCount(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "applly relu x.npy y.npy | no command is called 'applly': did you mean apply?",
        "Apply relu x.npy y.npy | no command is called 'Apply': did you mean apply?",
        "applly --help | no command is called 'applly': did you mean apply?",
        "help applly | no command is called 'applly': did you mean apply?",
        "quantum | no command is called 'quantum': there are list, apply, devices, verify,",
        "--nope | no option is called '--nope': activations has --help, --version",
        "apply --nope --help | no option is called '--nope'",
        "apply --Threads 2 relu x.npy y.npy | did you mean --threads?",
        "apply relu x.npy y.npy z.npy | found 'z.npy', which is too many: apply takes STEP",
        "devices cpu | found 'cpu', which is too many: devices takes options only",
        "verify cpu | 'cpu'",
        "help apply list | found 'list', which is too many: help takes",
      })
  void aWordTooManyIsNamed(String words, String message) {
    Run run = Run.of((Object[]) words.split(" ", -1));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(message).hasLineCount(1);
  }

  @Test
  void valuesOfOptionsAreNoOptions() {
    Run run = Run.of("plot", "relu", "--range", "-1:1", "--out", "-");
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("<svg");
  }

  @Test
  void helpIsThatOfTheCommand() {
    assertThat(Run.of("help")).isEqualTo(Run.of("--help"));
    for (String command : new String[] {"list", "apply", "verify", "plot", "help"}) {
      Run run = Run.of("help", command);
      assertThat(run).isEqualTo(Run.of(command, "--help"));
      assertThat(run.status()).isZero();
      assertThat(run.out()).contains("Usage: activations " + command);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "--version", "apply --help", "help", "help apply", "list"})
  void whatCannotBePrintedIsAFailure(String words) {
    StringWriter err = new StringWriter();
    PrintWriter full =
        new PrintWriter(
            new OutputStream() {
              @Override
              public void write(int one) throws IOException {
                throw new IOException("No space left on device");
              }
            },
            false,
            StandardCharsets.UTF_8);
    assertThat(Run.to(full, new PrintWriter(err, true), words.split(" ", -1))).isEqualTo(1);
    assertThat(err.toString()).contains("stdout: ").hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({
    "re\u001b[31mlu, 're\\x1b[31mlu'",
    "re\tlu, 're\\tlu'",
    "re\u009blu, 're\\x9blu'",
    "re\u202elu, 're\\u202elu'",
    "re\u2028lu, 're\\u2028lu'",
    "re\u007flu, 're\\x7flu'",
    "réłu, 'réłu'",
  })
  void whatATerminalWouldActUponIsMadeVisible(String step, String seen) {
    String bare = seen.replace("'", "");
    assertThat(Run.of("apply", step, "x.npy", "y.npy").err()).contains(bare).hasLineCount(1);
    assertThat(Run.of(step).err()).contains(bare).hasLineCount(1);
    assertThat(Run.of("list", "--" + step).err()).contains(bare).hasLineCount(1);
    assertThat(Run.of("apply", "relu", step, "y.npy", "--backend", "cpu").err())
        .contains(bare)
        .containsAnyOf(bare + ": no such file", "expected a name in the locale's charset")
        .hasLineCount(1);
  }

  @Test
  void aLineBreakInAWordIsMadeVisible() {
    assertThat(Run.of("apply", "relu", "a\nb.npy", "y.npy", "--backend", "cpu").err())
        .contains("a\\nb.npy: no such file")
        .hasLineCount(1);
  }
}
