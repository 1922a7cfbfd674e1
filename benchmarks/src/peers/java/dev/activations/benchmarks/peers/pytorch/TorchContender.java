package dev.activations.benchmarks.peers.pytorch;

import dev.activations.benchmarks.task.Contender;
import dev.activations.benchmarks.task.Task;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** One operator on tensors that PyTorch allocated, so aligned as it likes them. */
final class TorchContender implements Contender {
  private final List<Tensor> operands;
  private final Tensor output;
  private final Runnable call;

  private TorchContender(List<Tensor> operands, Tensor output, Runnable call) {
    this.operands = operands;
    this.output = output;
    this.call = call;
  }

  static Contender forward(TorchOperators.Call operator, Task task) {
    Tensor x = filled(task, task.shape().columns(), task.x());
    Tensor y = torch.empty(task.shape().rows(), task.forwardColumns());
    return new TorchContender(List.of(x, y), y, () -> operator.run(y, x));
  }

  static Contender backward(TorchGradients.Gradient gradient, Task task) {
    Tensor x = filled(task, task.shape().columns(), task.x());
    Tensor dy = filled(task, task.forwardColumns(), task.dy());
    Tensor dx = torch.empty(task.shape().rows(), task.shape().columns());
    List<Tensor> operands = new ArrayList<>(List.of(x, dy, dx));
    Tensor saved = x;
    if (gradient.fromOutput()) {
      Tensor y = torch.empty(task.shape().rows(), task.forwardColumns());
      TorchOperators.forward(task.work().step()).orElseThrow().run(y, x);
      operands.add(y);
      saved = y;
    }
    Tensor kept = saved;
    return new TorchContender(operands, dx, () -> gradient.call().run(dx, dy, kept));
  }

  private static Tensor filled(Task task, int columns, float[] values) {
    Tensor tensor = torch.empty(task.shape().rows(), columns);
    new FloatPointer(tensor.data_ptr()).put(values);
    return tensor;
  }

  @Override
  public void call() {
    call.run();
  }

  @Override
  public void copyOutput(float[] values) {
    new FloatPointer(output.data_ptr()).get(values);
  }

  @Override
  public void close() {
    operands.forEach(Tensor::close);
  }
}
