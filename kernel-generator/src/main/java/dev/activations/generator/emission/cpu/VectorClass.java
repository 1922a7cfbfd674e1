package dev.activations.generator.emission.cpu;

import dev.activations.generator.expression.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Kernels of the Vector API: one loop over whole vectors each. */
final class VectorClass extends KernelClass {
  private final boolean rows;

  VectorClass(Contract contract) {
    super(contract);
    rows = contract.interfaceName().contains("RowBatchKernels");
  }

  @Override
  Contract contractOfRows() {
    return Contract.rowsOfVectors();
  }

  @Override
  String privateMethods() {
    return rows ? RowBatches.source() + exactSums() : "";
  }

  private static String exactSums() {
    return Exact.methods(VectorCode.WIDE) + Terms.methods(VectorCode.WIDE);
  }

  @Override
  String folder() {
    return "simd";
  }

  @Override
  List<String> imports() {
    return List.of(
        "static " + Names.PACKAGE + "simd.Species.*",
        "static jdk.incubator.vector.VectorOperators.*",
        "jdk.incubator.vector.FloatVector",
        "jdk.incubator.vector.IntVector",
        "jdk.incubator.vector.VectorMask");
  }

  @Override
  String body(Kernel kernel) {
    Program program = kernel.forVectors();
    Map<String, String> inputs = new HashMap<>();
    kernel.inputs().forEach(input -> inputs.put(input, input + "0"));
    VectorCode code = new VectorCode(program, inputs);
    String species = code.species();
    List<String> before = new ArrayList<>(code.constants());
    List<String> loop = new ArrayList<>();
    for (String input : kernel.inputs()) {
      String loaded = VectorCalls.load(species, input, input + "From + i");
      loop.add("FloatVector " + input + "0 = " + loaded + ";");
    }
    loop.addAll(code.body());
    int result = 0;
    for (String output : kernel.outputs().keySet()) {
      String vector = code.name(program.results().get(result++));
      loop.add(VectorCalls.store(species, vector, output, output + "From + i"));
    }
    for (String sums : kernel.sums().keySet()) {
      String vector = code.name(program.results().get(result++));
      loop.add(VectorCalls.addTo(species, sums + "Part", vector));
    }
    boolean terms = kernel.terms().isPresent();
    if (terms) {
      before.add("float[] terms = scratch.block(0);");
      String vector = code.name(program.results().get(result));
      loop.add(VectorCalls.store(species, vector, "terms", "i"));
    }
    StringBuilder text = new StringBuilder();
    lines(text, "    ", before);
    if (kernel.sums().isEmpty()) {
      text.append("    for (int i = 0; i < count; i += " + species + ".length()) {\n");
      lines(text, "      ", loop);
      text.append("    }\n");
      if (kernel.exact()) {
        String output = kernel.outputs().keySet().iterator().next();
        text.append("    ").append(Exact.call(output)).append('\n');
      }
      if (terms) {
        text.append("    ").append(Terms.call("terms")).append('\n');
      }
      return text.toString();
    }
    // Vectors narrower than the lanes go over the elements once for each part of the lanes.
    text.append("    for (int lane = 0; lane < LANES; lane += " + species + ".length()) {\n");
    text.append("      for (int group = lane; group < count; group += LaneSums.GROUP) {\n");
    text.append("        int end = Math.min(count, group + LaneSums.GROUP);\n");
    for (String sums : kernel.sums().keySet()) {
      text.append("        FloatVector " + sums + "Part = " + VectorCalls.zero(species) + ";\n");
    }
    text.append("        for (int i = group; i < end; i += LANES) {\n");
    lines(text, "          ", loop);
    text.append("        }\n");
    for (String sums : kernel.sums().keySet()) {
      String sum = VectorCalls.load(species, sums, "lane");
      String part = VectorCalls.floats(species, sums + "Part");
      String whole = VectorCalls.lanewise("ADD", sum, part);
      text.append("        " + VectorCalls.store(species, whole, sums, "lane") + "\n");
    }
    text.append("      }\n");
    return text.append("    }\n").toString();
  }

  private static void lines(StringBuilder text, String indent, List<String> lines) {
    lines.forEach(line -> text.append(indent).append(line).append('\n'));
  }
}
