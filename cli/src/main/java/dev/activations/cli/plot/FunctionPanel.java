package dev.activations.cli.plot;

import dev.activations.Activation;
import dev.activations.catalogue.Interval;
import dev.activations.cli.plot.chart.Axis;
import dev.activations.cli.plot.chart.Dot;
import dev.activations.cli.plot.chart.Mark;
import dev.activations.cli.plot.chart.Note;
import dev.activations.cli.plot.chart.Panel;
import dev.activations.cli.plot.chart.RoundTicks;
import dev.activations.cli.plot.chart.Style;
import java.util.ArrayList;
import java.util.List;

/** One function: its value, its derivative, its kinks and the bounds of its range. */
final class FunctionPanel {
  private static final double UPPER = 0.75;

  private final Activation f;
  private final Span span;
  private final Shown shown;
  private final Style style;

  FunctionPanel(Activation f, Span span, Shown shown, Style style) {
    this.f = f;
    this.span = span;
    this.shown = shown;
    this.style = style;
  }

  Panel panel(boolean alone) {
    Sampler.Curves curves = new Sampler(f, span).sample();
    Heights heights = new Heights();
    List<Mark> marks = new ArrayList<>();
    List<Mark> kinks = new ArrayList<>();
    if (shown.value()) {
      heights.add(curves.value());
      marks.add(new Mark.Curve("value", curves.value(), Palette.value(style.curve())));
      kinks.addAll(Kinks.marks("value", f, f::value, span, Dot.full(Palette.VALUE)));
    }
    if (shown.derivative()) {
      heights.add(curves.derivative());
      // Over the value: where they are the same, its gaps and the rims of points show both.
      Dot dot = Dot.full(Palette.DERIVATIVE).times(shown.value() ? UPPER : 1);
      marks.add(
          new Mark.Curve("derivative", curves.derivative(), Palette.derivative(style.curve())));
      kinks.addAll(Kinks.marks("derivative", f, f::derivative, span, dot));
    }
    if (heights.isNear(0)) {
      heights.add(0);
    }
    if (shown.value()) {
      marks.addAll(0, bounds(f, heights));
    }
    marks.addAll(kinks);
    Axis x = Axis.of("x", span.from(), span.to(), style.xTicks());
    Axis y = heights.axis(alone ? title() : "", style.yTicks());
    String name = alone ? Words.title(f) : f.name();
    return new Panel(f.toString(), name, lines(alone), x, y, marks, notes(alone));
  }

  private String title() {
    return switch (shown) {
      case BOTH -> "f(x), f′(x)";
      case VALUE -> "f(x)";
      case DERIVATIVE -> "f′(x)";
    };
  }

  private List<String> lines(boolean alone) {
    List<String> lines = new ArrayList<>();
    if (shown.value()) {
      lines.add("f(x) = " + Words.formula(f.entry().formula()));
    }
    if (shown.derivative() && (alone || !shown.value())) {
      lines.add("f′(x) = " + Words.formula(f.entry().derivative()));
    }
    if (!alone && !f.entry().parameters().isEmpty()) {
      lines.add(Words.parameters(f));
    }
    return lines;
  }

  private List<Note> notes(boolean alone) {
    return alone
        ? Sampler.kinks(f, span).stream()
            .map(x -> new Note(x, "x = " + RoundTicks.label(x)))
            .toList()
        : List.of();
  }

  /** The finite ends of the range, where they are not far away. */
  private static List<Mark> bounds(Activation f, Heights heights) {
    Interval range = f.entry().rangeAt(f.parameters());
    List<Mark> bounds = new ArrayList<>();
    for (double end : new double[] {range.lower(), range.upper()}) {
      if (Double.isFinite(end) && heights.isNear(end)) {
        bounds.add(new Mark.Level("range", end, Palette.bound()));
      }
    }
    for (Mark bound : bounds) {
      heights.add(((Mark.Level) bound).y());
    }
    return bounds;
  }
}
