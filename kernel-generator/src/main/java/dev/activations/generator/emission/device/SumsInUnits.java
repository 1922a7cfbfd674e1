package dev.activations.generator.emission.device;

import java.util.List;
import java.util.stream.Stream;

/**
 * Sums over gradients. They are kept in units, powers of two that follow the largest gradient, so
 * that none leaves the range of a float; the class that has more than half of the probability
 * stands beside the sum. A gradient that is not finite makes its row NaN.
 */
abstract class SumsInUnits extends RowSums {
  private static final String CHUNKS = "for (int i = first; i < last; i++)";

  private static final Code UNIT =
      Code.of(
          """
          int level = 0;
          float unit = Units.of(level);
          float limit = Units.limit(level);
          """);

  /** The highest level of the work-items, which becomes that of all. */
  private static final Code HIGHEST_OF_GROUP =
      Code.of(
          """
          levels[lane] = level;
          context.localBarrier();
          if (lane < COMBINERS) {
            int highest = levels[lane];
            for (int i = lane + COMBINERS; i < LANES; i += COMBINERS) {
              highest = levels[i] > highest ? levels[i] : highest;
            }
            winners[lane] = highest;
          }
          context.localBarrier();
          int rowLevel = winners[0];
          for (int i = 1; i < COMBINERS; i++) {
            rowLevel = winners[i] > rowLevel ? winners[i] : rowLevel;
          }
          float down = Units.down(rowLevel - level);
          level = rowLevel;
          """);

  SumsInUnits(Accumulator... accumulators) {
    super(accumulators);
  }

  /** The gradient of an element, and its {@code size}. */
  abstract Code gradient();

  /** Adds the element. */
  abstract Code add();

  @Override
  final List<Operand> inputs() {
    return List.of(Operand.OUTPUT, Operand.GRADIENT);
  }

  @Override
  final Local reference() {
    return Local.ofInt("level");
  }

  @Override
  final List<SharedArray> ownArrays() {
    return List.of(
        new SharedArray(Type.INT, "levels", "LANES"),
        new SharedArray(Type.INT, "winners", "COMBINERS"));
  }

  @Override
  final Code ofLane() {
    return running("begin + lane").then(HIGHEST_OF_GROUP).then(scaledDown());
  }

  @Override
  final Code ofRow() {
    return running("begin").then(new GroupSum(accumulators()).ofOneItem()).then(finish());
  }

  @Override
  final Code ofChunks() {
    Code level =
        Code.of("int other = " + reference().type().fromFloat() + partial("i", 0) + ";")
            .then("level = other > level ? other : level;");
    return reference()
        .is("0")
        .then(Code.block(CHUNKS, level))
        .then(zeros(accumulators().stream().flatMap(sum -> sum.ofAll().stream().map(Local::name))))
        .then(Code.block(CHUNKS, chunk()));
  }

  private Code chunk() {
    String below = "level - " + reference().type().fromFloat() + partial("i", 0);
    Code code = Local.ofFloat("down").is("Units.down(" + below + ")");
    int place = 1;
    for (Accumulator sum : accumulators()) {
      for (Local all : sum.ofAll()) {
        String scale = sum.inUnits() ? " * down" : "";
        code = code.then(Local.ofFloat(all.name() + "Part").is(partial("i", place++) + scale));
      }
    }
    return code.then(Code.of(accumulators().stream().map(sum -> sum.addPart("Part")).toList()));
  }

  /** The sums of a work-item over its elements. */
  private Code running(String start) {
    Code higher =
        Code.of("int higher = Units.level(size);")
            .then("float down = Units.down(higher - level);")
            .then(scaledDown())
            .then("level = higher;")
            .then("unit = Units.of(level);")
            .then("limit = Units.limit(level);");
    Code element = gradient().then(Code.block("if (size > limit)", higher)).then(add());
    return zeros(accumulators().stream().flatMap(sum -> sum.ofItem().stream()))
        .then(UNIT)
        .then(Code.block("for (int i = " + start + "; i < end; i += stride)", element));
  }

  private static Code zeros(Stream<String> names) {
    return Code.of(names.map(name -> Local.ofFloat(name).is("0f")).toList());
  }

  /** To another unit. */
  private Code scaledDown() {
    return Code.of(
        accumulators().stream()
            .filter(Accumulator::inUnits)
            .flatMap(sum -> sum.ofItem().stream())
            .map(name -> Code.of(name + " *= down;"))
            .toList());
  }
}
