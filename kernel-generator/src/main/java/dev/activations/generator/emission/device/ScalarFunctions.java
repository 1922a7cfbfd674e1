package dev.activations.generator.emission.device;

import dev.activations.catalogue.FunctionEntry;
import dev.activations.generator.emission.CamelCase;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collection;
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
public final class ScalarFunctions {
  private static final String ANNOTATION = "MaxError";

  private final Class<?> type;
  private final Family family;
  private final List<Method> annotated;

  /**
   * The functions of a class.
   *
   * @param type the class, called as its family and {@code Functions}
   */
  ScalarFunctions(Class<?> type) {
    this.type = type;
    family = Family.ofFunctions(type.getSimpleName());
    annotated =
        Stream.of(type.getDeclaredMethods()).filter(method -> !bounds(method).isEmpty()).toList();
  }

  /** Whether a class has scalar functions. */
  public static boolean areIn(Class<?> type) {
    return Stream.of(type.getDeclaredMethods()).anyMatch(method -> !bounds(method).isEmpty());
  }

  /** Its family. */
  Family family() {
    return family;
  }

  /**
   * The functions.
   *
   * @param entries those of the catalogue; the class has some of them
   * @return them, in the order of their methods' names
   * @throws IllegalStateException when a method is missing, or not as it has to be, or is none of a
   *     function of the catalogue; the message says which
   */
  List<ScalarFunction> of(Collection<FunctionEntry> entries) {
    List<ScalarFunction> found =
        entries.stream()
            .filter(entry -> hasMethod(CamelCase.lower(entry.name())))
            .map(this::find)
            .sorted(Comparator.comparing(ScalarFunction::stem))
            .toList();
    refuseOthers(found);
    return found;
  }

  private boolean hasMethod(String name) {
    return annotated.stream().anyMatch(method -> method.getName().equals(name));
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
    boolean callable =
        Modifier.isPublic(method.getModifiers()) && Modifier.isStatic(method.getModifiers());
    boolean ofFloats = Arrays.stream(method.getParameterTypes()).allMatch(float.class::equals);
    if (!callable
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
                        && Modifier.isPublic(method.getModifiers())
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
                "%s.%s has @%s, but is neither a function of the catalogue nor the derivative of one",
                type.getSimpleName(),
                method.getName(),
                ANNOTATION));
      }
    }
  }

  private IllegalStateException wrong(FunctionEntry entry, String what) {
    return new IllegalStateException(type.getSimpleName() + ": " + entry.name() + ": " + what);
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
