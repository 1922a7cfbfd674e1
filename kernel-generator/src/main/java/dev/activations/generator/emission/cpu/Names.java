package dev.activations.generator.emission.cpu;

/** What generated things are called. */
final class Names {
  /** Where the generated packages lie. */
  static final String PACKAGE = "dev.activations.cpu.";

  private Names() {}

  /** gelu_erf is GeluErf. */
  static String upperCamel(String name) {
    StringBuilder text = new StringBuilder();
    for (String word : name.split("_", -1)) {
      text.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return text.toString();
  }
}
