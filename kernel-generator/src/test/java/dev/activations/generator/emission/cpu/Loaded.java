package dev.activations.generator.emission.cpu;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Generated classes that were compiled, and can be run. */
final class Loaded {
  private static final Map<Target, Loaded> ALL = new EnumMap<>(Target.class);

  private final Target target;
  private final ClassLoader classes;

  private Loaded(Target target, Map<String, String> sources) {
    this.target = target;
    this.classes = target.compile(sources);
  }

  /** All that the generator writes for a target. */
  static Loaded all(Target target) {
    synchronized (ALL) {
      return ALL.computeIfAbsent(target, key -> new Loaded(key, Written.sources(key)));
    }
  }

  /** Some sources by the full names of their classes. */
  static Loaded of(Target target, Map<String, String> sources) {
    return new Loaded(target, sources);
  }

  Class<?> type(String name) throws ReflectiveOperationException {
    return Class.forName(name, true, classes);
  }

  /** A kernel class of the target's package. */
  Object kernels(String name) throws ReflectiveOperationException {
    Constructor<?> constructor = type(target.className(name)).getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }

  /** What the generated library has for a function, or null. */
  Object find(String function, List<Double> parameters) throws ReflectiveOperationException {
    Method find =
        type(target.className("Functions")).getDeclaredMethod("find", String.class, double[].class);
    find.setAccessible(true);
    return find.invoke(null, function, array(parameters));
  }

  Object activation(List<Double> parameters) throws ReflectiveOperationException {
    return type("dev.activations.Activation")
        .getConstructor(double[].class)
        .newInstance((Object) array(parameters));
  }

  Object rowConstants(Map<String, Float> numbers) throws ReflectiveOperationException {
    Object constants = type(Names.PACKAGE + "kernels.RowConstants").getConstructor().newInstance();
    for (Map.Entry<String, Float> number : numbers.entrySet()) {
      constants.getClass().getField(number.getKey()).setFloat(constants, number.getValue());
    }
    return constants;
  }

  /** Memory full of NaN: what is read before it is written shows. */
  Object scratch() throws ReflectiveOperationException {
    Object scratch = type(Names.PACKAGE + "kernels.Scratch").getConstructor().newInstance();
    Method block = scratch.getClass().getMethod("block", int.class);
    for (int i = 0; i < 64; i++) {
      Arrays.fill((float[]) block.invoke(scratch, i), Float.NaN);
    }
    return scratch;
  }

  /** Calls the only method of that name. */
  static void call(Object kernels, String method, Object... arguments)
      throws ReflectiveOperationException {
    for (Method candidate : kernels.getClass().getDeclaredMethods()) {
      if (candidate.getName().equals(method)) {
        candidate.setAccessible(true);
        candidate.invoke(kernels, arguments);
        return;
      }
    }
    throw new NoSuchMethodException(kernels.getClass() + " has no " + method);
  }

  private static double[] array(List<Double> parameters) {
    return parameters.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
