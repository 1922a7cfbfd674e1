package dev.activations.catalogue;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Functions of other systems that are not in the catalogue: what they are, and what comes near. */
final class Absent {
  private static final Map<String, String> TRUTH = new HashMap<>();

  static {
    put("prelu", "its slopes are learned; leaky_relu:negative_slope=S has one fixed slope");
    put(
        "rrelu",
        "its slopes are random in training; at inference it is"
            + " leaky_relu:negative_slope=0.22916666666666666 by default");
    for (String gate : new String[] {"glu", "reglu", "geglu", "swiglu", "sreglu", "bilinear"}) {
      put(gate, "a gate has two inputs, and a step has one");
    }
    for (String clip : new String[] {"clip", "clamp", "clip_by_value"}) {
      put(clip, "with bounds A and B it is hard_tanh:min_val=A:max_val=B");
    }
    put("gelu_10", "it is gelu_erf cut at -10 and 10");
    put("xielu", "its parameters are learned");
    put("sqrtsoftplus", "it is the square root of softplus");
    put("softmax2d", "over the channels of images it is softmax with axis=-3");
    put("gumbel_softmax", "it is softmax of x with random noise added");
    put("hardmax", "it is 1 at the maximum of a row and 0 elsewhere; softmax is the smooth one");
    put("sparsemax", "it projects a row onto the simplex; softmax is the smooth one");
    put("entmax15", "it lies between softmax and sparsemax");
    put("logmeanexp", "it is logsumexp less the logarithm of the row's length");
    put("scaled_tanh", "it is A tanh(B x); softcap:cap=A is A tanh(x / A)");
    put("lisht", "it is x tanh(x)");
    put("telu", "it is x tanh(exp(x))");
    put("serf", "it is x erf(softplus(x))");
    put("smish", "it is x tanh(log(1 + sigmoid(x)))");
    put("snake", "it is x + sin(a x)^2 / a");
    put("star_relu", "it is s relu(x)^2 + b with learned s and b; relu_squared is relu(x)^2");
    put("logit", "it is log(x / (1 - x)), the inverse of sigmoid");
    put("crelu", "it gives twice as many columns: relu(x) and relu(-x)");
  }

  private Absent() {}

  private static void put(String name, String truth) {
    TRUTH.put(Spelling.plain(name), truth);
  }

  /** What there is to say of a function that is known to be missing. */
  static Optional<String> truth(String name) {
    return Optional.ofNullable(TRUTH.get(Spelling.plain(name)));
  }
}
