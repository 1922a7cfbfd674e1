package dev.activations.catalogue;

import org.apache.commons.numbers.core.DD;

/**
 * A derivative next to its zero r, where every closed form cancels: f'(r + t) = t P(t) with t to
 * more digits than double, for |t| up to 1/2. Relative error at most a few ULP of double, down to
 * the zero itself.
 *
 * <p>The constants were made, and the errors of the fits printed, by {@code
 * api/constants/derivative_zeros.py}.
 */
final class DerivativeZero {
  /** silu', which is also swish'(x) at z = beta x. Relative error of the fit 3.2e-17. */
  static final DerivativeZero SILU =
      new DerivativeZero(
          -1.2784645427610737,
          -1.0946994183093437e-16,
          -3.907766676128665e-33,
          0.2178117057198001,
          0.1466487969969469,
          0.018874814223782312,
          -0.015222655223188032,
          -0.006606589138356684,
          0.00012662741008112092,
          0.0007985218818391556,
          0.0001857072436119203,
          -4.090534235749945e-05,
          -2.9733542214697164e-05,
          -2.9426321403441547e-06,
          2.3460297037341988e-06,
          8.59971800502037e-07,
          -3.051263902874651e-08,
          -9.267949109168852e-08,
          -1.8876561773908533e-08,
          4.664264956939175e-09,
          2.9142503906978106e-09,
          1.497107485660278e-10,
          -2.189155616631706e-10);

  /** gelu_erf'. Relative error of the fit 6.5e-17. */
  static final DerivativeZero GELU_ERF =
      new DerivativeZero(
          -0.7517915246935645,
          1.4956759177009883e-17,
          5.384040947833005e-34,
          0.4314939923140469,
          0.388284982990552,
          -0.018199676398671087,
          -0.11400823329722172,
          -0.014771522148244332,
          0.019421679838189692,
          0.004539228379125017,
          -0.002239538068093525,
          -0.0007448268386619306,
          0.00018633974658012616,
          8.615947838990203e-05,
          -1.1214383739588189e-05,
          -7.748459050311768e-06,
          4.328670140178489e-07,
          5.702625731530164e-07,
          -1.6853288295437857e-09,
          -3.540870447017359e-08,
          -1.2325727172325262e-09,
          1.7999004845648055e-09);

  /** gelu_tanh'. Relative error of the fit 1.3e-16. */
  static final DerivativeZero GELU_TANH =
      new DerivativeZero(
          -0.7524614220710163,
          3.635560509207687e-17,
          -2.5415595389660457e-33,
          0.4304000910248585,
          0.38751844613578895,
          -0.01578285352184803,
          -0.11394448308095899,
          -0.01661932834305256,
          0.019682309459833118,
          0.005261059254921912,
          -0.0024227318458750935,
          -0.0009274420230205377,
          0.00026392764052668997,
          0.00012425227802616992,
          -3.495617169204701e-05,
          -1.5950896867124527e-05,
          5.918611679934586e-06,
          2.4335515757866197e-06,
          -9.898645047988707e-07,
          -4.3102431777102523e-07,
          1.4157397303180413e-07,
          7.520437296268666e-08,
          -1.6971887682704527e-08,
          -1.194973171467122e-08,
          1.7476307710276468e-09,
          1.7139918421297696e-09,
          -1.466897990210667e-10,
          -1.9639582934979457e-10);

  /** mish'. Relative error of the fit 8.0e-17. */
  static final DerivativeZero MISH =
      new DerivativeZero(
          -1.1924312145154952,
          -4.8484829848031044e-17,
          -1.898915114090381e-33,
          0.2669479140495345,
          0.20473126408010586,
          0.04190782104360987,
          -0.020271822716684245,
          -0.015821126561733383,
          -0.0033606849270233973,
          0.0010924055409447324,
          0.000989818102134057,
          0.00025412936385609794,
          -4.196149614495467e-05,
          -5.582891554721743e-05,
          -1.7299269300948727e-05,
          9.427344821029541e-07,
          2.9088072237483575e-06,
          1.0716901975364014e-06,
          2.694795665378787e-08,
          -1.412420697570883e-07,
          -6.197661643708402e-08,
          -5.241672145761895e-09,
          6.8563377719218285e-09,
          2.9806329462983924e-09);

  private static final double WINDOW = 0.5;

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

  /** The zero, rounded to a double. */
  double x() {
    return high;
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
