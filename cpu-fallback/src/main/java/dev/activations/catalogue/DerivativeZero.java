package dev.activations.catalogue;

import org.apache.commons.numbers.core.DD;

/**
 * A derivative next to its zero r, where every closed form cancels: f'(r + t) = t P(t) with t to
 * more digits than double, for |t| up to 1/4. Relative error at most a few ULP of double, down to
 * the zero itself.
 *
 * <p>The constants were made, and the errors of the fits printed, by {@code
 * cpu-fallback/constants/derivative_zeros.py}.
 */
final class DerivativeZero {
  /** silu', which is also swish'(x) at z = beta x. Relative error of the fit 2.7e-17. */
  static final DerivativeZero SILU =
      new DerivativeZero(
          -1.2784645427610737,
          -1.0946994183093437e-16,
          -3.907766676128665e-33,
          0.2178117057198001,
          0.1466487969969469,
          0.018874814223782312,
          -0.015222655223187994,
          -0.006606589138356706,
          0.00012662741007470863,
          0.0007985218818414442,
          0.0001857072441010677,
          -4.0905342499531315e-05,
          -2.9733561383987346e-05,
          -2.9426269932443554e-06,
          2.346432622349726e-06,
          8.598670705085357e-07,
          -3.48415384200985e-08,
          -9.157627088079826e-08);

  /** gelu_erf'. Relative error of the fit 6.4e-17. */
  static final DerivativeZero GELU_ERF =
      new DerivativeZero(
          -0.7517915246935645,
          1.4956759177009883e-17,
          5.384040947833005e-34,
          0.4314939923140469,
          0.388284982990552,
          -0.018199676398671087,
          -0.1140082332972217,
          -0.014771522148244266,
          0.01942167983818839,
          0.004539228379113085,
          -0.002239538068022289,
          -0.0007448268377347967,
          0.00018633974424735373,
          8.61594418266232e-05,
          -1.1214339279108336e-05,
          -7.747689919160756e-06,
          4.324235056073101e-07,
          5.62027996141171e-07);

  /** gelu_tanh'. Relative error of the fit 8.0e-17. */
  static final DerivativeZero GELU_TANH =
      new DerivativeZero(
          -0.7524614220710163,
          3.635560509207687e-17,
          -2.5415595389660457e-33,
          0.4304000910248585,
          0.38751844613578895,
          -0.01578285352184803,
          -0.11394448308095897,
          -0.016619328343052558,
          0.019682309459831692,
          0.0052610592549211625,
          -0.002422731845731624,
          -0.0009274420229450834,
          0.00026392763286678085,
          0.00012425227399612585,
          -3.4955939544144335e-05,
          -1.595077465883524e-05,
          5.914599529633289e-06,
          2.4314373971609466e-06,
          -9.52954705833761e-07,
          -4.1153573333366885e-07);

  /** mish'. Relative error of the fit 6.6e-17. */
  static final DerivativeZero MISH =
      new DerivativeZero(
          -1.1924312145154952,
          -4.8484829848031044e-17,
          -1.898915114090381e-33,
          0.2669479140495345,
          0.20473126408010586,
          0.04190782104360987,
          -0.020271822716684273,
          -0.015821126561733092,
          -0.003360684927018703,
          0.0010924055408944849,
          0.0009898181017691972,
          0.0002541293676781797,
          -4.196148117455943e-05,
          -5.5829064870118985e-05,
          -1.7299611473217463e-05,
          9.458587762688234e-07,
          2.913108088821439e-06,
          1.0384215068474151e-06);

  private static final double WINDOW = 0.25;

  private final double high;
  private final double low;
  private final double lowest;
  private final double[] coefficients;

  private DerivativeZero(double high, double low, double lowest, double... coefficients) {
    this.high = high;
    this.low = low;
    this.lowest = lowest;
    this.coefficients = coefficients;
  }

  boolean isNear(double x) {
    return Math.abs(x - high) <= WINDOW;
  }

  double at(DD x) {
    // The high parts are close enough to subtract exactly; what they leave may be cancelled once
    // more.
    DD rest = DD.ofDifference(x.lo(), low);
    double t = (x.hi() - high) + rest.hi() + (rest.lo() - lowest);
    double sum = 0;
    for (int i = coefficients.length - 1; i >= 0; i--) {
      sum = sum * t + coefficients[i];
    }
    return t * sum;
  }
}
