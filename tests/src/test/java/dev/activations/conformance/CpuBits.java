package dev.activations.conformance;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.BackendOptions;
import dev.activations.Pipeline;
import dev.activations.RowOperation;
import dev.activations.Tensor;
import dev.activations.cpu.CpuBackend;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Prints a digest of the bits that each function has in each direction, and each row operation,
 * with each of the numbers of threads that it is called with. {@link CpuBitsTest} starts it in JVMs
 * that compute differently.
 */
final class CpuBits {
  /** Before the line that says what computes. */
  static final String DESCRIPTION = "# ";

  /** Parameters that have kernels of their own, or that float32 cannot work with. */
  private static final List<Activation> SPECIAL =
      List.of(
          Activation.leakyRelu(0),
          Activation.elu(1),
          Activation.swish(0),
          Activation.softplus(0x1p-30),
          Activation.leakyRelu(1e-9));

  private static final List<String> PIPELINES =
      List.of(
          "tanh,silu,softplus:beta=1.5",
          "exp,relu6",
          "gelu_tanh,softmax:temperature=0.5,exp",
          "mish,logsumexp,tanh");

  /** Short rows of whole vectors and others, rows around a block, chunks, and a split row. */
  private static final int[][] SHAPES = {
    {13, 1}, {130, 16}, {65, 48}, {39, 97}, {13, 1024}, {13, 1025}, {2, 65_537}, {1, 262_149}
  };

  /** Rows of the tables that pipelines run over. */
  private static final int ROWS = 199;

  private static final int COLUMNS = 125;

  private final Backend cpu;
  private final int threads;
  private final Map<Object, float[]> inputs;

  private CpuBits(Backend cpu, int threads, Map<Object, float[]> inputs) {
    this.cpu = cpu;
    this.threads = threads;
    this.inputs = inputs;
  }

  /** Prints everything to stdout. */
  public static void main(String[] arguments) {
    Map<Object, float[]> inputs = new HashMap<>();
    for (String argument : arguments) {
      int threads = Integer.parseInt(argument);
      try (CpuBackend cpu = CpuBackend.open(BackendOptions.DEFAULTS.withThreads(threads))) {
        System.out.println(DESCRIPTION + cpu.description());
        new CpuBits(cpu, threads, inputs).printAll();
      }
    }
  }

  private void printAll() {
    List<Activation> functions = new ArrayList<>(Functions.all());
    functions.addAll(SPECIAL);
    functions.forEach(this::printFunction);
    PIPELINES.stream().map(Pipeline::parse).forEach(this::printPipeline);
    List<RowOperation> operations = new ArrayList<>(RowCases.OPERATIONS);
    operations.add(RowOperation.softmax(0x1p-30));
    operations.forEach(this::printRows);
  }

  private float[] rows(int rows, int columns) {
    return inputs.computeIfAbsent(
        "rows " + rows + "x" + columns, missing -> BitsInputs.rows(rows, columns));
  }

  private float[] gradient(int count) {
    return inputs.computeIfAbsent("gradient " + count, missing -> BitsInputs.gradient(count));
  }

  private void print(String what, String direction, MessageDigest digest) {
    System.out.printf(
        Locale.ROOT,
        "%d\t%s\t%s\t%s%n",
        threads,
        what,
        direction,
        HexFormat.of().formatHex(digest.digest()));
  }

  private void printFunction(Activation f) {
    float[] values = inputs.computeIfAbsent(f, missing -> BitsInputs.elements(f));
    try (Tensor x = cpu.allocate(1, values.length, values);
        Tensor dy = cpu.allocate(1, values.length, gradient(values.length));
        Tensor y = cpu.allocate(1, values.length)) {
      cpu.forward(f, x, y);
      print(f.toString(), "value", digest(y.toArray()));
      cpu.derivative(f, x, y);
      print(f.toString(), "derivative", digest(y.toArray()));
      cpu.backward(f, x, dy, y);
      print(f.toString(), "backward", digest(y.toArray()));
    }
  }

  private void printPipeline(Pipeline pipeline) {
    float[] values = rows(ROWS, COLUMNS);
    try (Tensor x = cpu.allocate(ROWS, COLUMNS, values);
        Tensor y = cpu.allocate(ROWS, pipeline.outputColumns(COLUMNS))) {
      cpu.run(pipeline, x, y);
      print(pipeline.toString(), "value", digest(y.toArray()));
      if (pipeline.isElementwise()) {
        cpu.run(pipeline.derivative(), x, y);
        print(pipeline.toString(), "derivative", digest(y.toArray()));
      }
    }
  }

  private void printRows(RowOperation f) {
    MessageDigest forward = digest();
    MessageDigest backward = digest();
    for (int[] shape : SHAPES) {
      int rows = shape[0];
      int columns = shape[1];
      int width = f.outputColumns(columns);
      float[] values = rows(rows, columns);
      try (Tensor x = cpu.allocate(rows, columns, values);
          Tensor y = cpu.allocate(rows, width);
          Tensor dy = cpu.allocate(rows, width, gradient(rows * width));
          Tensor dx = cpu.allocate(rows, columns)) {
        cpu.forward(f, x, y);
        add(forward, y.toArray());
        cpu.backward(f, width == columns ? y : x, dy, dx);
        add(backward, dx.toArray());
        if (width == columns) {
          cpu.forward(f, x, x);
          add(forward, x.toArray());
        }
      }
    }
    print(f.toString(), "value", forward);
    print(f.toString(), "backward", backward);
  }

  private static MessageDigest digest(float... values) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      add(digest, values);
      return digest;
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every JVM has SHA-256", impossible);
    }
  }

  /** Every NaN is as good as another. */
  private static void add(MessageDigest digest, float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
    for (float value : values) {
      bytes.putInt(Float.floatToIntBits(value));
    }
    digest.update(bytes.flip());
  }
}
