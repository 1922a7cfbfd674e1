package dev.activations.cli.plot;

import dev.activations.Activation;
import dev.activations.cli.plot.chart.Axis;
import dev.activations.cli.plot.chart.Dot;
import dev.activations.cli.plot.chart.Figure;
import dev.activations.cli.plot.chart.Key;
import dev.activations.cli.plot.chart.Mark;
import dev.activations.cli.plot.chart.Note;
import dev.activations.cli.plot.chart.Panel;
import dev.activations.cli.plot.chart.Style;
import dev.activations.cli.plot.drawing.Pen;
import dev.activations.cli.plot.drawing.Size;
import dev.activations.measuring.accuracy.ErrorProfile;
import dev.activations.measuring.accuracy.FloatOrder;
import dev.activations.measuring.findings.Point;
import dev.activations.measuring.findings.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The errors of a backend along the line of floats, a panel for each function and direction. */
final class ErrorFigure {
  private static final Size ALONE = new Size(640, 400);
  private static final Size ONE_OF_SEVERAL = new Size(480, 300);
  private static final Pen HALF = Pen.solid("#888888", 0.8).dashed(1.5, 2.0);
  private static final double HEADROOM = 1.1;

  /** Room for the widest labels of the axis, in their number. */
  private static final int TICKS_ALONE = 11;

  private static final int TICKS = 7;

  private final float from;
  private final float to;
  private final List<Panel> panels = new ArrayList<>();
  private final Style style;
  private final boolean alone;
  private boolean excused;
  private boolean wrong;
  private boolean value;
  private boolean derivative;

  ErrorFigure(float from, float to, boolean alone) {
    this.from = from;
    this.to = to;
    this.alone = alone;
    this.style = alone ? Style.LARGE : Style.MEDIUM;
  }

  void add(Activation f, boolean slope, ErrorProfile profile) {
    Result result = profile.result();
    String colour = slope ? Palette.DERIVATIVE : Palette.VALUE;
    double[] curve = steps(profile.columns());
    List<Mark> marks = new ArrayList<>();
    marks.add(
        new Mark.Area(
            "errors", List.of(curve), slope ? Palette.DERIVATIVE_AREA : Palette.VALUE_AREA));
    marks.add(new Mark.Level("half", 0.5, HALF));
    marks.add(new Mark.Level("bound", result.bound().ulps(), Palette.bound()));
    marks.add(new Mark.Curve("errors", List.of(curve), Pen.solid(colour, 0.5 * style.curve())));
    List<Note> notes = new ArrayList<>();
    Point worst = result.errors().worst();
    double most = Math.max(result.bound().ulps(), 0.5);
    if (worst != null && Float.isFinite(Float.parseFloat(worst.hex()))) {
      double place = FloatOrder.of(Float.parseFloat(worst.hex()));
      double ulps = result.errors().maxUlp();
      marks.add(new Mark.Point("worst", place, ulps, Dot.full(colour)));
      notes.add(new Note(place, "x = " + decimal(worst)));
      most = Math.max(most, ulps);
    }
    double top = HEADROOM * most;
    for (ErrorProfile.Column column : profile.columns()) {
      double middle = (column.from() + column.to()) / 2.0;
      if (column.excused()) {
        marks.add(new Mark.Point("excused", middle, 0, Dot.ring(Palette.EXCUSED).times(0.6)));
      }
      if (column.wrong()) {
        marks.add(new Mark.Point("wrong", middle, top, Dot.full(Palette.WRONG)));
      }
      excused |= column.excused();
      wrong |= column.wrong();
    }
    value |= !slope;
    derivative |= slope;
    panels.add(
        new Panel(
            f + (slope ? "-derivative" : "-value"),
            Words.title(f) + (slope ? ": error of f′(x)" : ": error of f(x)"),
            lines(profile),
            axis(),
            Axis.of("error in ULP", 0, top, style.yTicks()),
            marks,
            notes));
  }

  private Axis axis() {
    return new Axis(
        "x, all floats at equal distances",
        FloatOrder.of(from),
        FloatOrder.of(to),
        FloatTicks.between(from, to, alone ? TICKS_ALONE : TICKS));
  }

  private static List<String> lines(ErrorProfile profile) {
    Result result = profile.result();
    Point worst = result.errors().worst();
    String largest =
        worst == null
            ? "No error at all"
            : String.format(
                Locale.ROOT,
                "Largest %.4f ULP at x = %s (%s)",
                result.errors().maxUlp(),
                decimal(worst),
                worst.hex().replace('-', '−'));
    String floats =
        profile.step() == 1
            ? "all floats"
            : String.format(
                Locale.ROOT,
                "%,d floats: one of %,d, and the critical ones",
                result.inputs(),
                profile.step());
    return List.of(
        largest + "; bound " + result.bound(),
        "Backend " + result.machine().backend() + "; " + floats);
  }

  private static String decimal(Point point) {
    return point.x().replace('-', '−').replace('E', 'e');
  }

  /** The largest errors as steps, those of the same height in one. */
  private static double[] steps(List<ErrorProfile.Column> columns) {
    List<Double> xy = new ArrayList<>();
    double height = Double.NaN;
    for (ErrorProfile.Column column : columns) {
      if (column.maxUlp() == height) {
        xy.set(xy.size() - 2, (double) column.to());
      } else {
        height = column.maxUlp();
        xy.addAll(List.of((double) column.from(), height, (double) column.to(), height));
      }
    }
    return xy.stream().mapToDouble(Double::doubleValue).toArray();
  }

  Figure figure() {
    List<Key> keys = new ArrayList<>();
    if (value) {
      keys.add(new Key.Line("largest error of f(x) at each place", Palette.value(style.curve())));
    }
    if (derivative) {
      keys.add(
          new Key.Line(
              "largest error of f′(x) at each place",
              Pen.solid(Palette.DERIVATIVE, style.curve())));
    }
    keys.add(new Key.Line("the backend's bound", Palette.bound()));
    keys.add(new Key.Line("0.5 ULP: rounded correctly", HALF));
    if (excused) {
      keys.add(new Key.Point("within the absolute bound alone", Dot.ring(Palette.EXCUSED)));
    }
    if (wrong) {
      keys.add(new Key.Point("beyond the bound", Dot.full(Palette.WRONG)));
    }
    int columns = alone || !(value && derivative) ? 1 : 2;
    Size size = alone ? ALONE : ONE_OF_SEVERAL;
    return new Figure("errors of a backend", panels, columns, size, keys, style);
  }
}
