package dev.activations.cli.verify;

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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Backends that compute on the CPU and then spoil what they like. */
public final class WrongBackends implements BackendProvider {
  private static final Map<String, Wrong> DEFINED = new ConcurrentHashMap<>();

  /** What becomes of a right result. */
  interface Spoiler {
    float spoil(float x, float right);
  }

  private record Wrong(Spoiler spoiler, ErrorBound bound) {}

  /** For the service loader. */
  public WrongBackends() {}

  /** Makes a backend; gives its selector. */
  static String of(Spoiler spoiler, double ulps, double floor) {
    String selector = "wrong:" + DEFINED.size() + ":" + System.nanoTime();
    DEFINED.put(selector, new Wrong(spoiler, ErrorBound.ofUlps(ulps).orAbsolute(floor)));
    return selector;
  }

  static String of(Spoiler spoiler) {
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
    return new Spoiled(selector, DEFINED.get(selector), Backends.open("cpu", options));
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
      spoil(input, y);
    }

    @Override
    public void backward(Activation f, Tensor x, Tensor dy, Tensor dx) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void backward(RowOperation f, Tensor saved, Tensor dy, Tensor dx) {
      float[] input = saved.toArray();
      cpu.backward(f, saved, dy, dx);
      spoil(input, dx);
    }

    private void spoil(float[] input, Tensor result) {
      float[] values = result.toArray();
      for (int i = 0; i < values.length; i++) {
        values[i] = wrong.spoiler.spoil(input[i], values[i]);
      }
      result.copyFrom(values);
    }

    @Override
    public void close() {
      cpu.close();
    }
  }
}
