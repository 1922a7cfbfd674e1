package dev.activations.generator.emission;

/** The catalogue's names as those of Java's classes and methods. */
public final class CamelCase {
  private CamelCase() {}

  /** gelu_erf is GeluErf. */
  public static String upper(String name) {
    StringBuilder text = new StringBuilder();
    for (String word : name.split("_", -1)) {
      text.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return text.toString();
  }

  /** gelu_erf is geluErf. */
  public static String lower(String name) {
    return name.charAt(0) + upper(name).substring(1);
  }
}
