package dev.activations.reference;

/** A formula's text is not of the expression language. */
final class FormulaSyntaxException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final int position;

  FormulaSyntaxException(String problem, String text, int position) {
    super(problem + " at position " + position + " of: " + text);
    this.position = position;
  }

  /** Where the text stops making sense: its length if it ends too early. */
  int position() {
    return position;
  }
}
