package dev.activations.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.activations.catalogue.Catalogue;
import dev.activations.catalogue.FunctionEntry;
import dev.activations.cli.Run;
import dev.activations.conformance.WrongBackends;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static Run cpu(String... words) {
    List<String> all = new ArrayList<>(List.of("verify", "--backend", "cpu"));
    all.addAll(List.of(words));
    return Run.of(all.toArray());
  }

  private static List<ObjectNode> json(Run run) throws IOException {
    List<ObjectNode> nodes = new ArrayList<>();
    for (String line : run.out().lines().toList()) {
      nodes.add((ObjectNode) MAPPER.readTree(line));
    }
    return nodes;
  }

  /** The whole catalogue in each direction; the CPU keeps every bound. */
  @Test
  void everything() throws IOException {
    Run run = cpu("--format", "json");
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    List<ObjectNode> results = json(run);
    int examples = 0;
    for (FunctionEntry entry : Catalogue.functions()) {
      examples += entry.examples().size();
    }
    assertThat(results).hasSize(4 * examples + 3 * Catalogue.rowOperations().size());
    for (JsonNode result : results) {
      assertThat(result.at("/verdict").asText()).as(result.toString()).isEqualTo("ok");
      assertThat(result.at("/errors/maxUlp").asDouble())
          .isLessThanOrEqualTo(result.at("/bound/ulps").asDouble());
      boolean drawn = !result.get("coverage").asText().equals("sample");
      assertThat(result.get("inputs").asInt()).isBetween(drawn ? 30 : 100_000, 300_000);
      assertThat(result.get("seed").isNull()).as(result.toString()).isEqualTo(!drawn);
    }
  }

  @Test
  void whatAPersonReads() {
    Run run = cpu("--function", "gelu_erf,logsumexp");
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .startsWith("cpu: pure Java, ")
        .containsPattern(
            """
            gelu_erf value: ok
              max [0-3]\\.\\d{4} ULP \\(bound .* ULP\\), mean 0\\.\\d{4}, absolute \\d\\.\\de-07 for \\|x\\| <= 10, 100,\\d{3} inputs in \\d+\\.\\d s
              at x = .* \\(-?0x.*\\): expected .*, found .*
            gelu_erf derivative: ok
            """)
        .containsPattern(
            """
            gelu_erf backward: ok
              max [0-3]\\.\\d{4} ULP \\(bound .* ULP\\), mean .*, [23],\\d{3} inputs of seed 1 in .* s
              at x = .* \\(-?0x.*\\), dy = .*: expected .*, found .*
            gelu_erf float64 backward: ok
            """)
        .containsPattern("  at most \\d+\\.\\d\\d x 2\\^-24 of the magnitudes of its terms\n")
        .containsPattern("  at most \\d+\\.\\d\\d x 2\\^-53 of the magnitudes of its terms\n")
        .endsWith("7 results: 7 ok\n");
  }

  /** Gradients are those of the seed, which stands in each result that was drawn. */
  @Test
  void theSeedIsShownAndCanBeSet() throws IOException {
    List<ObjectNode> one = json(cpu("--function", "tanh,logsumexp", "--format", "json"));
    List<ObjectNode> other =
        json(cpu("--function", "tanh,logsumexp", "--seed", "-9", "--format", "json"));
    for (int i = 0; i < one.size(); i++) {
      if (!one.get(i).get("seed").isNull()) {
        assertThat(one.get(i).get("seed").asLong()).isEqualTo(1);
        assertThat(other.get(i).get("seed").asLong()).isEqualTo(-9);
        if (!one.get(i).at("/errors/worst").isNull()) {
          assertThat(other.get(i).at("/errors")).isNotEqualTo(one.get(i).at("/errors"));
        }
      }
    }
  }

  @Test
  void aNameIsAllItsExamplesAndParametersAreOne() throws IOException {
    List<ObjectNode> results =
        json(cpu("--function", "leaky_relu,leaky_relu:negative_slope=3", "--format", "json"));
    assertThat(results.stream().map(node -> node.get("function").asText()).distinct())
        .containsExactly(
            "leaky_relu",
            "leaky_relu:negative_slope=0.2",
            "leaky_relu:negative_slope=-0.5",
            "leaky_relu:negative_slope=0",
            "leaky_relu:negative_slope=3");
  }

  @Test
  void theNumberOfThreadsChangesNoDigit() throws IOException {
    List<ObjectNode> one = json(cpu("--function", "mish", "--threads", "1", "--format", "json"));
    List<ObjectNode> five = json(cpu("--function", "mish", "--threads", "5", "--format", "json"));
    for (int i = 0; i < one.size(); i++) {
      one.get(i).remove(List.of("seconds", "machine"));
      five.get(i).remove(List.of("seconds", "machine"));
      assertThat(five.get(i)).isEqualTo(one.get(i));
    }
  }

  @Test
  void theKeysAreDocumented() throws IOException {
    String help = Run.of("verify", "--help").out();
    for (JsonNode node : json(cpu("--function", "tanh,softmax", "--format", "json"))) {
      assertDocumented(help, node);
    }
  }

  private static void assertDocumented(String help, JsonNode node) {
    node.fieldNames()
        .forEachRemaining(
            key -> {
              assertThat(help).containsPattern("\\b" + key + "\\b");
              assertDocumented(help, node.get(key));
            });
  }

  @Test
  void savedResultsArePrintedInTheOrderOfTheCatalogue(@TempDir Path folder) throws IOException {
    Path tanh = folder.resolve("tanh.json");
    Path others = folder.resolve("others.json");
    Files.writeString(tanh, cpu("--function", "tanh", "--format", "json").out());
    Files.writeString(others, cpu("--function", "softmax,relu", "--format", "json").out());
    Run run = Run.of("verify", "--render", tanh, others, tanh, "--format", "markdown");
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSize(4 + 11);
    assertThat(lines.get(0)).startsWith("cpu: pure Java, ");
    String[] rows = {
      "relu", "relu", "relu", "relu", "tanh", "tanh", "tanh", "tanh", "softmax", "softmax",
      "softmax"
    };
    for (int i = 0; i < rows.length; i++) {
      assertThat(lines.get(4 + i)).startsWith("| `" + rows[i] + "` | ");
    }
    for (String line : lines.subList(2, 15)) {
      assertThat(line.split("(?<!\\\\)\\|", -1)).as(line).hasSize(9 + 2);
    }
    assertThat(Run.of("verify", "--render", tanh, "--format", "json").out())
        .as("what is read is what was written")
        .isEqualTo(Files.readString(tanh));
  }

  @Test
  void aSavedFailureFailsAgain(@TempDir Path folder) throws IOException {
    String backend = WrongBackends.of((x, right) -> right + 1);
    Path file = folder.resolve("wrong.json");
    Run run = Run.of("verify", "--backend", backend, "--function", "tanh", "--format", "json");
    Files.writeString(file, run.out());
    Run rendered = Run.of("verify", "--render", file, "--format", "markdown");
    assertThat(rendered.status()).isEqualTo(1);
    assertThat(rendered.err()).isEqualTo(run.err()).contains("tanh value at x = ");
    assertThat(rendered.out()).contains(" **FAILED** ", " beyond the bound");
  }

  @Test
  void filesThatAreNone(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a.json");
    for (String text : List.of("{}", "no json", "[]", "\n\n{\"function\": \"tanh\"}", "\u00ff")) {
      Files.writeString(file, text);
      Run run = Run.of("verify", "--render", file);
      assertThat(run.status()).as(text).isEqualTo(1);
      assertThat(run.err().lines()).hasSize(1);
      assertThat(run.err())
          .startsWith("activations verify: " + file + ": line " + (text.startsWith("\n") ? 3 : 1))
          .contains(" is no result of activations verify --format json: ");
    }
    assertThat(Run.of("verify", "--render", folder.resolve("none")).err())
        .endsWith("none: no such file\n");
  }

  @Test
  void wrongUsage() {
    String[][] wrong = {
      {"--function", "gelu_erff", "if it is misspelt: gelu_erf is x * Phi(x)"},
      {"--function", "relu,,tanh", "a step is 'name'"},
      {"--function", "softcap:cap=-1", "cap must be a number in (0, inf)"},
      {"--backend", "abacus", "no backend is called 'abacus'"},
      {"--threads", "-1", "threads must be in [1, 32767], found -1"},
      {"--threads", "many", "'--threads': expected a whole number such as 4 or 1000, found 'many'"},
      {"--seed", "x", "'--seed': expected a whole number such as 4 or 1000, found 'x'"},
      {"--format", "yaml", "expected one of"},
    };
    for (String[] words : wrong) {
      Run run = Run.of("verify", words[0], words[1]);
      assertThat(run.status()).as(String.join(" ", words)).isEqualTo(2);
      assertThat(run.err().lines()).hasSize(1);
      assertThat(run.err()).startsWith("activations verify: ").contains(words[2]);
      assertThat(run.out()).isEmpty();
    }
    assertThat(cpu("--render", "a.json").err()).contains("only --format stands beside it");
  }

  @Test
  void resultsThatCannotBeWrittenAreAFailure() {
    StringWriter err = new StringWriter();
    PrintWriter full = new PrintWriter(PrintWriter.nullWriter());
    full.close();
    String[] words = {"verify", "--backend", "cpu", "--function", "relu"};
    assertThat(Run.to(full, new PrintWriter(err, true), words)).isEqualTo(1);
    assertThat(err.toString())
        .isEqualTo("activations verify: stdout: the results could not be written whole\n");
  }
}
