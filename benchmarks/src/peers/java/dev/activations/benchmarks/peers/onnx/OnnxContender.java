package dev.activations.benchmarks.peers.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.activations.benchmarks.task.Contender;
import dev.activations.benchmarks.task.Task;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;

/**
 * A session with one operator, input and output pinned to direct buffers: a call copies nothing.
 */
final class OnnxContender implements Contender {
  /** What a vector of the widest kind, and a line of the cache, begins at. */
  private static final int ALIGNMENT = 64;

  private final OrtSession session;
  private final OnnxTensor x;
  private final OnnxTensor y;
  private final FloatBuffer output;
  private final Map<String, OnnxTensor> inputs;
  private final Map<String, OnnxTensor> outputs;

  OnnxContender(OnnxNode node, Task task) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    int rows = task.shape().rows();
    int columns = task.shape().columns();
    FloatBuffer input = floats(task.x().length);
    input.put(task.x()).flip();
    output = floats(task.outputElements());
    x = OnnxTensor.createTensor(environment, input, new long[] {rows, columns});
    y = OnnxTensor.createTensor(environment, output, new long[] {rows, task.forwardColumns()});
    inputs = Map.of("x", x);
    outputs = Map.of("y", y);
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(task.threads());
      options.setInterOpNumThreads(1);
      session =
          environment.createSession(node.model(rows, columns, task.forwardColumns()), options);
    }
  }

  private static FloatBuffer floats(int count) {
    return ByteBuffer.allocateDirect(count * Float.BYTES + 2 * ALIGNMENT)
        .alignedSlice(ALIGNMENT)
        .order(ByteOrder.nativeOrder())
        .limit(count * Float.BYTES)
        .asFloatBuffer();
  }

  @Override
  public void call() {
    try {
      session.run(inputs, outputs).close();
    } catch (OrtException failed) {
      throw new IllegalStateException("ONNX Runtime failed in a call", failed);
    }
  }

  @Override
  public void copyOutput(float[] values) {
    output.duplicate().rewind().get(values);
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException failed) {
      throw new IllegalStateException("ONNX Runtime could not close its session", failed);
    } finally {
      x.close();
      y.close();
    }
  }
}
