package dev.activations.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.activations.measuring.findings.Verdict;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Says what the command says to many words, but for times. */
final class ManyCommands {
  private static final List<String> LINES =
      List.of(
          "list",
          "list --format json",
          "list --format markdown",
          "devices",
          "devices --format json",
          "help",
          "help list",
          "help apply",
          "help devices",
          "help verify",
          "help bench",
          "help report",
          "help plot",
          "plot sigmoid --out -",
          "plot TANHSHRINK mish --range -12345:67890 --out -",
          "plot relu --range 3:1",
          "plot relu --size 10x10",
          "plot GELU",
          "verify --backend cpu --function SIGMOID",
          "verify --backend cpu --function relu --format json",
          "apply softmax:axis=9 none.npy o.npy",
          "apply elu:alpha=-1234567.5 none.npy o.npy",
          "apply leaky_relu:negative_slope=\u0661 none.npy o.npy",
          "apply SIGMOID none.npy o.npy",
          "apply relu none.npy o.npy --batch-rows 0",
          "apply relu none.npy o.npy --batch-rows 1234567890123",
          "apply relu a b c d",
          "apply relu none.npy",
          "bench --shape 0x0",
          "bench --threads 100000",
          "applly");

  private ManyCommands() {}

  public static void main(String... none) throws JsonProcessingException {
    PrintWriter out =
        new PrintWriter(
            new OutputStreamWriter(
                new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8));
    for (String line : LINES) {
      StringWriter said = new StringWriter();
      PrintWriter both = new PrintWriter(said);
      int status = Main.run(both, both, line.split(" ", -1));
      both.flush();
      out.println("$ " + line + "\n" + timeless(said.toString()) + status);
    }
    out.println(JsonMapper.builder().build().writeValueAsString(Verdict.values()));
    out.flush();
  }

  private static String timeless(String text) {
    return text.replaceAll("in [0-9.]+ s", "in a while")
        .replaceAll("\"seconds\":[0-9.E-]+", "\"seconds\":0");
  }
}
