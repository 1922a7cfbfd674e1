package dev.activations.cli.listing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.activations.catalogue.Catalogue;
import dev.activations.catalogue.CatalogueEntry;
import dev.activations.cli.Run;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListTest {
  private static List<CatalogueEntry> entries() {
    List<CatalogueEntry> all = new ArrayList<>(Catalogue.functions());
    all.addAll(Catalogue.rowOperations());
    return all;
  }

  @Test
  void textHasEveryEntry() {
    String text = Run.of("list").out();
    for (CatalogueEntry entry : entries()) {
      assertThat(text).contains("\n" + entry.name(), entry.formula(), entry.usedIn());
    }
    assertThat(text)
        .contains(
            "hard_swish (also hard_silu)",
            "keras.layers.LeakyReLU (negative_slope=0.3)",
            "cap, to be given, in (0, inf)");
  }

  @Test
  void markdownIsFourTables() {
    String[] tables = Run.of("list", "--format", "markdown").out().split("\n\n", -1);
    int functions = Catalogue.functions().size();
    int[] cells = {5, 4, 6, 6};
    assertThat(tables).hasSize(cells.length);
    for (int i = 0; i < cells.length; i++) {
      for (String line : tables[i].lines().toList()) {
        assertThat(line.split("(?<!\\\\)\\|", -1)).as(line).hasSize(cells[i] + 2);
      }
    }
    assertThat(tables[0].lines()).hasSize(functions + 2);
    assertThat(tables[1].lines()).hasSize(functions + 2);
    assertThat(tables[2].lines()).hasSize(Catalogue.rowOperations().size() + 2);
    assertThat(tables[3])
        .contains("| `gelu_tanh` |  | keras.ops.gelu |  | jax.nn.gelu | hf.gelu_new, hf.gelu_fast,")
        .contains("| `hard_sigmoid:bound=2.5` |  |  | onnx.HardSigmoid |  |  |");
  }

  @Test
  void jsonIsForPrograms() throws IOException {
    JsonNode root = new ObjectMapper().readTree(Run.of("list", "--format", "JSON").out());
    assertThat(root.get("functions")).hasSize(Catalogue.functions().size());
    assertThat(root.get("rowOperations")).hasSize(Catalogue.rowOperations().size());
    JsonNode leaky = null;
    for (JsonNode one : root.get("functions")) {
      if (one.get("name").asText().equals("leaky_relu")) {
        leaky = one;
      }
    }
    assertThat(leaky).isNotNull();
    assertThat(leaky.get("names"))
        .anySatisfy(
            name -> {
              assertThat(name.get("name").asText()).isEqualTo("keras.layers.LeakyReLU");
              assertThat(name.get("system").asText()).isEqualTo("Keras");
              assertThat(name.get("step").asText()).isEqualTo("leaky_relu:negative_slope=0.3");
            });
    assertThat(leaky.at("/parameters/0/name").asText()).isEqualTo("negative_slope");
    assertThat(leaky.at("/parameters/0/default").asDouble()).isEqualTo(0.01);
    assertThat(leaky.at("/kinks/0").asText()).isEqualTo("0");
    assertThat(leaky.at("/limits/valueAtInfinity").asText()).isEqualTo("inf");
  }
}
