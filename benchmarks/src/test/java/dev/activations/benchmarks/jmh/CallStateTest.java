package dev.activations.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.activations.benchmarks.jvm.CpuPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CallStateTest {
  private static CallState state(String contender, String work) {
    CallState state = new CallState();
    state.contender = contender;
    state.work = work;
    state.shape = "4x8";
    state.threads = "all";
    state.path = CpuPath.AUTO.text();
    return state;
  }

  @Test
  void aStateOpensCallsAndCloses() {
    CallState state = state("ours", "silu/backward");
    state.open();
    assertThatCode(() -> new CallBenchmark().call(state)).doesNotThrowAnyException();
    state.close();
  }

  @Test
  void whoCannotDoTheWorkIsNamed() {
    CallState state = state("naive", "silu/derivative");
    assertThatThrownBy(state::open).hasMessageContaining("naive cannot do silu/derivative on 4x8");
  }

  @Test
  void jmhKnowsTheBenchmark() throws IOException {
    try (InputStream list = CallBenchmark.class.getResourceAsStream("/META-INF/BenchmarkList")) {
      assertThat(new String(list.readAllBytes(), StandardCharsets.UTF_8))
          .contains(CallBenchmark.class.getName());
    }
  }
}
