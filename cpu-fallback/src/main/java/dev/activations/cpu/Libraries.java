package dev.activations.cpu;

import dev.activations.BackendException;
import dev.activations.cpu.kernels.KernelLibrary;
import dev.activations.cpu.portable.PortableLibrary;
import java.lang.reflect.InvocationTargetException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which of the implementations of the float32 loops this JVM gets, chosen once, and why. All give
 * the same bits.
 *
 * <p>What a JVM cannot run falls back to the next, and {@link #description} says so with the option
 * that would mend it; a library that should be there and is not is an error of packaging.
 */
final class Libraries {
  /** auto, simd, plain or portable. */
  static final String PROPERTY = "activations.cpu.path";

  private static final String SIMD = "dev.activations.cpu.simd.SimdLibrary";
  private static final String PLAIN = "dev.activations.cpu.plain.PlainLibrary";
  private static final String FMA = "dev.activations.cpu.plain.FusedMultiplyAdd";
  private static final String VECTORS = "jdk.incubator.vector.FloatVector";
  private static final String OPTION = "--add-modules jdk.incubator.vector";

  private static volatile @Nullable Libraries chosen;

  /** Why there are none: said again to whoever asks again. */
  private static @Nullable String refusal;

  private final KernelLibrary plain;
  private final @Nullable Widths simd;
  private final boolean always;
  private final String description;

  private Libraries(
      KernelLibrary plain, @Nullable Widths simd, boolean always, String description) {
    this.plain = plain;
    this.simd = simd;
    this.always = always;
    this.description = description;
  }

  /**
   * Those of this JVM.
   *
   * @throws BackendException when a property asks for what is not there
   */
  static Libraries chosen() {
    Libraries libraries = chosen;
    return libraries == null ? chooseOnce() : libraries;
  }

  /** No static initialiser: that would give its reason to the first caller alone. */
  private static synchronized Libraries chooseOnce() {
    if (refusal != null) {
      throw new BackendException(refusal, null);
    }
    Libraries libraries = chosen;
    if (libraries == null) {
      try {
        libraries = choose(System.getProperty(PROPERTY, "auto"));
        chosen = libraries;
      } catch (BackendException refused) {
        refusal = refused.getMessage();
        throw refused;
      }
    }
    return libraries;
  }

  /** What computes without vectors, or until vectors are compiled. */
  KernelLibrary plain() {
    return plain;
  }

  /** What computes with the widest vectors, or null. */
  @Nullable KernelLibrary simd() {
    return simd == null ? null : simd.library(0);
  }

  /** What computes with vectors, or null. */
  @Nullable Widths widths() {
    return simd;
  }

  /** Whether vectors are used before they are known to be faster; where they are not, no longer. */
  boolean always() {
    return always;
  }

  /** How wide vectors are, once there are any; 0 without SIMD. */
  int vectorBits() {
    return simd == null ? 0 : simd.bits(0);
  }

  /** One line for people: what computes, and why. */
  String description() {
    return description;
  }

  static Libraries choose(String path) {
    switch (path) {
      case "auto":
        return automatic();
      case "simd":
        return new Libraries(besidesSimd(), requireSimd(), true, vectors(false));
      case "plain":
        return new Libraries(requirePlain(), null, false, "plain loops, as " + PROPERTY + " says");
      case "portable":
        return new Libraries(
            new PortableLibrary(), null, false, "portable loops, as " + PROPERTY + " says");
      default:
        throw new BackendException(
            PROPERTY + " is auto, simd, plain or portable, found '" + path + "'", null);
    }
  }

  private static Libraries automatic() {
    int java = javaVersion();
    if (java < 9) {
      return portable("Java " + java + " has no fma; Java 9 is several times as fast");
    }
    if (!(Boolean) ask(FMA, "isFast")) {
      return portable("this processor, or this JVM by its options, has no fma instruction");
    }
    KernelLibrary plain = load(PLAIN);
    if (java < 17) {
      return new Libraries(plain, null, false, "plain loops: SIMD needs Java 17, this is " + java);
    }
    if (!hasVectors()) {
      return new Libraries(plain, null, false, "plain loops: for SIMD start java with " + OPTION);
    }
    return new Libraries(plain, loadSimd(), false, vectors(true));
  }

  private static Libraries portable(String reason) {
    return new Libraries(new PortableLibrary(), null, false, "portable loops: " + reason);
  }

  private static KernelLibrary requirePlain() {
    if (javaVersion() < 9) {
      throw new BackendException(PROPERTY + " is plain, which needs Java 9 or later", null);
    }
    return load(PLAIN);
  }

  /** What vectors have to be faster than, also where they were asked for. */
  private static KernelLibrary besidesSimd() {
    boolean fast = javaVersion() >= 9 && (Boolean) ask(FMA, "isFast");
    return fast ? load(PLAIN) : new PortableLibrary();
  }

  private static Widths loadSimd() {
    return new Widths(load(SIMD), (Integer) ask(SIMD, "bits"));
  }

  private static Widths requireSimd() {
    if (javaVersion() < 17 || !hasVectors()) {
      throw new BackendException(
          PROPERTY + " is simd, which needs Java 17 or later, started with " + OPTION, null);
    }
    return loadSimd();
  }

  private static String vectors(boolean warm) {
    return String.format(
        Locale.ROOT,
        "SIMD of %d bits%s",
        (Integer) ask(SIMD, "bits"),
        warm
            ? " (" + OPTION + "), plain loops until it is compiled"
            : ", as " + PROPERTY + " says");
  }

  /** What a static method of a class says that only newer JVMs can load. */
  private static Object ask(String type, String method) {
    try {
      return Class.forName(type).getMethod(method).invoke(null);
    } catch (InvocationTargetException failed) {
      throw refused(type, failed);
    } catch (ReflectiveOperationException broken) {
      throw new LinkageError(type + " cannot be used: the jar is broken", broken);
    }
  }

  /** A static initialiser that finds a property wrong says so in an exception inside others. */
  private static RuntimeException refused(String type, InvocationTargetException failed) {
    Throwable reason = failed;
    while (reason.getCause() != null) {
      reason = reason.getCause();
    }
    if (reason instanceof IllegalArgumentException) {
      return new BackendException(String.valueOf(reason.getMessage()), failed);
    }
    throw new LinkageError(type + " cannot be used: " + reason, failed);
  }

  private static boolean hasVectors() {
    try {
      Class.forName(VECTORS, false, Libraries.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }

  private static KernelLibrary load(String name) {
    try {
      return Class.forName(name)
          .asSubclass(KernelLibrary.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (InvocationTargetException failed) {
      throw new LinkageError(name + " cannot be used: " + failed.getCause(), failed);
    } catch (ReflectiveOperationException broken) {
      throw new LinkageError(name + " is missing: the jar is broken", broken);
    }
  }

  private static int javaVersion() {
    String version = System.getProperty("java.specification.version", "1.8");
    return Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
  }
}
