package dev.activations.tornado.functions;

import dev.activations.Activation;
import dev.activations.catalogue.Catalogue;
import dev.activations.catalogue.FunctionEntry;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;

/** A float32 function, found by the catalogue's name, with its parameters bound. */
final class FloatFunction {
  private static final List<Class<?>> FAMILIES =
      Catalogue.families().keySet().stream().map(FloatFunction::type).toList();

  private final MethodHandle handle;
  private final MaxError bound;

  private FloatFunction(MethodHandle handle, MaxError bound) {
    this.handle = handle;
    this.bound = bound;
  }

  private static Class<?> type(String family) {
    try {
      return Class.forName(FloatFunction.class.getPackageName() + "." + family + "Functions");
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  static FloatFunction of(Activation f, boolean derivative) {
    String stem = stem(f.entry());
    Method method = methods(derivative ? stem + "Derivative" : stem).findFirst().orElseThrow();
    float[] parameters = parameters(stem, f.parameters());
    try {
      MethodHandle handle = MethodHandles.lookup().unreflect(method);
      for (int i = parameters.length; i > 0; i--) {
        handle = MethodHandles.insertArguments(handle, i, parameters[i - 1]);
      }
      return new FloatFunction(handle, method.getAnnotation(MaxError.class));
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  static String stem(FunctionEntry entry) {
    StringBuilder stem = new StringBuilder();
    for (String word : entry.name().split("_", -1)) {
      stem.append(stem.length() == 0 ? word.charAt(0) : Character.toUpperCase(word.charAt(0)));
      stem.append(word, 1, word.length());
    }
    return stem.toString();
  }

  /** The public static methods of this name, in all families. */
  static Stream<Method> methods(String name) {
    return FAMILIES.stream()
        .flatMap(family -> Stream.of(family.getMethods()))
        .filter(method -> method.getName().equals(name));
  }

  /** The floats that a function takes after x. */
  static float[] parameters(String stem, double... parameters) {
    if (parameters.length == 0) {
      return new float[0];
    }
    Object[] boxed = new Object[parameters.length];
    for (int i = 0; i < boxed.length; i++) {
      boxed[i] = parameters[i];
    }
    try {
      Method method = methods(stem + "Parameters").findFirst().orElseThrow();
      return (float[]) method.invoke(null, boxed);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw new AssertionError(e);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  MaxError bound() {
    return bound;
  }

  float at(float x) {
    try {
      return (float) handle.invokeExact(x);
    } catch (Throwable e) {
      throw new AssertionError("at x = " + x, e);
    }
  }
}
