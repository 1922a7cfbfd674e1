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
    assertThat(text).contains("gelu_erf (also gelu)", "cap, to be given, in (0, inf)");
  }

  @Test
  void markdownIsThreeTables() {
    List<String> lines = Run.of("list", "--format", "markdown").out().lines().toList();
    int functions = Catalogue.functions().size();
    assertThat(lines).hasSize(2 * functions + Catalogue.rowOperations().size() + 8);
    for (int i = 0; i < lines.size(); i++) {
      int cells = i < functions + 2 ? 5 : i < 2 * functions + 5 ? 4 : 6;
      if (!lines.get(i).isEmpty()) {
        assertThat(lines.get(i).split("(?<!\\\\)\\|", -1)).as(lines.get(i)).hasSize(cells + 2);
      }
    }
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
    assertThat(leaky.at("/parameters/0/name").asText()).isEqualTo("negative_slope");
    assertThat(leaky.at("/parameters/0/default").asDouble()).isEqualTo(0.01);
    assertThat(leaky.at("/kinks/0").asText()).isEqualTo("0");
    assertThat(leaky.at("/limits/valueAtInfinity").asText()).isEqualTo("inf");
  }
}
