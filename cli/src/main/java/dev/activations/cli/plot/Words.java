package dev.activations.cli.plot;

import dev.activations.Activation;
import dev.activations.catalogue.Parameter;
import dev.activations.cli.plot.chart.RoundTicks;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** The catalogue's texts as a figure shows them. */
final class Words {
  private static final Pattern LONG_NUMBER = Pattern.compile("\\d+\\.\\d{6,}");
  private static final MathContext SHOWN = new MathContext(5);

  private Words() {}

  /** The function with its parameters, such as {@code leaky_relu (negative_slope = 0.01)}. */
  static String title(Activation f) {
    return f.entry().parameters().isEmpty() ? f.name() : f.name() + " (" + parameters(f) + ")";
  }

  /** The parameters, such as {@code mu = 0, sigma = 1}. */
  static String parameters(Activation f) {
    StringJoiner text = new StringJoiner(", ");
    List<Parameter> parameters = f.entry().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      text.add(parameters.get(i).name() + " = " + number(f.parameter(i)));
    }
    return text.toString();
  }

  /** A number with five digits at most. */
  private static String number(double value) {
    return RoundTicks.label(BigDecimal.valueOf(value).round(SHOWN));
  }

  /** A formula of the catalogue in the signs of mathematics, its constants with five digits. */
  static String formula(String python) {
    String text = LONG_NUMBER.matcher(python).replaceAll(number -> shortened(number.group()));
    return text.replace("**2", "²")
        .replace("**3", "³")
        .replace(" * ", " · ")
        .replace("<=", "≤")
        .replace(">=", "≥")
        .replace("-", "−")
        .replace("sqrt(", "√(")
        .replaceAll("\\bPhi\\b", "Φ")
        .replaceAll("\\bphi\\b", "φ")
        .replaceAll("\\bpi\\b", "π")
        .replaceAll("\\binf\\b", "∞");
  }

  private static String shortened(String number) {
    return new BigDecimal(number).round(SHOWN).stripTrailingZeros().toPlainString();
  }
}
