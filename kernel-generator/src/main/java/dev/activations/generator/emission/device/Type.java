package dev.activations.generator.emission.device;

/** The types that kernels compute with. */
enum Type {
  FLOAT("float", "Float", ""),
  INT("int", "Int", "(int) ");

  private final String keyword;
  private final String allocation;
  private final String fromFloat;

  Type(String keyword, String allocation, String fromFloat) {
    this.keyword = keyword;
    this.allocation = allocation;
    this.fromFloat = fromFloat;
  }

  String keyword() {
    return keyword;
  }

  /** The word for it in the names of the methods of a kernel's context. */
  String allocation() {
    return allocation;
  }

  /** The cast that an element of an array of floats needs. */
  String fromFloat() {
    return fromFloat;
  }
}
