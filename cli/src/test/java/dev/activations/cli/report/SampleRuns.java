package dev.activations.cli.report;

import dev.activations.measuring.results.Accuracy;
import dev.activations.measuring.results.BackendRun;
import dev.activations.measuring.results.BenchMachine;
import dev.activations.measuring.results.BenchRun;
import dev.activations.measuring.results.BreakEvenSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs as a workstation with a GPU and a laptop would give them, with what may go wrong. */
final class SampleRuns {
  static final String DEVICE = "tornado:opencl:0";

  private SampleRuns() {}

  /** Two backends of the CPU, a device with failures, and one that could not be opened. */
  static BenchRun workstation() {
    BenchMachine machine =
        new BenchMachine(
            "AMD EPYC 7763 64-Core Processor",
            16,
            128L << 30,
            "Linux 6.1.0-28-amd64",
            "amd64",
            "25.0.2 (Eclipse Adoptium)",
            List.of("--add-modules", "jdk.incubator.vector", "-XX:+UseParallelGC"),
            "0.1.0");
    SampleMachine simd = SampleMachine.cpu(22, 1, 7);
    SampleMachine device = SampleMachine.gpu(1400, 24, 11);
    return run(
        "2026-11-20T09:30:00Z",
        true,
        machine,
        List.of(
            backend("cpu:simd", "cpu", "pure Java, 16 threads, SIMD of 256 bits", Map.of(), simd),
            backend(
                "cpu:plain",
                "cpu",
                "pure Java, 16 threads, plain loops",
                Map.of(),
                SampleMachine.cpu(22, 2.6, 9)),
            withFailures(
                backend(
                    DEVICE,
                    "gpu",
                    "NVIDIA H100 PCIe (OpenCL), 114 compute units",
                    Map.of("memory", "79.2 GiB", "driver", "550.54.15", "work-group", "1024"),
                    device)),
            new BackendRun(
                "tornado:ptx:0",
                "gpu",
                "NVIDIA H100 PCIe (PTX)",
                Map.of(),
                "libcuda.so.1 was not found: install the driver",
                List.of(),
                List.of())),
        simd.breakEvens(DEVICE, "cpu:simd", device));
  }

  /** Slower, stopped early, and on another machine; the device is missing, facts are, too. */
  static BenchRun laptop() {
    BenchMachine machine =
        new BenchMachine(
            "Intel Core i7-1260P",
            8,
            0,
            "Linux 6.8.0",
            "amd64",
            "17.0.15 (Debian)",
            List.of(),
            "0.1.0");
    return run(
        "2026-11-21T18:05:00Z",
        false,
        machine,
        List.of(
            backend(
                "cpu:simd",
                "cpu",
                "pure Java, 8 threads, SIMD of 256 bits",
                Map.of(),
                SampleMachine.cpu(20, 1.1, 13)),
            backend(
                "cpu:plain",
                "cpu",
                "pure Java, 8 threads, plain loops",
                Map.of(),
                SampleMachine.cpu(23, 2.4, 15))),
        List.of());
  }

  /** Nothing but what the format asks for. */
  static BenchRun empty() {
    return run(
        "2026-11-22T00:00:00Z",
        false,
        new BenchMachine("amd64", 2, 0, "Linux", "amd64", "17", List.of(), "0.1.0"),
        List.of(new BackendRun("cpu", "cpu", "pure Java", Map.of(), null, List.of(), List.of())),
        List.of());
  }

  private static BenchRun run(
      String started,
      boolean complete,
      BenchMachine machine,
      List<BackendRun> backends,
      List<BreakEvenSize> breakEvens) {
    return new BenchRun(
        BenchRun.FORMAT, started, 214.5, "default", complete, machine, backends, breakEvens);
  }

  private static BackendRun backend(
      String selector,
      String device,
      String description,
      Map<String, String> facts,
      SampleMachine times) {
    return new BackendRun(
        selector, device, description, facts, null, times.copies(), times.measurements());
  }

  private static BackendRun withFailures(BackendRun whole) {
    var results = new ArrayList<>(whole.results());
    results.replaceAll(
        m -> {
          if (m.title().equals("mish backward") && m.elements() >= 1 << 22) {
            return SampleMachine.failed(
                m, "the device refused the memory: CL_MEM_OBJECT_ALLOCATION_FAILURE", null);
          }
          if (m.title().equals("softplus derivative")) {
            return SampleMachine.failed(
                m,
                "softplus derivative of -87.33 is 9.2 ULP off, the bound is 4",
                Optional.ofNullable(m.accuracy())
                    .map(a -> new Accuracy(false, a.bound(), 9.2, 3e-6, "-87.33", a.inputs()))
                    .orElseThrow());
          }
          return m;
        });
    return new BackendRun(
        whole.selector(),
        whole.device(),
        whole.description(),
        whole.facts(),
        null,
        whole.copies(),
        results);
  }
}
