package dev.activations.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.activations.Activation;
import dev.activations.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
  private static List<CatalogueEntry> entries() {
    List<CatalogueEntry> all = new ArrayList<>(Catalogue.functions());
    all.addAll(Catalogue.rowOperations());
    return all;
  }

  @Test
  void caseHyphensAndUnderscoresDoNotMatter() {
    for (CatalogueEntry entry : entries()) {
      String name = entry.name();
      for (String spelling :
          new String[] {
            name.toUpperCase(Locale.ROOT), name.replace("_", ""), name.replace("_", "-")
          }) {
        assertThat(Catalogue.find(spelling)).as(spelling).containsSame(entry);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ReLU, relu",
    "leakyrelu, leaky_relu",
    "Leaky-ReLU, leaky_relu",
    "LeakyReLU:negative_slope=0.2, leaky_relu:negative_slope=0.2",
    "leaky_relu:Negative-Slope=0.2, leaky_relu:negative_slope=0.2",
    "LogSoftmax, log_softmax",
    "LogSumExp, logsumexp",
    "ReduceLogSumExp, logsumexp",
    "Hardswish, hard_swish",
    "hard_silu, hard_swish",
    "linear, identity",
    "exponential, exp",
    "expit, sigmoid",
    "relu2, relu_squared",
    "gelu_new, gelu_tanh",
    "gelu_pytorch_tanh, gelu_tanh",
    "gelu_fast, gelu_tanh",
    "gelu_python, gelu_erf",
    "torch.nn.GELU, gelu_erf",
    "torch.nn.functional.gelu, gelu_erf",
    "torch.gelu, gelu_erf",
    "nn.functional.gelu, gelu_erf",
    "keras.activations.gelu, gelu_erf",
    "keras.ops.gelu, gelu_tanh",
    "onnx.Gelu, gelu_erf",
    "jax.nn.gelu, gelu_tanh",
    "hf.gelu, gelu_erf",
    "keras.layers.LeakyReLU, leaky_relu:negative_slope=0.3",
    "keras.activations.leaky_relu, leaky_relu:negative_slope=0.2",
    "keras.layers.LeakyReLU:negative_slope=0.1, leaky_relu:negative_slope=0.1",
    "torch.nn.LeakyReLU, leaky_relu",
    "onnx.LeakyRelu, leaky_relu",
    "HardSigmoid, hard_sigmoid",
    "onnx.HardSigmoid, hard_sigmoid:bound=2.5",
    "onnx.HardSigmoid:bound=3, hard_sigmoid",
    "torch.nn.Hardsigmoid, hard_sigmoid",
    "sparse_sigmoid, hard_sigmoid:bound=1",
    "ThresholdedRelu, threshold:threshold=1:value=0",
    "onnx.Swish, swish",
    "hf.swish, silu",
    "hf.laplace, laplace:mu=0.707107:sigma=0.282095",
    "onnx.Shrink, hardshrink",
    "torch.nn.Softmin:temperature=2, softmin:temperature=2",
  })
  void aNameIsWhatItsSystemMeans(String name, String step) {
    assertThat(Step.parse(name)).hasToString(step).isEqualTo(Step.parse(step));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gelu | gelu_erf (torch.nn.GELU, torch.nn.functional.gelu, keras.activations.gelu,",
        "GELU | or gelu_tanh (keras.ops.gelu, jax.nn.gelu); write one of these",
        "keras.gelu | gelu_erf (keras.activations.gelu) or gelu_tanh (keras.ops.gelu)",
        "keras.leaky_relu | leaky_relu:negative_slope=0.3 (keras.layers.LeakyReLU)",
        "nn.gelu | or gelu_tanh (jax.nn.gelu)",
      })
  void aNameOfSeveralMeaningsSaysSo(String name, String message) {
    assertThatThrownBy(() -> Step.parse(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'" + name + "' means different functions in different systems: ")
        .hasMessageContaining(message);
    assertThat(Catalogue.find(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "prelu | its slopes are learned",
        "torch.nn.PReLU | its slopes are learned",
        "SwiGLU | a gate has two inputs",
        "gelu_10 | it is gelu_erf cut at -10 and 10",
        "torch.clamp | it is hard_tanh:min_val=A:max_val=B",
        "jax.nn.softcap | the names of JAX that are known are identity, relu",
        "telu | it is x tanh(exp(x))",
      })
  void whatIsMissingIsNoGuess(String name, String message) {
    assertThatThrownBy(() -> Step.parse(name))
        .hasMessageStartingWith("no function is called '" + name + "'")
        .hasMessageContaining(message);
  }

  /** A guess says what the function is: nobody takes another one for the one that was meant. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rleu | relu is max(0, x)",
        "leaky_rleu | leaky_relu is x if x > 0 else negative_slope * x",
        "gelu_pytorch_tnah | gelu_pytorch_tanh is gelu_tanh",
        "geul | GELU is gelu_erf or gelu_tanh",
        "softmx | softmax is a row operation",
      })
  void aGuessSaysWhatItIs(String name, String message) {
    assertThatThrownBy(() -> Step.parse(name))
        .hasMessageContaining("if it is misspelt: " + message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"relu7", "gelu_exact", "softmax_one", "si", "softmax2"})
  void anotherFunctionIsNoMisspelling(String name) {
    assertThatThrownBy(() -> Step.parse(name)).hasMessageNotContaining("misspelt");
  }

  @Test
  void everyNameOfASystemIsItsMeaning() {
    int names = 0;
    for (CatalogueEntry entry : entries()) {
      for (SystemName name : entry.systemNames()) {
        names++;
        assertThat(Catalogue.resolve(name.toString())).as("%s", name).isEqualTo(name.meaning());
        assertThat(name.toString()).startsWith(name.family().root() + ".");
      }
      for (String alias : entry.aliases()) {
        assertThat(Catalogue.find(alias)).as(alias).containsSame(entry);
      }
    }
    assertThat(names).isGreaterThan(150);
  }

  @Test
  void defaultsAreThoseOfTheSystem() {
    assertThat(Activation.of("keras.layers.LeakyReLU")).isEqualTo(Activation.leakyRelu(0.3));
    assertThat(Activation.of("keras.layers.LeakyReLU", 0.1)).isEqualTo(Activation.leakyRelu(0.1));
    assertThat(Activation.of("ThresholdedRelu")).isEqualTo(Activation.threshold(1, 0));
    assertThat(Catalogue.find("keras.layers.LeakyReLU")).isEmpty();
    assertThat(Catalogue.function("keras.layers.LeakyReLU").name()).isEqualTo("leaky_relu");
  }
}
