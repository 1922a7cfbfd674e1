package dev.activations.generator.emission.device;

import dev.activations.catalogue.FunctionEntry;
import dev.activations.generator.emission.CamelCase;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The scalar functions of a family, in the compiled class that has them:
 *
 * <pre>
 * {@literal @}MaxError(ulps = 1.5, floor = 0)
 * public static float swish(float x, float beta, ...)
 * public static float swishDerivative(float x, float beta, ...)
 * public static float[] swishParameters(double ...)   if the function has parameters
 * </pre>
 */
final class ScalarFunctions {
  private static final String ANNOTATION = "MaxError";

  private final Family family;
  private final Class<?> type;
  private final List<Method> annotated;

  /**
   * The functions of a family.
   *
   * @param family the family
   * @param type the class that has them
   */
  ScalarFunctions(Family family, Class<?> type) {
    this.family = family;
    this.type = type;
    annotated =
        Stream.of(type.getDeclaredMethods()).filter(method -> !bounds(method).isEmpty()).toList();
  }

  /**
   * The functions.
   *
   * @param entries those of the family in the catalogue
   * @return them, in the order of their methods' names
   * @throws IllegalStateException when a method is missing, or not as it has to be, or is none of a
   *     function of the family; the message says which
   */
  List<ScalarFunction> of(List<FunctionEntry> entries) {
    List<ScalarFunction> found =
        entries.stream()
            .map(this::find)
            .sorted(Comparator.comparing(ScalarFunction::stem))
            .toList();
    refuseOthers(found);
    return found;
  }

  private ScalarFunction find(FunctionEntry entry) {
    String stem = CamelCase.lower(entry.name());
    Method value = method(entry, stem);
    Method derivative = method(entry, stem + Family.DERIVATIVE);
    List<String> floats = floats(value);
    if (!floats.equals(floats(derivative))) {
      throw wrong(entry, "its value takes " + floats + ", its derivative " + floats(derivative));
    }
    checkParameters(entry, stem, floats);
    if (!value.getParameters()[0].isNamePresent()) {
      throw wrong(entry, "its class lacks the names of parameters: compile it with -parameters");
    }
    return new ScalarFunction(entry, family, stem, floats, bound(value), bound(derivative));
  }

  private Method method(FunctionEntry entry, String name) {
    List<Method> found = annotated.stream().filter(m -> m.getName().equals(name)).toList();
    if (found.size() != 1) {
      throw wrong(
          entry,
          String.format(
              Locale.ROOT,
              "expected one method %s with @%s, found %d",
              name,
              ANNOTATION,
              found.size()));
    }
    Method method = found.get(0);
    boolean ofFloats = Arrays.stream(method.getParameterTypes()).allMatch(float.class::equals);
    if (!isPublicStatic(method)
        || !ofFloats
        || method.getReturnType() != float.class
        || method.getParameterCount() == 0) {
      throw wrong(
          entry, "expected public static float " + name + "(float x, ...), found " + method);
    }
    return method;
  }

  /** What turns the parameters of the catalogue into floats has to take all of them. */
  private void checkParameters(FunctionEntry entry, String stem, List<String> floats) {
    int count = entry.parameters().size();
    Class<?>[] doubles = new Class<?>[count];
    Arrays.fill(doubles, double.class);
    String name = stem + Family.PARAMETERS;
    boolean found =
        Stream.of(type.getDeclaredMethods())
            .anyMatch(
                method ->
                    method.getName().equals(name)
                        && isPublicStatic(method)
                        && method.getReturnType() == float[].class
                        && Arrays.equals(method.getParameterTypes(), doubles));
    boolean needed = count > 0;
    if (found != needed || floats.isEmpty() == needed) {
      throw wrong(
          entry,
          String.format(
              Locale.ROOT,
              "the catalogue gives it %d parameters; expected %s, and %s, found floats %s and %s",
              count,
              needed ? "floats after x" : "no float after x",
              needed ? "public static float[] " + name + " of as many doubles" : "no " + name,
              floats,
              found ? "the method" : "no such method"));
    }
  }

  private void refuseOthers(List<ScalarFunction> functions) {
    Set<String> known = new HashSet<>();
    functions.forEach(f -> known.addAll(List.of(f.stem(), f.stem() + Family.DERIVATIVE)));
    for (Method method : annotated) {
      if (!known.contains(method.getName())) {
        throw new IllegalStateException(
            String.format(
                Locale.ROOT,
                "%s.%s has @%s, but the family %s of the catalogue has no such function",
                type.getSimpleName(),
                method.getName(),
                ANNOTATION,
                family.name()));
      }
    }
  }

  private IllegalStateException wrong(FunctionEntry entry, String what) {
    return new IllegalStateException(type.getSimpleName() + ": " + entry.name() + ": " + what);
  }

  private static boolean isPublicStatic(Method method) {
    return Modifier.isPublic(method.getModifiers()) && Modifier.isStatic(method.getModifiers());
  }

  /** The names of the parameters after x. */
  private static List<String> floats(Method method) {
    return Stream.of(method.getParameters()).skip(1).map(Parameter::getName).toList();
  }

  private static List<Annotation> bounds(Method method) {
    return Stream.of(method.getAnnotations())
        .filter(annotation -> annotation.annotationType().getSimpleName().equals(ANNOTATION))
        .toList();
  }

  private static Bound bound(Method method) {
    Annotation annotation = bounds(method).get(0);
    return new Bound(number(annotation, "ulps"), number(annotation, "floor"));
  }

  private static double number(Annotation annotation, String name) {
    try {
      return (double) annotation.annotationType().getMethod(name).invoke(annotation);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "@" + ANNOTATION + " has no " + name + " that can be read", e);
    }
  }
}
