package dev.activations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The command says the same in every language of the JVM: no digits of another script, no i without
 * a dot.
 */
class LanguagesTest {
  private static final List<String> ENGLISH = List.of("-Duser.language=en", "-Duser.country=US");

  private static final List<List<String>> OTHERS =
      List.of(
          List.of("-Duser.language=tr", "-Duser.country=TR"),
          List.of("-Duser.language=ar", "-Duser.country=EG"),
          List.of("-Duser.language=de", "-Duser.country=DE"));

  @Test
  void everyLanguageIsTheSame() throws Exception {
    List<Process> others = new ArrayList<>();
    for (List<String> options : OTHERS) {
      others.add(start(options));
    }
    String expected = said(start(ENGLISH));
    assertThat(expected).contains("hard_sigmoid", " ULP", "\"failed\"", "did you mean apply");
    for (int i = 0; i < OTHERS.size(); i++) {
      assertThat(said(others.get(i))).as(OTHERS.get(i).toString()).isEqualTo(expected);
    }
  }

  private static Process start(List<String> options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(ManyCommands.class.getName());
    return JvmVariables.without(new ProcessBuilder(command))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static String said(Process process) throws IOException, InterruptedException {
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return said;
  }
}
