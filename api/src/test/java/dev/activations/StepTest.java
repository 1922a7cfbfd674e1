package dev.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.activations.catalogue.Catalogue;
import dev.activations.catalogue.FunctionEntry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepTest {
  @Test
  void everyFunctionReadsBackFromItsText() {
    List<Activation> all = new ArrayList<>();
    for (FunctionEntry entry : Catalogue.functions()) {
      entry.examples().forEach(p -> all.add(Activation.of(entry.name(), p)));
    }
    assertThat(all).hasSizeGreaterThan(31);
    for (Activation f : all) {
      assertThat(Activation.parse(f.toString())).isEqualTo(f).hasSameHashCodeAs(f);
    }
  }

  @Test
  void parametersAreBoundByName() {
    Activation f = Activation.parse("hard_tanh:max_val=3:min_val=-2");
    assertThat(f)
        .isEqualTo(Activation.hardTanh(-2, 3))
        .hasToString("hard_tanh:min_val=-2:max_val=3");
    assertThat(f.parameter("max_val")).isEqualTo(3);
    assertThat(f.parameters()).containsExactly(-2, 3);
    assertThatThrownBy(() -> f.parameter("maxval")).hasMessageContaining("max_val");
  }

  @Test
  void defaultsAreLeftOutOfTheText() {
    assertThat(Activation.leakyRelu(0.01))
        .isEqualTo(Activation.LEAKY_RELU)
        .hasToString("leaky_relu");
    assertThat(Activation.leakyRelu(0.2)).isNotEqualTo(Activation.LEAKY_RELU);
    assertThat(Activation.RELU).isNotEqualTo(RowOperation.SOFTMAX);
  }

  @Test
  void aliasesAreTheSameFunction() {
    assertThat(Step.parse("gelu_pytorch_tanh")).isEqualTo(Activation.GELU_TANH);
    assertThat(Step.parse(" relu ")).isEqualTo(Activation.RELU);
  }

  @Test
  void rowOperationsReadBackToo() {
    assertThat(Step.parse("softmax:temperature=0.5")).isEqualTo(RowOperation.softmax(0.5));
    assertThat(Step.parse("log_softmax:temperature=2")).isEqualTo(RowOperation.logSoftmax(2));
    assertThat(Step.parse("softmin"))
        .isEqualTo(RowOperation.softmin(1))
        .hasSameHashCodeAs(RowOperation.SOFTMIN);
    assertThat(RowOperation.softmax(0.5))
        .hasToString("softmax:temperature=0.5")
        .isNotEqualTo(RowOperation.SOFTMAX);
    assertThat(RowOperation.softmax(0.5).parameter("temperature")).isEqualTo(0.5);
    assertThat(RowOperation.LOGSUMEXP.temperature()).isEqualTo(1);
    assertThat(RowOperation.LOGSUMEXP.outputColumns(7)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gelu_er | if it is misspelt: gelu_erf is x * Phi(x)",
        "sofmax | if it is misspelt: softmax is a row operation",
        "zzzzzzzz | there are identity, relu",
        "leaky_relu:slope=1 | leaky_relu has no parameter 'slope'",
        "leaky_relu:negative_slop=1 | did you mean negative_slope?",
        "leaky_relu:negative_slope=abc | must be a number in (-inf, inf), found 'abc'",
        "leaky_relu:negative_slope=nan | must be a number",
        "leaky_relu:negative_slope=NaN | must be a number in (-inf, inf), found NaN, which is none",
        "elu:alpha=-1 | elu: alpha must be a number in [0, inf), found -1",
        "celu:alpha=0 | celu: alpha must be a number in (0, inf), found 0",
        "softcap | softcap needs cap, in (0, inf)",
        "softcap:cap=Infinity | found inf",
        "threshold:threshold=1 | threshold needs value",
        "relu:a=1 | relu takes no parameter, found 'a'",
        "relu: | a parameter is 'name=value', found ''",
        "relu:x | a parameter is 'name=value', found 'x'",
        "elu:alpha=1:alpha=2 | parameter 'alpha' is given twice",
        "hard_tanh:min_val=1:max_val=1 | min_val must be less than max_val, found 1 and 1",
        "softmax:temperature=0 | temperature must be a number in (0, inf), found 0",
        "softmax:axis=1 | softmax has no parameter 'axis' here: it works on rows",
        "softmax:dim=1 | softmax has no parameter 'dim' here: it works on rows",
        "softmax:scale=1 | it takes temperature; the command apply takes axis, too",
        "logsumexp:keepdim=1 | takes no parameter, found 'keepdim'; the command apply takes axis",
        "5 | a comma separates steps; in numbers write a point, as in 1.5",
        "softmax(dim=1) | a step is 'name' or 'name:parameter=value', found 'softmax(dim=1)'",
        "leaky_relu:negative_slope=1:NegativeSlope=2 | 'negative_slope' is given twice",
        "'' | a step is 'name'",
      })
  void badStepsSayWhatWasExpected(String text, String message) {
    assertThatThrownBy(() -> Step.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void anActivationIsNotARowOperation() {
    assertThatThrownBy(() -> Activation.parse("softmax")).hasMessageContaining("RowOperation");
    assertThatThrownBy(() -> Activation.of("softmax"))
        .hasMessage(
            "'softmax' is a row operation, no elementwise function: it is RowOperation.SOFTMAX");
    assertThatThrownBy(() -> Activation.of("LogSoftmax")).hasMessageContaining("LOG_SOFTMAX");
    assertThatThrownBy(() -> Activation.of("softcap")).hasMessageContaining("takes 1 parameter, ");
    assertThatThrownBy(() -> Activation.of("relu", 1)).hasMessageContaining("takes 0 parameters");
    assertThatThrownBy(() -> Catalogue.rowOperation("relu"))
        .hasMessage(
            "'relu' is an elementwise function, no row operation: it is Activation.of(\"relu\")");
  }

  @Test
  void pipelines() {
    Pipeline pipeline = Pipeline.parse("gelu_erf,softmax");
    assertThat(pipeline)
        .isEqualTo(Pipeline.of(Activation.GELU_ERF, RowOperation.SOFTMAX))
        .hasSameHashCodeAs(Pipeline.of(Activation.GELU_ERF, RowOperation.SOFTMAX))
        .hasToString("gelu_erf,softmax");
    assertThat(pipeline.isElementwise()).isFalse();
    assertThat(Pipeline.parse("relu,logsumexp").outputColumns(5)).isEqualTo(1);
    Pipeline derivative = Pipeline.of(Activation.RELU).derivative();
    assertThat(derivative)
        .isNotEqualTo(Pipeline.of(Activation.RELU))
        .hasToString("derivative of relu");
    assertThatThrownBy(derivative::derivative).hasMessageContaining("derivative already");
    assertThatThrownBy(pipeline::derivative).hasMessageContaining("Jacobian");
    assertThatThrownBy(Pipeline::of).hasMessageContaining("at least one step");
    assertThatThrownBy(() -> Pipeline.parse("relu,,tanh")).hasMessageContaining("a step is");
  }
}
