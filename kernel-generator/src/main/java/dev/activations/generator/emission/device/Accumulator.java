package dev.activations.generator.emission.device;

import java.util.List;
import java.util.function.UnaryOperator;

/** A sum over a row: of each work-item, then of all. */
interface Accumulator {
  /** The variables that hold the sum of a work-item. */
  List<String> ofItem();

  /** Stems for the names of what holds sums of several work-items, one for each of those. */
  List<String> stems();

  /** The variables that hold the sum of all. */
  List<Local> ofAll();

  /** Whether it is kept in the unit of the row's gradients. */
  boolean inUnits();

  /**
   * Adds what another work-item, or several, have summed.
   *
   * @param to the variable for a stem
   * @param from what is added, for a stem
   */
  Code add(UnaryOperator<String> to, UnaryOperator<String> from);

  /**
   * Adds what a part of the row has summed.
   *
   * @param suffix of the variables of the part, behind the names of those of all
   */
  Code addPart(String suffix);
}
