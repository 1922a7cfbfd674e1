package dev.activations.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A run of the command inside this JVM: its exit status and what it printed. */
public record Run(int status, String out, String err) {
  /** Runs {@code activations} with the given words. */
  public static Run of(Object... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] arguments = new String[words.length];
    for (int i = 0; i < words.length; i++) {
      arguments[i] = words[i].toString();
    }
    int status = to(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    return new Run(status, out.toString(), err.toString());
  }

  /** Runs it with outputs of the caller; gives the exit status. */
  public static int to(PrintWriter out, PrintWriter err, String... words) {
    return Main.run(out, err, words);
  }
}
