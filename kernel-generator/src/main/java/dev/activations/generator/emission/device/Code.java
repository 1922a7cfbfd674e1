package dev.activations.generator.emission.device;

import java.util.ArrayList;
import java.util.List;

/**
 * Statements of Java. Pieces are put behind each other or into blocks; what is written stays as it
 * is.
 */
final class Code {
  private static final String STEP = "  ";

  private final List<String> lines;

  private Code(List<String> lines) {
    this.lines = lines;
  }

  static Code none() {
    return new Code(List.of());
  }

  /** Whole lines, indented among themselves. */
  static Code of(String text) {
    return new Code(text.lines().toList());
  }

  /** Pieces, one behind the other. */
  static Code of(List<Code> pieces) {
    return new Code(pieces.stream().flatMap(piece -> piece.lines.stream()).toList());
  }

  /** A statement that governs others: {@code header { body }}. */
  static Code block(String header, Code body) {
    List<String> lines = new ArrayList<>();
    lines.add(header + " {");
    body.lines.forEach(line -> lines.add(STEP + line));
    lines.add("}");
    return new Code(List.copyOf(lines));
  }

  Code then(Code next) {
    return of(List.of(this, next));
  }

  Code then(String next) {
    return then(of(next));
  }

  /** The text, so many steps from the margin. */
  String indented(int steps) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(STEP.repeat(steps)).append(line).append('\n'));
    return text.toString();
  }

  @Override
  public String toString() {
    return indented(0);
  }
}
