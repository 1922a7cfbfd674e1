package dev.activations.conformance;

import dev.activations.Backend;
import dev.activations.BackendOptions;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/**
 * The contract of a backend. A backend's test class extends it and says how the backend is opened;
 * every promise of {@link Backend} is then tested on it: accuracy against the definitions in
 * double, special values, shapes, in place, pipelines, misuse, many threads.
 */
public abstract class BackendContract {
  /** For subclasses. */
  protected BackendContract() {}

  /**
   * Opens the backend.
   *
   * @param options how it shall run
   * @return a new backend
   */
  protected abstract Backend open(BackendOptions options);

  /**
   * The size at which the backend cuts its work, in elements: sizes around it are tested.
   *
   * @return the elements of a block or work-group
   */
  protected abstract int tile();

  /**
   * The share of the random rows that is tried, for a backend on which a row takes long.
   *
   * @return one for all of them; of each shape one row is tried in any case
   */
  protected double share() {
    return 1;
  }

  /** That share of a number of rows. */
  final int rows(int all) {
    return Math.max(1, (int) Math.round(all * share()));
  }

  /**
   * The least temperature at which the backwards of softmax and softmin keep their bound for
   * gradients of all magnitudes.
   *
   * @return zero where they do at every temperature
   */
  protected double leastTemperature() {
    return 0;
  }

  /**
   * How one reruns a failed test.
   *
   * @return a command
   */
  protected String rerun() {
    return "./mvnw verify -pl tests -am -Dsurefire.failIfNoSpecifiedTests=false -Dtest="
        + getClass().getSimpleName();
  }

  @TestFactory
  Stream<DynamicNode> elementwiseFunctions() {
    return new ElementwiseCases(this).all();
  }

  @TestFactory
  Stream<DynamicNode> rowOperations() {
    return new RowCases(this).all();
  }

  @TestFactory
  Stream<DynamicNode> gradientsOfRows() {
    return new RowGradientCases(this).all();
  }

  @TestFactory
  Stream<DynamicNode> gradientsOfFunctions() {
    return new ElementwiseGradientCases(this).all();
  }

  @TestFactory
  Stream<DynamicNode> pipelines() {
    return new PipelineCases(this).all();
  }

  @TestFactory
  Stream<DynamicNode> copies() {
    return new CopyCases(this).all();
  }

  @TestFactory
  Stream<DynamicNode> misuse() {
    return new MisuseCases(this).all();
  }

  @TestFactory
  Stream<DynamicNode> wrappedArrays() {
    return new WrapCases(this).all();
  }

  @TestFactory
  Stream<DynamicNode> float64() {
    return new DoubleCases(this).all();
  }

  @TestFactory
  Stream<DynamicNode> theNote() {
    return Note.claims().stream()
        .map(claim -> test(claim.sentence(), backend -> claim.proof().accept(backend)));
  }

  @TestFactory
  Stream<DynamicNode> manyThreads() {
    return new ThreadCases(this).all();
  }

  /** A test on a backend of its own. */
  DynamicTest test(String name, OnBackend body) {
    Executable run =
        () -> {
          try (Backend backend = open(BackendOptions.DEFAULTS)) {
            body.run(backend);
          }
        };
    return DynamicTest.dynamicTest(name, run);
  }

  /** What is done with a backend. */
  interface OnBackend {
    void run(Backend backend) throws Exception;
  }
}
