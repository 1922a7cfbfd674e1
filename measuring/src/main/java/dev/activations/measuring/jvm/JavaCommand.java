package dev.activations.measuring.jvm;

import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of a command that starts another JVM with the class path of this one. */
public final class JavaCommand {
  private static final String VECTORS = "jdk.incubator.vector";

  /** What a launcher hands down: the user's options and a collector, each with an end. */
  private static final String OPTIONS_VARIABLE = "ACTIVATIONS_CPU_JVM";

  private static final String END = "\037";

  private JavaCommand() {}

  /**
   * The java that runs this.
   *
   * @return its path
   */
  public static String java() {
    return java(Path.of(System.getProperty("java.home")));
  }

  /**
   * The java of a JDK.
   *
   * @param home its folder
   * @return its path
   */
  public static String java(Path home) {
    return home.resolve("bin").resolve("java").toString();
  }

  /**
   * Whether this JDK has the module for SIMD.
   *
   * @return false for a run time without it
   */
  public static boolean hasVectors() {
    return ModuleFinder.ofSystem().find(VECTORS).isPresent();
  }

  /**
   * The option that gives SIMD its module.
   *
   * @return empty where this JDK has none
   */
  public static List<String> vectors() {
    return hasVectors() ? List.of("--add-modules", VECTORS) : List.of();
  }

  /**
   * What the user asks for.
   *
   * @return options of java, none without a launcher but those of the JVM's own variables
   */
  public static List<String> handedDown() {
    return options(System.getenv(OPTIONS_VARIABLE));
  }

  /**
   * What a launcher handed down.
   *
   * @param text of its variable; null without a launcher
   * @return options of java
   */
  public static List<String> options(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return List.of();
    }
    List<String> words = List.of(text.split(END, -1));
    return words.subList(0, words.size() - 1);
  }

  /**
   * What stands behind the options: the class path, and what is run.
   *
   * @param main a class with a main method
   * @param arguments its arguments
   * @return the end of a command
   */
  public static List<String> running(Class<?> main, String... arguments) {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    words.addAll(List.of(arguments));
    return words;
  }
}
