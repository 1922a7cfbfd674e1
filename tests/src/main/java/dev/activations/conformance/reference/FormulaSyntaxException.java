package dev.activations.conformance.reference;

/** A formula's text is not of the expression language. */
public final class FormulaSyntaxException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final int position;

  FormulaSyntaxException(String problem, String text, int position) {
    super(problem + " at position " + position + " of: " + text);
    this.position = position;
  }

  /**
   * Where the text stops making sense.
   *
   * @return an index into the text, its length if the text ends too early
   */
  public int position() {
    return position;
  }
}
