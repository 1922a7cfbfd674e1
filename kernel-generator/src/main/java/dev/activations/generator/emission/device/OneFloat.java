package dev.activations.generator.emission.device;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A sum of at most one term that is not 0, so in one float.
 *
 * @param name the variable of a work-item
 * @param inUnits whether it is kept in the unit of the row's gradients
 */
record OneFloat(String name, boolean inUnits) implements Accumulator {
  @Override
  public List<String> ofItem() {
    return List.of(name);
  }

  @Override
  public List<String> stems() {
    return List.of(name + "Sum");
  }

  @Override
  public List<Local> ofAll() {
    return List.of(Local.ofFloat(name + "Sum"));
  }

  @Override
  public Code add(UnaryOperator<String> to, UnaryOperator<String> from) {
    String stem = stems().get(0);
    return sum(to.apply(stem), from.apply(stem));
  }

  @Override
  public Code addPart(String suffix) {
    String all = ofAll().get(0).name();
    return sum(all, all + suffix);
  }

  private static Code sum(String to, String from) {
    return Code.of(to + " += " + from + ";");
  }
}
