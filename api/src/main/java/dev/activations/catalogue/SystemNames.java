package dev.activations.catalogue;

import dev.activations.catalogue.SystemName.Family;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * What PyTorch, Keras, ONNX, JAX and Hugging Face call the functions of the catalogue, with their
 * defaults: the one table of it.
 */
final class SystemNames {
  private final Map<String, CatalogueEntry> own;
  private final List<SystemName> all = new ArrayList<>();

  private SystemNames(Map<String, CatalogueEntry> own) {
    this.own = own;
  }

  static List<SystemName> of(Map<String, CatalogueEntry> own) {
    SystemNames names = new SystemNames(own);
    names.piecewise();
    names.smooth();
    names.rows();
    return Collections.unmodifiableList(names.all);
  }

  private void piecewise() {
    define("identity", "torch.nn.Identity", "keras.activations.linear", "onnx.Identity");
    define("identity", "jax.nn.identity", "hf.linear");
    define("relu", "torch.nn.ReLU", "torch.nn.functional.relu", "torch.relu");
    define("relu", "keras.activations.relu", "keras.layers.ReLU", "keras.ops.relu");
    define("relu", "onnx.Relu", "jax.nn.relu", "hf.relu");
    define("relu6", "torch.nn.ReLU6", "torch.nn.functional.relu6");
    define("relu6", "keras.activations.relu6", "keras.ops.relu6", "jax.nn.relu6", "hf.relu6");
    define("leaky_relu", "torch.nn.LeakyReLU", "torch.nn.functional.leaky_relu");
    define("leaky_relu", "onnx.LeakyRelu", "jax.nn.leaky_relu", "hf.leaky_relu");
    define("leaky_relu:negative_slope=0.2", "keras.activations.leaky_relu");
    define("leaky_relu:negative_slope=0.2", "keras.ops.leaky_relu");
    define("leaky_relu:negative_slope=0.3", "keras.layers.LeakyReLU");
    define("threshold", "torch.nn.Threshold", "torch.nn.functional.threshold");
    define("threshold", "keras.activations.threshold", "keras.ops.threshold");
    define("threshold:threshold=1:value=0", "onnx.ThresholdedRelu");
    define("hard_sigmoid", "torch.nn.Hardsigmoid", "torch.nn.functional.hardsigmoid");
    define("hard_sigmoid", "keras.activations.hard_sigmoid", "keras.ops.hard_sigmoid");
    define("hard_sigmoid", "jax.nn.hard_sigmoid");
    define("hard_sigmoid:bound=2.5", "onnx.HardSigmoid");
    define("hard_sigmoid:bound=1", "keras.activations.sparse_sigmoid");
    define("hard_sigmoid:bound=1", "keras.ops.sparse_sigmoid", "jax.nn.sparse_sigmoid");
    define("hard_tanh", "torch.nn.Hardtanh", "torch.nn.functional.hardtanh");
    define("hard_tanh", "keras.activations.hard_tanh", "keras.ops.hard_tanh", "jax.nn.hard_tanh");
    define("softshrink", "torch.nn.Softshrink", "torch.nn.functional.softshrink");
    define("softshrink", "keras.activations.soft_shrink", "keras.ops.soft_shrink");
    define("hardshrink", "torch.nn.Hardshrink", "torch.nn.functional.hardshrink");
    define("hardshrink", "keras.activations.hard_shrink", "keras.ops.hard_shrink", "onnx.Shrink");
    define("relu_squared", "hf.relu2");
    define("hard_swish", "torch.nn.Hardswish", "torch.nn.functional.hardswish");
    define("hard_swish", "keras.activations.hard_swish", "keras.activations.hard_silu");
    define("hard_swish", "keras.ops.hard_swish", "keras.ops.hard_silu", "onnx.HardSwish");
    define("hard_swish", "jax.nn.hard_swish", "jax.nn.hard_silu", "hf.hardswish");
    define("sparse_plus", "keras.activations.sparse_plus", "keras.ops.sparse_plus");
    define("sparse_plus", "jax.nn.sparse_plus");
  }

