package dev.activations.benchmarks.peers.onednn;

import dev.activations.RowOperation;
import dev.activations.Step;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bytedeco.dnnl.dnnl_engine;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;

/**
 * Which algorithm of oneDNN is which function of ours.
 *
 * @param kind the number of the algorithm
 * @param alpha its first parameter
 * @param beta its second parameter
 * @param softmax whether it is one of the softmax primitive, not of the elementwise one
 */
record DnnlAlgorithm(int kind, float alpha, float beta, boolean softmax) {
  private static final Map<String, Function<Step, DnnlAlgorithm>> ALGORITHMS =
      new LinkedHashMap<>();

  static {
    put("identity", f -> elementwise(dnnl.dnnl_eltwise_linear, 1, 0));
    put("relu", f -> elementwise(dnnl.dnnl_eltwise_relu, 0, 0));
    put("relu6", f -> elementwise(dnnl.dnnl_eltwise_clip_v2, 0, 6));
    put("leaky_relu", f -> elementwise(dnnl.dnnl_eltwise_relu, f.parameter("negative_slope"), 0));
    put(
        "hard_sigmoid",
        f -> elementwise(dnnl.dnnl_eltwise_hardsigmoid, 0.5 / f.parameter("bound"), 0.5));
    put(
        "hard_tanh",
        f ->
            elementwise(dnnl.dnnl_eltwise_clip_v2, f.parameter("min_val"), f.parameter("max_val")));
    put("hard_swish", f -> elementwise(dnnl.dnnl_eltwise_hardswish, 1.0 / 6, 0.5));
    put("elu", f -> elementwise(dnnl.dnnl_eltwise_elu, f.parameter("alpha"), 0));
    put("exp", f -> elementwise(dnnl.dnnl_eltwise_exp, 0, 0));
    put("gelu_erf", f -> elementwise(dnnl.dnnl_eltwise_gelu_erf, 0, 0));
    put("gelu_tanh", f -> elementwise(dnnl.dnnl_eltwise_gelu_tanh, 0, 0));
    put("sigmoid", f -> elementwise(dnnl.dnnl_eltwise_logistic, 0, 0));
    put("log_sigmoid", f -> elementwise(dnnl.dnnl_eltwise_soft_relu, -1, 0));
    put("softplus", f -> elementwise(dnnl.dnnl_eltwise_soft_relu, f.parameter("beta"), 0));
    put("silu", f -> elementwise(dnnl.dnnl_eltwise_swish, 1, 0));
    put("swish", f -> elementwise(dnnl.dnnl_eltwise_swish, f.parameter("beta"), 0));
    put("quick_gelu", f -> elementwise(dnnl.dnnl_eltwise_swish, 1.702, 0));
    put("mish", f -> elementwise(dnnl.dnnl_eltwise_mish, 0, 0));
    put("tanh", f -> elementwise(dnnl.dnnl_eltwise_tanh, 0, 0));
    put("softmax", f -> new DnnlAlgorithm(dnnl.dnnl_softmax_accurate, 0, 0, true));
    put("log_softmax", f -> new DnnlAlgorithm(dnnl.dnnl_softmax_log, 0, 0, true));
  }

  /** The functions that have one. */
  static Set<String> names() {
    return ALGORITHMS.keySet();
  }

  static Optional<DnnlAlgorithm> of(Step f) {
    if (f instanceof RowOperation operation && operation.temperature() != 1) {
      return Optional.empty();
    }
    return Optional.ofNullable(ALGORITHMS.get(f.name())).map(algorithm -> algorithm.apply(f));
  }

  private static void put(String name, Function<Step, DnnlAlgorithm> algorithm) {
    ALGORITHMS.put(name, algorithm);
  }

  private static DnnlAlgorithm elementwise(int kind, double alpha, double beta) {
    return new DnnlAlgorithm(kind, (float) alpha, (float) beta, false);
  }

  /** The forward on tensors of a layout; its kind says whether a backward will follow. */
  dnnl_primitive_desc forward(dnnl_engine engine, int forwardKind, dnnl_memory_desc layout) {
    dnnl_primitive_desc forward = new dnnl_primitive_desc();
    dnnl_primitive_attr none = new dnnl_primitive_attr();
    int status =
        softmax
            ? dnnl.dnnl_softmax_forward_primitive_desc_create(
                forward, engine, forwardKind, kind, layout, layout, 1, none)
            : dnnl.dnnl_eltwise_forward_primitive_desc_create(
                forward, engine, forwardKind, kind, layout, layout, alpha, beta, none);
    Status.require(status, "a forward of " + this);
    return forward;
  }

  dnnl_primitive_desc backward(
      dnnl_engine engine, dnnl_memory_desc layout, dnnl_primitive_desc forward) {
    dnnl_primitive_desc backward = new dnnl_primitive_desc();
    dnnl_primitive_attr none = new dnnl_primitive_attr();
    int status =
        softmax
            ? dnnl.dnnl_softmax_backward_primitive_desc_create(
                backward, engine, kind, layout, layout, layout, 1, forward, none)
            : dnnl.dnnl_eltwise_backward_primitive_desc_create(
                backward, engine, kind, layout, layout, layout, alpha, beta, forward, none);
    Status.require(status, "a backward of " + this);
    return backward;
  }
}
