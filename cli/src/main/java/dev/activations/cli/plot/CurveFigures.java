package dev.activations.cli.plot;

import dev.activations.Activation;
import dev.activations.catalogue.Interval;
import dev.activations.cli.plot.chart.Axis;
import dev.activations.cli.plot.chart.Dot;
import dev.activations.cli.plot.chart.Figure;
import dev.activations.cli.plot.chart.Key;
import dev.activations.cli.plot.chart.Mark;
import dev.activations.cli.plot.chart.Panel;
import dev.activations.cli.plot.chart.Style;
import dev.activations.cli.plot.drawing.Pen;
import dev.activations.cli.plot.drawing.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Figures of curves: one function, many side by side, or some over each other. */
final class CurveFigures {
  private static final Size ALONE = new Size(608, 450);
  private static final Size ONE_OF_SEVERAL = new Size(330, 270);
  private static final Size ONE_OF_MANY = new Size(232, 180);
  private static final Size COMPARED = new Size(400, 340);

  private static final double THICKEST = 1.5;
  private static final double THINNEST = 0.8;

  /** Up to this many panels are of the middle size. */
  private static final int SEVERAL = 9;

  private final @Nullable Span span;
  private final Shown shown;

  /** Figures of a part of the axis; null for what shows each function whole. */
  CurveFigures(@Nullable Span span, Shown shown) {
    this.span = span;
    this.shown = shown;
  }

  /** A panel for each function. */
  Figure panels(List<Activation> functions) {
    int count = functions.size();
    boolean alone = count == 1;
    Style style = alone ? Style.LARGE : count <= SEVERAL ? Style.MEDIUM : Style.SMALL;
    Size size = alone ? ALONE : count <= SEVERAL ? ONE_OF_SEVERAL : ONE_OF_MANY;
    List<Panel> panels = new ArrayList<>();
    for (Activation f : functions) {
      Span own = span == null ? Span.of(List.of(f)) : span;
      panels.add(new FunctionPanel(f, own, shown, style).panel(alone));
    }
    return new Figure(
        titles(functions), panels, columns(count), size, legend(functions, panels, style), style);
  }

  private static int columns(int count) {
    return count <= 3 ? count : count == 4 ? 2 : count <= SEVERAL ? 3 : 4;
  }

  private static String titles(List<Activation> functions) {
    return functions.stream().map(Activation::toString).collect(Collectors.joining(", "));
  }

  /** Explains what there is, and nothing else. */
  private List<Key> legend(List<Activation> functions, List<Panel> panels, Style style) {
    List<Key> keys = new ArrayList<>();
    if (shown.value()) {
      keys.add(new Key.Line("f(x)", Palette.value(style.curve())));
    }
    if (shown.derivative()) {
      keys.add(new Key.Line("f′(x)", Palette.derivative(style.curve())));
    }
    if (has(panels, "range")) {
      Activation f = functions.get(0);
      Interval range = f.entry().rangeAt(f.parameters());
      String which =
          functions.size() == 1
              ? "range " + Words.formula(range.toString())
              : "bounds of the range";
      keys.add(new Key.Line(which, Palette.bound()));
    }
    String colour = shown.value() ? Palette.VALUE : Palette.DERIVATIVE;
    if (has(panels, "value-kink") || has(panels, "derivative-kink")) {
      keys.add(new Key.Point("at a kink", Dot.full(colour)));
    }
    if (has(panels, "value-limit") || has(panels, "derivative-limit")) {
      String limited = has(panels, "value-limit") ? colour : Palette.DERIVATIVE;
      keys.add(new Key.Point("one-sided limit", Dot.ring(limited)));
    }
    return keys;
  }

  private static boolean has(List<Panel> panels, String role) {
    return panels.stream()
        .flatMap(panel -> panel.marks().stream())
        .anyMatch(mark -> mark.role().equals(role));
  }

  /**
   * All functions in one panel, their derivatives in another.
   *
   * @throws IllegalArgumentException when they are more than can be told apart
   */
  Figure compared(List<Activation> functions) {
    if (functions.size() > Palette.size()) {
      throw new IllegalArgumentException(
          "--compare can tell "
              + Palette.size()
              + " curves apart, found "
              + functions.size()
              + ": name fewer functions");
    }
    Span common = span == null ? Span.of(functions) : span;
    List<Panel> panels = new ArrayList<>();
    if (shown.value()) {
      panels.add(overlay(functions, common, "value"));
    }
    if (shown.derivative()) {
      panels.add(overlay(functions, common, "derivative"));
    }
    List<Key> keys = new ArrayList<>();
    for (int i = 0; i < functions.size(); i++) {
      keys.add(new Key.Line(Words.title(functions.get(i)), pen(i, functions.size())));
    }
    Size size = panels.size() == 1 ? ALONE : COMPARED;
    return new Figure(titles(functions), panels, panels.size(), size, keys, Style.MEDIUM);
  }

  private static Panel overlay(List<Activation> functions, Span span, String what) {
    boolean value = what.equals("value");
    Heights heights = new Heights();
    List<Mark> marks = new ArrayList<>();
    List<Mark> kinks = new ArrayList<>();
    for (int i = 0; i < functions.size(); i++) {
      Activation f = functions.get(i);
      Sampler.Curves curves = new Sampler(f, span).sample();
      List<double[]> curve = value ? curves.value() : curves.derivative();
      heights.add(curve);
      marks.add(new Mark.Curve(what, curve, pen(i, functions.size())));
      Dot dot = Dot.full(Palette.colour(i)).times(thickness(i, functions.size()));
      kinks.addAll(Kinks.marks(what, f, value ? f::value : f::derivative, span, dot));
    }
    marks.addAll(kinks);
    Axis x = Axis.of("x", span.from(), span.to(), Style.MEDIUM.xTicks());
    Axis y = heights.axis(value ? "f(x)" : "f′(x)", Style.MEDIUM.yTicks());
    String title = value ? "Values" : "Derivatives";
    return new Panel(what + "s", title, List.of(), x, y, marks, List.of());
  }

  private static Pen pen(int index, int count) {
    return Palette.pen(index, Style.MEDIUM.curve() * thickness(index, count));
  }

  /** The first is the thickest, so that it can be seen beside others that run over it. */
  private static double thickness(int index, int count) {
    return THICKEST - (THICKEST - THINNEST) * index / (count - 1);
  }
}
