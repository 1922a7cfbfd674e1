package dev.activations.cli.verify.report;

import dev.activations.measuring.findings.Errors;
import dev.activations.measuring.findings.Machine;
import dev.activations.measuring.findings.Point;
import dev.activations.measuring.findings.Result;
import dev.activations.measuring.findings.Words;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** Results as a table of Markdown for each machine, to be pasted. */
public final class MarkdownReport implements Report {
  private final PrintWriter out;
  private @Nullable Machine machine;

  /**
   * A report.
   *
   * @param out gets it
   */
  public MarkdownReport(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void add(Result result) {
    if (!result.machine().equals(machine)) {
      head(result.machine());
    }
    Errors errors = result.errors();
    Point worst = errors.worst();
    row(
        "`" + result.function() + "`",
        result.direction(),
        result.bound().toString(),
        Words.ulps(errors.maxUlp()),
        worst == null ? "" : worst.x() + " (`" + worst.hex() + "`)" + place(worst),
        Words.ulps(errors.meanUlp()),
        Words.small(errors.maxAbsolute()),
        Words.inputs(result.inputs()) + Words.seed(result.seed()),
        verdict(result));
    out.flush();
  }

  private void head(Machine next) {
    if (machine != null) {
      out.println();
    }
    machine = next;
    out.println(next);
    out.println();
    row(
        "function",
        "",
        "bound",
        "max ULP",
        "at x",
        "mean ULP",
        "max absolute, |x| <= 10",
        "inputs",
        "");
    out.println("|---|---|---|---|---|---|---|---|---|");
  }

  /** What else there is to say of the input. */
  private static String place(Point point) {
    return (point.dy() == null ? "" : ", dy " + point.dy())
        + (point.place() == null ? "" : ", " + point.place());
  }

  /** Everything that a reader has to know beside the figures. */
  private static String verdict(Result result) {
    StringBuilder text = new StringBuilder();
    switch (result.verdict()) {
      case OK -> {}
      case PARTIAL -> text.append("**partial** ");
      case FAILED -> text.append("**FAILED** ");
    }
    if (result.failure() != null) {
      text.append(result.failure()).append(' ');
    }
    if (result.errors().beyond() > 0) {
      text.append(result.errors().beyond()).append(" beyond the bound ");
    }
    if (result.wrong().any()) {
      text.append("wrong: ").append(result.wrong()).append(' ');
    }
    if (result.errors().excused() > 0) {
      text.append(Words.count(result.errors().excused(), "other", "others"))
          .append(within(result.errors()))
          .append(' ');
    }
    Double ofTerms = result.errors().maxOfTerms();
    if (ofTerms != null) {
      text.append(Words.small(ofTerms * 0x1p-24)).append(" of its terms");
    }
    return text.toString().strip();
  }

  private static String within(Errors errors) {
    return errors.maxExcused() == 0 ? " accepted" : " within " + Words.small(errors.maxExcused());
  }

  private void row(String... cells) {
    out.print("|");
    for (String cell : cells) {
      out.print(" " + cell.replace("|", "\\|") + " |");
    }
    out.println();
  }

  /** A table needs nothing below. */
  @Override
  public void end() {}
}
