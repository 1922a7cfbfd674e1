package dev.activations.conformance;

import static org.assertj.core.api.Assertions.fail;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.ErrorBound;
import dev.activations.reference.ElementwiseGradient;
import java.util.Locale;

/** Compares a backward of an elementwise function with dy f'(x) of the definition in double. */
final class ElementwiseGradientCheck {
  private final Backend backend;
  private final Activation f;
  private final String rerun;

  ElementwiseGradientCheck(Backend backend, Activation f, String rerun) {
    this.backend = backend;
    this.f = f;
    this.rerun = rerun;
  }

  void elements(float[] x, float[] dy, float[] dx) {
    ErrorBound bound = backend.bound(f.backward());
    for (int i = 0; i < x.length; i++) {
      ElementwiseGradient exact = new ElementwiseGradient(f.derivative(x[i]), bound, dy[i]);
      if (!exact.accepts(dx[i])) {
        fail(
            String.format(
                Locale.ROOT,
                "%s: %s backward, index %d of %d: x = %s (%s), dy = %s (%s), expected %s, found %s"
                    + " (%s), accepted +-%.4g; the bound of the derivative is %s. Run again: %s",
                backend.name(),
                f,
                i,
                x.length,
                x[i],
                Float.toHexString(x[i]),
                dy[i],
                Float.toHexString(dy[i]),
                exact.expected(),
                dx[i],
                Float.toHexString(dx[i]),
                exact.accepted(),
                bound,
                rerun));
      }
    }
  }
}
