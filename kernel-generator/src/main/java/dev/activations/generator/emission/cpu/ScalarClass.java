package dev.activations.generator.emission.cpu;

import dev.activations.generator.expression.Operation;
import dev.activations.generator.expression.Program;
import dev.activations.generator.expression.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Kernels for any Java from 8 on and any processor: one loop, with an fma that is emulated. */
final class ScalarClass extends KernelClass {
  ScalarClass(Contract contract) {
    super(contract);
  }

  @Override
  String folder() {
    return "portable";
  }

  @Override
  List<String> imports() {
    return List.of(Names.PACKAGE + "kernels.Fma");
  }

  @Override
  String body(Kernel kernel) {
    Program program = kernel.forPlainJava();
    Map<Value, String> names = new HashMap<>();
    StringBuilder before = new StringBuilder();
    StringBuilder loop = new StringBuilder();
    for (Value node : program.nodes()) {
      String name = "v" + names.size();
      if (node.operation() == Operation.INPUT) {
        loop.append(
            String.format(
                Locale.ROOT, "      float %s = %2$s[%2$sFrom + i];\n", name, node.text()));
      } else if (node.operation() == Operation.CONSTANT) {
        name = Literals.of(node.constant());
      } else if (node.operation() == Operation.UNIFORM) {
        before.append(String.format(Locale.ROOT, "    float %s = %s;\n", name, node.text()));
      } else {
        String code = PlainCode.of(node, operand -> names.getOrDefault(operand, ""), "Fma.of");
        loop.append(String.format(Locale.ROOT, "      float %s = %s;\n", name, code));
      }
      names.put(node, name);
    }
    int result = 0;
    for (String output : kernel.outputs().keySet()) {
      String value = names.get(program.results().get(result++));
      loop.append(String.format(Locale.ROOT, "      %1$s[%1$sFrom + i] = %2$s;\n", output, value));
    }
    for (String sums : kernel.sums().keySet()) {
      String value = names.get(program.results().get(result++));
      before.append(
          String.format(Locale.ROOT, "    float[] %sBlock = scratch.block(%s);\n", sums, result));
      loop.append(String.format(Locale.ROOT, "      %sBlock[i] = %s;\n", sums, value));
    }
    StringBuilder after = new StringBuilder();
    for (String sums : kernel.sums().keySet()) {
      after.append(String.format(Locale.ROOT, "    LaneSums.add(%1$sBlock, count, %1$s);\n", sums));
    }
    if (kernel.exact()) {
      String output = kernel.outputs().keySet().iterator().next();
      after.append(
          String.format(
              Locale.ROOT, "    ExactLanes.add(%1$s, %1$sFrom, count, lanes, lost);\n", output));
    }
    if (kernel.terms().isPresent()) {
      String value = names.get(program.results().get(result));
      before.append("    float[] terms = scratch.block(0);\n");
      loop.append(String.format(Locale.ROOT, "      terms[i] = %s;\n", value));
      after.append("    SplitLanes.add(terms, count, lanes, lost, most);\n");
    }
    return before + "    for (int i = 0; i < count; i++) {\n" + loop + "    }\n" + after;
  }
}
