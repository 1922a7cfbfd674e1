package dev.activations.benchmarks.peers.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.catalogue.Catalogue;
import org.junit.jupiter.api.Test;

class TorchOperatorsTest {
  @Test
  void everyNameIsInTheCatalogue() {
    assertThat(TorchOperators.names()).isNotEmpty().allMatch(n -> Catalogue.find(n).isPresent());
    assertThat(TorchGradients.names()).isNotEmpty().allMatch(n -> Catalogue.find(n).isPresent());
  }
}
