package dev.activations.generator.emission.device;

import dev.activations.catalogue.FunctionEntry;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A function of the catalogue as it is written for devices: two static methods of floats.
 *
 * @param entry the function
 * @param family the family that it belongs to
 * @param stem what the methods are called: {@code stem}, {@code stemDerivative} and, if it has
 *     parameters, {@code stemParameters}
 * @param floats the names of the floats that both take after x
 * @param value the error of the value
 * @param derivative the error of the derivative
 */
record ScalarFunction(
    FunctionEntry entry,
    Family family,
    String stem,
    List<String> floats,
    Bound value,
    Bound derivative) {

  /** The call of the value, or of the derivative. */
  String call(boolean derivative, String x) {
    String floats =
        IntStream.range(0, this.floats.size())
            .mapToObj(i -> ", " + local(i))
            .collect(Collectors.joining());
    String method = stem + (derivative ? Family.DERIVATIVE : "");
    return family.functions() + "." + method + "(" + x + floats + ")";
  }

  /** The floats in variables of a kernel. */
  Code locals() {
    Code code = Code.none();
    for (int i = 0; i < floats.size(); i++) {
      String element = "parameters.get(" + i + "); // " + floats.get(i);
      code = code.then("float " + local(i) + " = " + element);
    }
    return code;
  }

  /** Makes the floats of the parameters of the catalogue, which stand in {@code p}. */
  String parameters() {
    if (floats.isEmpty()) {
      return "new float[0]";
    }
    String doubles =
        IntStream.range(0, entry.parameters().size())
            .mapToObj(i -> "p[" + i + "]")
            .collect(Collectors.joining(", "));
    return family.functions() + "." + stem + Family.PARAMETERS + "(" + doubles + ")";
  }

  private static String local(int index) {
    return "p" + index;
  }
}
