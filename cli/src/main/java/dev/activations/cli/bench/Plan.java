package dev.activations.cli.bench;

import dev.activations.Step;
import dev.activations.measuring.work.Cell;
import dev.activations.measuring.work.Direction;
import dev.activations.measuring.work.Shape;
import dev.activations.measuring.work.Steps;
import dev.activations.measuring.work.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which cells are measured on every backend. */
final class Plan {
  /** A copy with a comparison, gates of three kinds, a Gaussian, and the two that read rows. */
  private static final String FEW = "relu,silu,gelu_erf,tanh,softmax,log_softmax";

  private static final String FEWEST = "relu,silu,gelu_erf,tanh,softmax";
  private static final String THREE_SIZES = "16x1024,128x1024,1024x1024";
  private static final String SIZES = "4x1024,16x1024,64x1024,256x1024,4096x1024,4096x4096";
  private static final String ALL_SIZES = "1024x1024," + SIZES + ",8192x4096,8192x8192";
  private static final Shape USUAL = new Shape(1024, 1024);

  private final Set<Cell> cells = new LinkedHashSet<>();

  private Plan() {}

  /**
   * Chooses cells: what is not named depends on the effort.
   *
   * @param functions names separated by commas, or null
   * @param directions names separated by commas, or null
   * @param shapes ROWSxCOLUMNS separated by commas, or null
   */
  static List<Cell> of(
      Effort effort,
      @Nullable String functions,
      @Nullable String directions,
      @Nullable String shapes) {
    Plan plan = new Plan();
    List<Direction> ways =
        directions == null
            ? effort == Effort.FULL
                ? List.of(Direction.values())
                : List.of(Direction.FORWARD, Direction.BACKWARD)
            : directions(directions);
    if (effort == Effort.DEFAULT && shapes == null) {
      plan.add(
          functions == null ? Steps.all(false) : Steps.named(functions, false),
          ways,
          List.of(USUAL));
      plan.add(Steps.named(functions == null ? FEW : functions, false), ways, shapes(SIZES));
    } else {
      List<Step> steps =
          functions != null
              ? Steps.named(functions, false)
              : effort == Effort.QUICK
                  ? Steps.named(FEWEST, false)
                  : Steps.all(effort == Effort.FULL);
      String sizes = effort == Effort.QUICK ? THREE_SIZES : ALL_SIZES;
      plan.add(steps, ways, shapes(shapes == null ? sizes : shapes));
    }
    return plan.bySize();
  }

  private void add(List<Step> steps, List<Direction> directions, List<Shape> shapes) {
    for (Shape shape : shapes) {
      for (Step step : steps) {
        for (Direction direction : directions) {
          if (Work.exists(step, direction)) {
            cells.add(new Cell(new Work(step, direction), shape));
          }
        }
      }
    }
  }

  private List<Cell> bySize() {
    List<Cell> sorted = new ArrayList<>(cells);
    // Stable: cells of one shape stay together, in the order of the catalogue.
    sorted.sort(
        Comparator.comparingInt((Cell cell) -> cell.shape().elements())
            .thenComparingInt(cell -> cell.shape().rows()));
    return sorted;
  }

  private static List<Direction> directions(String text) {
    return words(text).map(Plan::direction).distinct().toList();
  }

  private static Direction direction(String word) {
    return Arrays.stream(Direction.values())
        .filter(direction -> direction.toString().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--direction takes forward, derivative or backward, found '" + word + "'"));
  }

  private static List<Shape> shapes(String text) {
    return words(text).map(Shape::parse).distinct().toList();
  }

  private static Stream<String> words(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::trim);
  }
}
