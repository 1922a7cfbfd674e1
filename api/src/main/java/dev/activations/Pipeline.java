package dev.activations;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Steps that are applied one after the other, as one call: what lies between two steps stays on the
 * device, and on the CPU in its cache. Values between steps are rounded to the type of the tensor,
 * so a pipeline gives the same bits as its steps called one by one. Immutable.
 *
 * <p>In a stream of Java's serialization it is the text of its steps.
 *
 * <pre>{@code
 * Pipeline pipeline = Pipeline.of(Activation.GELU_ERF, RowOperation.softmax(0.5));
 * Backend cpu = Backends.cpu();
 * try (Tensor x = cpu.allocate(1, 3, 1f, 2f, 3f);
 *     Tensor y = cpu.allocate(1, 3)) {
 *   cpu.run(pipeline, x, y);
 *   cpu.run(Pipeline.parse("tanh,silu").derivative(), x, y); // silu'(tanh(x)) tanh'(x)
 * }
 * }</pre>
 */
public final class Pipeline implements Serializable {
  private static final long serialVersionUID = 1;

  private static final String NO_STEP = "a step of the pipeline is null";

  private final transient List<Step> steps;
  private final transient boolean derivative;
  private final transient boolean elementwise;

  /** Made once, so that no call allocates. */
  private transient @Nullable Pipeline slope;

  private transient @Nullable Call call;
  private transient @Nullable Call backward;

  /** For a step that keeps it. */
  Pipeline(Step step) {
    this(Collections.singletonList(step), false);
  }

  private Pipeline(List<Step> steps, boolean derivative) {
    this.steps = Collections.unmodifiableList(new ArrayList<>(steps));
    this.derivative = derivative;
    elementwise = steps.stream().allMatch(Step::isElementwise);
  }

  /**
   * One step alone.
   *
   * @param step the step
   * @return the pipeline that applies it; the same one whenever it is asked for
   */
  public static Pipeline of(Step step) {
    return Objects.requireNonNull(step, NO_STEP).alone();
  }

  /**
   * A chain of steps.
   *
   * @param steps at least one
   * @return the pipeline that applies the first step first
   * @throws IllegalArgumentException when there is no step
   */
  public static Pipeline of(Step... steps) {
    return of(Arrays.asList(Shapes.present("steps", steps)));
  }

  /**
   * A chain of steps.
   *
   * @param steps at least one
   * @return the pipeline that applies the first step first
   * @throws IllegalArgumentException when there is no step
   */
  public static Pipeline of(List<? extends Step> steps) {
    if (Shapes.present("steps", steps).isEmpty()) {
      throw new IllegalArgumentException("a pipeline has at least one step, found none");
    }
    for (Step step : steps) {
      Objects.requireNonNull(step, NO_STEP);
    }
    return steps.size() == 1 ? steps.get(0).alone() : new Pipeline(new ArrayList<>(steps), false);
  }

  /**
   * Reads a pipeline, such as {@code gelu_erf,softmax:temperature=0.5}.
   *
   * @param text steps as {@link Step#parse} reads them, separated by commas
   * @return the pipeline
   * @throws IllegalArgumentException as {@link Step#parse}
   */
  public static Pipeline parse(String text) {
    Shapes.present("text", text);
    return of(Arrays.stream(text.split(",", -1)).map(Step::parse).collect(Collectors.toList()));
  }

  /**
   * The pipeline that computes the derivative of this one, by the chain rule. Where an outer step
   * is flat the result is 0, even if an inner one overflowed; NaN comes from NaN only.
   *
   * @return a pipeline whose result at x is d/dx of this one's
   * @throws IllegalArgumentException when a step works on rows, whose derivative is a Jacobian
   */
  public Pipeline derivative() {
    Pipeline known = slope;
    if (known != null) {
      return known;
    }
    if (derivative) {
      throw new IllegalArgumentException(this + " is a derivative already: give the function");
    }
    for (Step step : steps) {
      if (!step.isElementwise()) {
        throw new IllegalArgumentException(
            step.name()
                + " works on rows, so its derivative is a Jacobian, not a tensor of x's shape:"
                + " use Backend.backward with the gradient of its output");
      }
    }
    known = new Pipeline(steps, true);
    slope = known;
    return known;
  }

  /**
   * The call that computes it.
   *
   * @return the call, forward, or derivative for what {@link #derivative()} returned, of operands x
   *     and y; the same one whenever it is asked for
   */
  public Call call() {
    Call known = call;
    if (known == null) {
      known =
          new Call(
              this,
              derivative ? Direction.DERIVATIVE : Direction.FORWARD,
              Operand.likeInput("x", false, "the input of ", this),
              Operand.likeOutput("y", true, this, "x and ", this));
      call = known;
    }
    return known;
  }

  /**
   * The call that computes the gradient of the input of a step.
   *
   * @return the call; the same one whenever it is asked for
   * @throws IllegalArgumentException when this is a derivative, or has more steps than one, each of
   *     which saves something for its backward
   */
  public Call backward() {
    Call known = backward;
    if (known != null) {
      return known;
    }
    if (derivative || steps.size() > 1) {
      throw new IllegalArgumentException(
          "the backward is one of a step, found "
              + this
              + ": call the backward of each step, the last one first");
    }
    known = new Call(this, Direction.BACKWARD, steps.get(0).backwardOperands(this));
    backward = known;
    return known;
  }

  /**
   * The steps.
   *
   * @return in the order in which they are applied, unmodifiable
   */
  public List<Step> steps() {
    return steps;
  }

  /**
   * Whether this pipeline computes the derivative of its steps rather than their values.
   *
   * @return true for what {@link #derivative()} returned
   */
  public boolean isDerivative() {
    return derivative;
  }

  /**
   * Whether every element of the result depends on one element of the input only.
   *
   * @return false when a step works on rows
   */
  public boolean isElementwise() {
    return elementwise;
  }

  /**
   * The number of columns that come out.
   *
   * @param columns the number that go in
   * @return 1 when a step is logsumexp, else as many as go in
   */
  public int outputColumns(int columns) {
    if (elementwise) {
      return columns;
    }
    int out = columns;
    // An iterator would be an object for every block.
    for (int i = 0; i < steps.size(); i++) {
      out = steps.get(i).outputColumns(out);
    }
    return out;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Pipeline
        && derivative == ((Pipeline) other).derivative
        && steps.equals(((Pipeline) other).steps);
  }

  @Override
  public int hashCode() {
    return steps.hashCode() * 2 + (derivative ? 1 : 0);
  }

  @Override
  public String toString() {
    return derivative ? "derivative of " + chain() : chain();
  }

  /** The text that {@link #parse} reads. */
  String chain() {
    return steps.stream().map(Step::toString).collect(Collectors.joining(","));
  }

  /**
   * What is written instead.
   *
   * @return the text
   */
  private Object writeReplace() {
    return SerialText.of(this);
  }

  /**
   * Nothing of ours is written like this.
   *
   * @param stream from elsewhere
   * @throws InvalidObjectException always
   */
  private void readObject(ObjectInputStream stream) throws InvalidObjectException {
    throw SerialText.missing(Pipeline.class);
  }
}
