package dev.activations.generator.emission.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.catalogue.Catalogue;
import dev.activations.generator.emission.CamelCase;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RowKernelTest {
  private static RowKernel kernel(String name) {
    return RowKernel.ALL.stream().filter(k -> k.name().equals(name)).findFirst().orElseThrow();
  }

  /** softmin is softmax with other parameters; logsumexp is one word in the catalogue. */
  @Test
  void everyRowOperationHasAForwardAndABackward() {
    Set<String> expected =
        Catalogue.rowOperations().stream()
            .map(entry -> CamelCase.lower(entry.name()).replace("softmin", "softmax"))
            .map(name -> name.replace("logsumexp", "logSumExp"))
            .flatMap(name -> Stream.of(name, name + "Backward"))
            .collect(Collectors.toSet());
    assertThat(RowKernel.ALL)
        .extracting(RowKernel::name)
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void resultsTakeTheValuesOfTheSums() {
    assertThat(kernel("softmax").results("begin", "1"))
        .hasToString("RowTails.softmax(x, y, begin, end, 1, parameters, m, rest);\n");
    assertThat(kernel("logSumExpBackward").results("begin + lane", "LANES"))
        .as("a gradient that a row has one of is a number")
        .hasToString(
            "RowTails.logSumExpBackward(x, dy.get(row), dx, begin + lane, end, LANES, parameters, m,"
                + " rest);\n");
  }

  @Test
  void resultsAreNanWhereGroupsHaveAnotherSize() {
    assertThat(kernel("logSumExp").isOnePerRow()).isTrue();
    assertThat(kernel("logSumExp").nanUnlessRight().toString())
        .startsWith("int wrong = right ? 0 : shape.get(1);\n")
        .contains("  y.set(i, RowTails.nan(columns));\n");
    assertThat(kernel("softmaxBackward").nanUnlessRight().toString())
        .startsWith("int wrong = right ? 0 : shape.get(1) * columns;\n")
        .contains("  dx.set(i, RowTails.nan(columns));\n");
  }

  /** A chunk's level is an int that lies in an array of floats. */
  @Test
  void whatAChunkKeepsIsReadAsItWasWritten() {
    RowSums products = kernel("softmaxBackward").sums();
    assertThat(products.kept())
        .extracting(Local::name)
        .containsExactly(
            "level", "total", "totalLost", "share", "shareLost", "topSum", "topTermSum");
    assertThat(products.partial("i", 0)).isEqualTo("partials.get(i * 7)");
    assertThat(products.partial("i", 3)).isEqualTo("partials.get(i * 7 + 3)");
    assertThat(products.reference().read("sums.get(0)"))
        .hasToString("int level = (int) sums.get(0);\n");
  }
}
