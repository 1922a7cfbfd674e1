package dev.activations.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.activations.benchmarks.contenders.Contenders;
import dev.activations.benchmarks.task.Contender;
import dev.activations.benchmarks.task.Task;
import dev.activations.measuring.work.Shape;
import dev.activations.measuring.work.Work;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operator that a peer offers computes our function: opening checks the results. */
class PeersTest {
  private static final Shape SMALL = new Shape(19, 45);

  static Stream<Work> works() {
    Stream<Work> withParameters =
        Stream.of(
                "leaky_relu:negative_slope=0.2",
                "threshold:threshold=0.1:value=0",
                "hard_sigmoid:bound=2.5",
                "hard_tanh:min_val=-2:max_val=3",
                "softshrink:lambd=0.1",
                "hardshrink:lambd=0.1",
                "elu:alpha=1.7",
                "celu:alpha=2",
                "softplus:beta=3",
                "swish:beta=0.5",
                "softmax:temperature=0.5",
                "leaky_relu:negative_slope=0.2/backward",
                "hard_sigmoid:bound=2.5/backward",
                "elu:alpha=1.7/backward",
                "swish:beta=0.5/backward",
                "softmax:temperature=0.5/backward")
            .map(Work::parse);
    return Stream.concat(Work.all().stream(), withParameters);
  }

  @ParameterizedTest
  @MethodSource("works")
  void whatPeersOfferIsOurFunction(Work work) {
    Task task = new Task(work, SMALL, 1);
    for (String peer : Contenders.peerVersions().keySet()) {
      assertThatCode(
              () -> {
                Optional<Contender> open = Contenders.open(peer, task);
                open.ifPresent(Contender::close);
              })
          .doesNotThrowAnyException();
    }
  }

  @Test
  void allThreeAreThereAndSayTheirVersions() {
    assertThat(Contenders.peerVersions()).containsOnlyKeys("ORT", "PyTorch", "oneDNN");
    assertThat(Contenders.peerVersions().values())
        .allMatch(version -> version.matches("\\d+\\..*"));
  }

  @Test
  void theWellKnownFunctionsHaveAllPeers() {
    for (String name : List.of("relu", "gelu_erf", "gelu_tanh", "silu", "mish", "softmax")) {
      assertThat(Contenders.names())
          .as(name)
          .allMatch(peer -> Contenders.can(peer, Work.parse(name)));
    }
  }
}
