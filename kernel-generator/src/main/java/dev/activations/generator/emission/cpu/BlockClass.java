package dev.activations.generator.emission.cpu;

import dev.activations.generator.expression.Operation;
import dev.activations.generator.expression.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Kernels of plain Java in loops that C2 can vectorise, block by block. */
final class BlockClass extends KernelClass {
  private final List<String> methods = new ArrayList<>();

  BlockClass(Contract contract) {
    super(contract);
  }

  @Override
  String folder() {
    return "plain";
  }

  @Override
  List<String> imports() {
    return List.of();
  }

  @Override
  String body(Kernel kernel) {
    List<String> results = kernel.resultArrays();
    BlockKernel block = new BlockKernel(kernel.forPlainJava(), kernel.method(), results);
    if (block.calls().isEmpty() && kernel.lanes().isEmpty()) {
      return String.format(
          Locale.ROOT,
          "    System.arraycopy(%1$s, %1$sFrom, %2$s, %2$sFrom, count);\n",
          kernel.inputs().get(0),
          results.get(0));
    }
    methods.addAll(block.methods());
    StringBuilder text = new StringBuilder();
    for (Map.Entry<Value, String> uniform : block.uniforms().entrySet()) {
      text.append(
          String.format(
              Locale.ROOT, "    float %s = %s;\n", uniform.getValue(), uniform.getKey().text()));
    }
    Set<String> blocks = new LinkedHashSet<>(kernel.inputs());
    blocks.addAll(results);
    int number = 0;
    for (String array : blocks) {
      text.append(
          String.format(
              Locale.ROOT, "    float[] %sBlock = scratch.block(%s);\n", array, number++));
    }
    for (int i = 0; i < block.temporaries(); i++) {
      text.append(
          String.format(Locale.ROOT, "    float[] t%s = scratch.block(%s);\n", i, number++));
    }
    text.append("    for (int done = 0; done < count; done += Scratch.BLOCK) {\n");
    text.append("      int n = Math.min(Scratch.BLOCK, count - done);\n");
    for (String input : kernel.inputs()) {
      text.append(
          String.format(
              Locale.ROOT,
              "      System.arraycopy(%1$s, %1$sFrom + done, %1$sBlock, 0, n);\n",
              input));
    }
    for (String call : block.calls()) {
      String own = call;
      for (String array : blocks) {
        own = own.replaceAll("\\b" + array + "\\b", array + "Block");
      }
      text.append("      ").append(own).append("\n");
    }
    for (String output : kernel.outputs().keySet()) {
      text.append(
          String.format(
              Locale.ROOT,
              "      System.arraycopy(%1$sBlock, 0, %1$s, %1$sFrom + done, n);\n",
              output));
    }
    for (Map.Entry<String, Value> sums : kernel.sums().entrySet()) {
      text.append(
          String.format(
              Locale.ROOT,
              "      LaneSums.add(%sBlock, n, %s);\n",
              array(kernel, sums.getKey(), sums.getValue()),
              sums.getKey()));
    }
    if (kernel.exact()) {
      String output = kernel.outputs().keySet().iterator().next();
      text.append("      ExactLanes.add(" + output + "Block, 0, n, lanes, lost);\n");
    }
    kernel
        .terms()
        .ifPresent(
            terms ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        "      SplitLanes.add(%sBlock, n, lanes, lost, most);\n",
                        array(kernel, kernel.lanes().get(0), terms))));
    return text.append("    }\n").toString();
  }

  /** The array that a value is in: an input is never copied, and a value is stored once. */
  private static String array(Kernel kernel, String own, Value value) {
    if (value.operation() == Operation.INPUT) {
      return value.text();
    }
    int first = kernel.results().indexOf(value);
    return first < 0 ? own : kernel.resultArrays().get(first);
  }

  @Override
  String privateMethods() {
    return String.join("\n", methods);
  }
}
