package dev.activations.conformance;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.BackendInfo;
import dev.activations.BackendOptions;
import dev.activations.BackendProvider;
import dev.activations.Backends;
import dev.activations.ErrorBound;
import dev.activations.Pipeline;
import dev.activations.RowOperation;
import dev.activations.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleUnaryOperator;

/**
 * Backends that compute on the CPU and then spoil what they like. Found with {@link
 * java.util.ServiceLoader} where a module's tests name this class among their services.
 */
public final class WrongBackends implements BackendProvider {
  private static final Spoiler RIGHT = (x, right) -> right;
  private static final DoubleUnaryOperator RIGHT_DOUBLE = DoubleUnaryOperator.identity();
  private static final Map<String, Wrong> DEFINED = new ConcurrentHashMap<>();

  /** What becomes of a right result. */
  public interface Spoiler {
    /**
     * Spoils a result, or leaves it.
     *
     * @param x the input
     * @param right the result
     * @return what the backend gives
     */
    float spoil(float x, float right);
  }

  private record Wrong(
      Spoiler forward, Spoiler backward, DoubleUnaryOperator doubles, ErrorBound bound) {}

  /** For the service loader. */
  public WrongBackends() {}

  /**
   * Makes a backend that promises something.
   *
   * @param spoiler of forwards and backwards
   * @param ulps of its bound
   * @param floor of its bound
   * @return its selector
   */
  public static String of(Spoiler spoiler, double ulps, double floor) {
    ErrorBound bound = ErrorBound.ofUlps(ulps).orAbsolute(floor);
    return define(new Wrong(spoiler, spoiler, RIGHT_DOUBLE, bound));
  }

  /**
   * Makes one whose gradients alone are wrong.
   *
   * @param spoiler of backwards
   * @return its selector
   */
  public static String ofBackward(Spoiler spoiler) {
    return define(new Wrong(RIGHT, spoiler, RIGHT_DOUBLE, ErrorBound.ofUlps(4)));
  }

  /**
   * Makes one whose gradients in float64 alone are wrong.
   *
   * @param spoiler of backwards
   * @return its selector
   */
  public static String ofDoubles(DoubleUnaryOperator spoiler) {
    return define(new Wrong(RIGHT, RIGHT, spoiler, ErrorBound.ofUlps(4)));
  }

  private static String define(Wrong wrong) {
    String selector = "wrong:" + DEFINED.size() + ":" + System.nanoTime();
    DEFINED.put(selector, wrong);
    return selector;
  }

  /**
   * Makes one that promises 4 ULP.
   *
   * @param spoiler of forwards and backwards
   * @return its selector
   */
  public static String of(Spoiler spoiler) {
    return of(spoiler, 4, 0);
  }

  @Override
  public String family() {
    return "wrong";
  }

  @Override
  public List<BackendInfo> list() {
    return List.of(
        BackendInfo.unusable(
            "wrong", BackendInfo.Device.OTHER, "wrong on purpose", "it is wrong", "use another"));
  }

  @Override
  public Backend open(String selector, BackendOptions options) {
    Wrong wrong = Objects.requireNonNull(DEFINED.get(selector), selector);
    return new Spoiled(selector, wrong, Backends.open("cpu", options));
  }

  private record Spoiled(String name, Wrong wrong, Backend cpu) implements Backend {
    @Override
    public String description() {
      return "wrong on purpose";
    }

    @Override
    public ErrorBound valueBound(Activation f) {
      return wrong.bound;
    }

    @Override
    public ErrorBound derivativeBound(Activation f) {
      return wrong.bound;
    }

    @Override
    public ErrorBound rowBound(RowOperation f) {
      return wrong.bound.orOfTerms(cpu.rowBound(f).condition());
    }

    @Override
    public Tensor allocate(long rows, long columns) {
      return cpu.allocate(rows, columns);
    }

    @Override
    public void run(Pipeline pipeline, Tensor x, Tensor y) {
      float[] input = x.toArray();
      cpu.run(pipeline, x, y);
      spoil(wrong.forward, input, y);
    }

    @Override
    public void backward(Activation f, Tensor x, Tensor dy, Tensor dx) {
      float[] input = x.toArray();
      cpu.backward(f, x, dy, dx);
      spoil(wrong.backward, input, dx);
    }

    @Override
    public void backward(RowOperation f, Tensor saved, Tensor dy, Tensor dx) {
      float[] input = saved.toArray();
      cpu.backward(f, saved, dy, dx);
      spoil(wrong.backward, input, dx);
    }

    @Override
    public void backward(
        Activation f, int rows, int columns, double[] x, double[] dy, double[] dx) {
      cpu.backward(f, rows, columns, x, dy, dx);
      Arrays.setAll(dx, i -> wrong.doubles.applyAsDouble(dx[i]));
    }

    @Override
    public void backward(
        RowOperation f, int rows, int columns, double[] saved, double[] dy, double[] dx) {
      cpu.backward(f, rows, columns, saved, dy, dx);
      Arrays.setAll(dx, i -> wrong.doubles.applyAsDouble(dx[i]));
    }

    private static void spoil(Spoiler spoiler, float[] input, Tensor result) {
      float[] values = result.toArray();
      for (int i = 0; i < values.length; i++) {
        values[i] = spoiler.spoil(input[i], values[i]);
      }
      result.copyFrom(values);
    }

    @Override
    public void close() {
      cpu.close();
    }
  }
}
