package dev.activations.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.activations.measuring.results.BackendRun;
import dev.activations.measuring.results.BenchRun;
import dev.activations.measuring.results.Measurement;
import dev.activations.measuring.results.ResultFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Devices that fail in the middle of a run cost their row, and nothing else. */
class MortalDevicesTest {
  private static final String[] SMALL = {
    "--quick", "--function", "relu,tanh,silu", "--direction", "forward", "--shape", "8x32"
  };

  private static BenchRun run(Path folder, String device, int status, String complaint)
      throws Exception {
    String[] words = new String[SMALL.length + 4];
    System.arraycopy(SMALL, 0, words, 0, SMALL.length);
    words[SMALL.length] = "--backend";
    words[SMALL.length + 1] = device + ",cpu:plain";
    words[SMALL.length + 2] = "--out";
    words[SMALL.length + 3] = folder.toString();
    BenchProcess bench =
        BenchProcess.start(List.of(MortalDevices.OPTION, "-Dactivations.bench.patience=20"), words);
    bench.out();
    assertThat(bench.err()).startsWith("activations bench: " + complaint).hasLineCount(1);
    assertThat(bench.process().waitFor()).isEqualTo(status);
    return ResultFile.read(folder.resolve("bench.json"));
  }

  private static void onlyTanhFailed(BenchRun run, String reason) {
    assertThat(run.complete()).isTrue();
    BackendRun device = run.backends().get(0);
    assertThat(device.failure()).isNull();
    assertThat(device.results()).hasSize(3);
    for (Measurement result : device.results()) {
      if (result.function().equals("tanh")) {
        assertThat(result.failure()).contains(reason);
        assertThat(result.endToEnd()).isNull();
      } else {
        assertThat(result.failure()).isNull();
        assertThat(result.endToEnd()).isNotNull();
      }
    }
    assertThat(device.copies()).hasSize(1);
    BackendRun cpu = run.backends().get(1);
    assertThat(cpu.results()).hasSize(3).allMatch(result -> result.failure() == null);
  }

  @Test
  void aCallThatThrows(@TempDir Path folder) throws Exception {
    String complaint = "mortal:throws: tanh forward on 8x32: mortal:throws: out of order";
    BenchRun run = run(folder, "mortal:throws", 1, complaint);
    onlyTanhFailed(run, "out of order");
    theDriversCountsAreApart(run);
  }

  private static void theDriversCountsAreApart(BenchRun run) {
    Measurement relu = run.backends().get(0).results().get(0);
    assertThat(relu.kernel().median()).isCloseTo(3e-6, within(1e-18));
    assertThat(relu.copyIn().median()).isCloseTo(2e-6, within(1e-18));
    assertThat(relu.copyOut().median()).isCloseTo(1e-6, within(1e-18));
    assertThat(relu.compilation().toSource()).isCloseTo(5e-9, within(1e-18));
    assertThat(relu.compilation().byDriver()).isCloseTo(7e-9, within(1e-18));
    assertThat(relu.rate()).isCloseTo(8 * 32 * 8 / 3e-6 * 1e-9, within(1e-9));
    assertThat(relu.shareOfCopy()).as("both kernels take as long").isCloseTo(1, within(1e-9));
    assertThat(run.breakEvens()).as("one size has no crossing").isEmpty();
  }

  @Test
  void aProcessThatDies(@TempDir Path folder) throws Exception {
    String reason = "its process died of signal 11, in native code: about to die";
    String complaint = "mortal:dies: tanh forward on 8x32: " + reason;
    onlyTanhFailed(run(folder, "mortal:dies", 1, complaint), reason);
  }

  @EnabledIfSystemProperty(named = "activations.thorough", matches = "true")
  @Test
  void aCallThatNeverEnds(@TempDir Path folder) throws Exception {
    String reason = "gave no result for 20 s, and was stopped";
    String complaint = "mortal:hangs: tanh forward on 8x32: " + reason;
    onlyTanhFailed(run(folder, "mortal:hangs", 1, complaint), reason);
  }

  @Test
  void aResultThatIsWrong(@TempDir Path folder) throws Exception {
    String complaint = "mortal:lies: tanh forward on 8x32: wrong results, not timed: x = ";
    BenchRun run = run(folder, "mortal:lies", 1, complaint);
    onlyTanhFailed(run, "wrong results, not timed: x = ");
    assertThat(run.backends().get(0).results())
        .filteredOn(result -> result.function().equals("tanh"))
        .allSatisfy(result -> assertThat(result.accuracy().good()).isFalse());
  }

  @Test
  void ctrlCKeepsWhatWasMeasured(@TempDir Path folder) throws Exception {
    BenchProcess bench =
        BenchProcess.start(
            List.of("-Dactivations.terminal.columns=100"),
            "--backend",
            "cpu:plain",
            "--function",
            "relu,tanh",
            "--out",
            folder.toString());
    StringBuilder err = new StringBuilder();
    while (!err.toString().contains(" 2/")) {
      int next = bench.process().getErrorStream().read();
      assertThat(next).as("stderr ended: %s", err).isNotNegative();
      err.append((char) next);
    }
    bench.process().toHandle().destroy(); // the process itself would close its streams
    assertThat(bench.out()).contains("Stopped before all was measured", "relu forward");
    assertThat(bench.err()).contains("activations bench: stopped before all was measured");
    assertThat(bench.process().waitFor()).as("the status of the signal").isEqualTo(128 + 15);
    BenchRun run = ResultFile.read(folder.resolve("bench.json"));
    assertThat(run.complete()).isFalse();
    assertThat(run.backends().get(0).results()).hasSizeGreaterThanOrEqualTo(2);
  }
}
