package dev.activations.generator.emission.cpu;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A generated class. */
abstract class KernelClass {
  private final Contract contract;

  KernelClass(Contract contract) {
    this.contract = contract;
  }

  /** The package, below that of the CPU backend. */
  abstract String folder();

  /** What it imports beside what all do. */
  abstract List<String> imports();

  /** What it offers for rows. */
  Contract contractOfRows() {
    return Contract.rows();
  }

  /** The statements of a kernel. */
  abstract String body(Kernel kernel);

  /** The methods that the class has besides, once all kernels are written. */
  String privateMethods() {
    return "";
  }

  String source(String name, List<Kernel> kernels) {
    StringBuilder text = new StringBuilder();
    text.append("package ").append(Names.PACKAGE + folder()).append(";\n\n");
    List<String> all = new ArrayList<>(contract.imports());
    all.addAll(imports());
    all.forEach(line -> text.append("import ").append(line).append(";\n"));
    text.append("\n/** Generated from the algorithms of kernel-generator: change them there. */\n");
    text.append(
        String.format(
            Locale.ROOT, "final class %s implements %s {\n", name, contract.interfaceName()));
    for (Kernel kernel : kernels) {
      text.append("  @Override\n  public void ").append(kernel.method()).append("(");
      text.append(contract.firstParameter()).append(", Scratch scratch");
      for (String array : kernel.arrays()) {
        text.append(String.format(Locale.ROOT, ", float[] %1$s, int %1$sFrom", array));
      }
      text.append(", int count");
      kernel.lanes().forEach(lanes -> text.append(", float[] ").append(lanes));
      text.append(") {\n");
      contract.prologue().forEach(line -> text.append("    ").append(line).append("\n"));
      text.append(body(kernel)).append("  }\n\n");
    }
    return text.append(privateMethods()).append("}\n").toString();
  }
}
