package dev.activations.benchmarks.peers.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.catalogue.Catalogue;
import org.junit.jupiter.api.Test;

class OnnxOperatorsTest {
  @Test
  void everyNameIsInTheCatalogue() {
    assertThat(OnnxOperators.names()).isNotEmpty().allMatch(n -> Catalogue.find(n).isPresent());
  }
}
