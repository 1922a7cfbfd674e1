package dev.activations.cli.bench;

import dev.activations.measuring.machine.MachineFacts;
import dev.activations.measuring.results.BenchMachine;

/** The facts of the machine that runs this, as a run records them. */
final class ThisMachine {
  private ThisMachine() {}

  static BenchMachine facts() {
    String version = ThisMachine.class.getPackage().getImplementationVersion();
    return new BenchMachine(
        MachineFacts.processor().orElse(MachineFacts.architecture()),
        MachineFacts.processors(),
        MachineFacts.memory().orElse(0L),
        MachineFacts.system(),
        MachineFacts.architecture(),
        MachineFacts.java(),
        Jvm.options(),
        version == null ? "(not packaged)" : version);
  }
}
