package dev.activations.benchmarks.peers.onednn;

import dev.activations.benchmarks.task.Contender;
import dev.activations.benchmarks.task.Task;
import dev.activations.measuring.work.Direction;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.dnnl_engine;
import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.dnnl.global.dnnl;

/** One primitive, compiled once, with its arguments bound. The last argument is the output. */
final class DnnlContender implements Contender {
  private static final int MOST_ARGUMENTS = 3;

  private final dnnl_engine engine = new dnnl_engine();
  private final dnnl_stream stream = new dnnl_stream();
  private final dnnl_memory_desc layout = new dnnl_memory_desc();
  private final dnnl_primitive primitive = new dnnl_primitive();
  private final dnnl_exec_arg_t arguments = new dnnl_exec_arg_t(MOST_ARGUMENTS);
  private final List<DnnlMemory> tensors = new ArrayList<>();

  private DnnlContender(Task task) {
    Status.require(dnnl.dnnl_engine_create(engine, dnnl.dnnl_cpu, 0), "an engine");
    Status.require(
        dnnl.dnnl_stream_create(stream, engine, dnnl.dnnl_stream_default_flags), "a stream");
    long[] sizes = {task.shape().rows(), task.shape().columns()};
    Status.require(
        dnnl.dnnl_memory_desc_create_with_tag(
            layout, sizes.length, sizes, dnnl.dnnl_f32, dnnl.dnnl_ab),
        "the layout " + task.shape());
  }

  static Contender open(DnnlAlgorithm algorithm, Task task) {
    return task.work().direction() == Direction.BACKWARD
        ? backward(algorithm, task)
        : forward(algorithm, task);
  }

  private static DnnlContender forward(DnnlAlgorithm algorithm, Task task) {
    DnnlContender contender = new DnnlContender(task);
    contender.compile(
        algorithm.forward(contender.engine, dnnl.dnnl_forward_inference, contender.layout));
    contender.bind(dnnl.DNNL_ARG_SRC, task.x());
    contender.bind(dnnl.DNNL_ARG_DST);
    return contender;
  }

  /** Elementwise backwards start from the input, those of softmax from the output. */
  private static DnnlContender backward(DnnlAlgorithm algorithm, Task task) {
    DnnlContender contender = new DnnlContender(task);
    dnnl_primitive_desc forward =
        algorithm.forward(contender.engine, dnnl.dnnl_forward_training, contender.layout);
    contender.compile(algorithm.backward(contender.engine, contender.layout, forward));
    dnnl.dnnl_primitive_desc_destroy(forward);
    if (algorithm.softmax()) {
      contender.bind(dnnl.DNNL_ARG_DST, output(algorithm, task));
    } else {
      contender.bind(dnnl.DNNL_ARG_SRC, task.x());
    }
    contender.bind(dnnl.DNNL_ARG_DIFF_DST, task.dy());
    contender.bind(dnnl.DNNL_ARG_DIFF_SRC);
    return contender;
  }

  private static float[] output(DnnlAlgorithm algorithm, Task task) {
    float[] y = new float[task.shape().elements()];
    try (Contender forward = forward(algorithm, task)) {
      forward.call();
      forward.copyOutput(y);
    }
    return y;
  }

  private void compile(dnnl_primitive_desc description) {
    Status.require(dnnl.dnnl_primitive_create(primitive, description), "to compile a primitive");
    dnnl.dnnl_primitive_desc_destroy(description);
  }

  private DnnlMemory bind(int argument) {
    DnnlMemory tensor = new DnnlMemory(engine, layout);
    arguments.getPointer(tensors.size()).arg(argument).memory(tensor.handle());
    tensors.add(tensor);
    return tensor;
  }

  private void bind(int argument, float[] values) {
    bind(argument).write(values);
  }

  @Override
  public void call() {
    Status.require(
        dnnl.dnnl_primitive_execute(primitive, stream, tensors.size(), arguments), "a call");
    Status.require(dnnl.dnnl_stream_wait(stream), "to finish a call");
  }

  @Override
  public void copyOutput(float[] output) {
    tensors.get(tensors.size() - 1).read(output);
  }

  @Override
  public void close() {
    dnnl.dnnl_primitive_destroy(primitive);
    tensors.forEach(DnnlMemory::close);
    dnnl.dnnl_memory_desc_destroy(layout);
    dnnl.dnnl_stream_destroy(stream);
    dnnl.dnnl_engine_destroy(engine);
  }
}
