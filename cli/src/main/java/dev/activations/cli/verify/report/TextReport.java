package dev.activations.cli.verify.report;

import dev.activations.measuring.findings.Errors;
import dev.activations.measuring.findings.Machine;
import dev.activations.measuring.findings.Point;
import dev.activations.measuring.findings.Result;
import dev.activations.measuring.findings.Verdict;
import dev.activations.measuring.findings.Words;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Results for a terminal: a paragraph each. */
public final class TextReport implements Report {
  private final PrintWriter out;
  private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
  private @Nullable Machine machine;

  /**
   * A report.
   *
   * @param out gets it
   */
  public TextReport(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void add(Result result) {
    verdicts.merge(result.verdict(), 1, Integer::sum);
    if (!result.machine().equals(machine)) {
      machine = result.machine();
      out.println(machine);
    }
    out.println(result.title() + ": " + verdict(result));
    Errors errors = result.errors();
    line(
        "max %s ULP (bound %s), mean %s, absolute %s%s, %s inputs%s in %.1f s",
        Words.ulps(errors.maxUlp()),
        result.bound(),
        Words.ulps(errors.meanUlp()),
        Words.small(errors.maxAbsolute()),
        " for |x| <= 10",
        Words.inputs(result.inputs()),
        Words.seed(result.seed()),
        result.seconds());
    point(errors.worst());
    if (errors.maxOfTerms() != null) {
      line("at most %s of the magnitudes of its terms", Words.ofTerms(errors.maxOfTerms()));
    }
    if (errors.excused() > 0) {
      line(
          "%s further off, and accepted%s",
          Words.count(errors.excused(), "result is", "results are"),
          errors.maxExcused() == 0
              ? ""
              : " for an absolute error of at most " + Words.small(errors.maxExcused()));
    }
    if (errors.beyond() > 0) {
      line("%s beyond the bound", Words.count(errors.beyond(), "result is", "results are"));
    }
    if (result.wrong().any()) {
      line("wrong: %s; the first", result.wrong());
      point(result.wrong().first());
    }
    out.flush();
  }

  private static String verdict(Result result) {
    String word = result.verdict().name().toLowerCase(Locale.ROOT);
    return result.failure() == null ? word : word + ", " + result.failure();
  }

  private void point(@Nullable Point point) {
    if (point != null) {
      line("at %s: expected %s, found %s", point.where(), point.expected(), point.found());
    }
  }

  private void line(String format, Object... values) {
    out.println("  " + String.format(Locale.ROOT, format, values));
  }

  @Override
  public void end() {
    int all = verdicts.values().stream().mapToInt(Integer::intValue).sum();
    StringBuilder line = new StringBuilder(Words.count(all, "result", "results")).append(":");
    String separator = " ";
    for (Map.Entry<Verdict, Integer> entry : verdicts.entrySet()) {
      String word = entry.getKey().name().toLowerCase(Locale.ROOT);
      line.append(separator).append(entry.getValue()).append(' ').append(word);
      separator = ", ";
    }
    out.println(line);
  }
}