  private void smooth() {
    define("elu", "torch.nn.ELU", "torch.nn.functional.elu", "keras.activations.elu");
    define("elu", "keras.layers.ELU", "keras.ops.elu", "onnx.Elu", "jax.nn.elu");
    define("selu", "torch.nn.SELU", "torch.nn.functional.selu", "keras.activations.selu");
    define("selu", "keras.ops.selu", "onnx.Selu", "jax.nn.selu");
    define("celu", "torch.nn.CELU", "torch.nn.functional.celu", "keras.activations.celu");
    define("celu", "keras.ops.celu", "onnx.Celu", "jax.nn.celu");
    define("exp", "torch.exp", "keras.activations.exponential", "keras.ops.exp", "onnx.Exp");
    define("exp", "jax.numpy.exp");
    define("gelu_erf", "torch.nn.GELU", "torch.nn.functional.gelu", "keras.activations.gelu");
    define("gelu_erf", "onnx.Gelu", "hf.gelu", "hf.gelu_python");
    define("gelu_tanh", "keras.ops.gelu", "jax.nn.gelu", "hf.gelu_new", "hf.gelu_fast");
    define("gelu_tanh", "hf.gelu_pytorch_tanh", "hf.gelu_python_tanh", "hf.gelu_accurate");
    define("quick_gelu", "hf.quick_gelu");
    define("laplace:mu=0.707107:sigma=0.282095", "hf.laplace");
    define("sigmoid", "torch.nn.Sigmoid", "torch.nn.functional.sigmoid", "torch.sigmoid");
    define("sigmoid", "torch.special.expit", "keras.activations.sigmoid", "keras.ops.sigmoid");
    define("sigmoid", "onnx.Sigmoid", "jax.nn.sigmoid", "jax.lax.logistic");
    define("sigmoid", "jax.scipy.special.expit", "hf.sigmoid");
    define("log_sigmoid", "torch.nn.LogSigmoid", "torch.nn.functional.logsigmoid");
    define("log_sigmoid", "keras.activations.log_sigmoid", "keras.ops.log_sigmoid");
    define("log_sigmoid", "jax.nn.log_sigmoid");
    define("softplus", "torch.nn.Softplus", "torch.nn.functional.softplus");
    define("softplus", "keras.activations.softplus", "keras.ops.softplus", "onnx.Softplus");
    define("softplus", "jax.nn.softplus");
    define("silu", "torch.nn.SiLU", "torch.nn.functional.silu", "keras.activations.silu");
    define("silu", "keras.ops.silu", "jax.nn.silu", "hf.silu");
    define("silu", "keras.activations.swish", "keras.ops.swish", "jax.nn.swish", "hf.swish");
    define("swish", "onnx.Swish");
    define("mish", "torch.nn.Mish", "torch.nn.functional.mish", "keras.activations.mish");
    define("mish", "keras.ops.mish", "onnx.Mish", "jax.nn.mish", "hf.mish");
    define("tanh", "torch.nn.Tanh", "torch.nn.functional.tanh", "torch.tanh");
    define("tanh", "keras.activations.tanh", "keras.ops.tanh", "onnx.Tanh", "jax.nn.tanh");
    define("tanh", "jax.numpy.tanh", "hf.tanh");
    define("tanhshrink", "torch.nn.Tanhshrink", "torch.nn.functional.tanhshrink");
    define("tanhshrink", "keras.activations.tanh_shrink", "keras.ops.tanh_shrink");
    define("softsign", "torch.nn.Softsign", "torch.nn.functional.softsign");
    define("softsign", "keras.activations.softsign", "keras.ops.softsign", "onnx.Softsign");
    define("softsign", "jax.nn.soft_sign");
    define("squareplus", "keras.activations.squareplus", "keras.ops.squareplus");
    define("squareplus", "jax.nn.squareplus");
  }

  private void rows() {
    define("softmax", "torch.nn.Softmax", "torch.nn.functional.softmax", "torch.softmax");
    define("softmax", "keras.activations.softmax", "keras.layers.Softmax", "keras.ops.softmax");
    define("softmax", "onnx.Softmax", "jax.nn.softmax");
    define("log_softmax", "torch.nn.LogSoftmax", "torch.nn.functional.log_softmax");
    define("log_softmax", "torch.log_softmax", "keras.activations.log_softmax");
    define("log_softmax", "keras.ops.log_softmax", "onnx.LogSoftmax", "jax.nn.log_softmax");
    define("softmin", "torch.nn.Softmin", "torch.nn.functional.softmin");
    define("logsumexp", "torch.logsumexp", "keras.ops.logsumexp", "onnx.ReduceLogSumExp");
    define("logsumexp", "jax.nn.logsumexp", "jax.scipy.special.logsumexp");
  }

  /** A step of ours, with the defaults that it has there, and what it is called there. */
  private void define(String step, String... names) {
    String[] parts = step.split(":", -1);
    CatalogueEntry entry = own.get(Spelling.plain(parts[0]));
    if (entry == null) {
      throw new IllegalStateException("names of other systems for " + step + ", which is not here");
    }
    Named meaning = Named.of(entry);
    for (int i = 1; i < parts.length; i++) {
      int equals = parts[i].indexOf('=');
      String parameter = parts[i].substring(0, equals);
      meaning = meaning.with(parameter, Double.parseDouble(parts[i].substring(equals + 1)));
    }
    for (String name : names) {
      all.add(new SystemName(family(name), name, meaning));
    }
  }

  private static Family family(String name) {
    for (Family family : Family.values()) {
      if (name.startsWith(family.root() + ".")) {
        return family;
      }
    }
    throw new IllegalStateException("no system has a name " + name);
  }
}
