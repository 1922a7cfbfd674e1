package dev.activations.tornado.kernels;

import dev.activations.tornado.functions.ElementaryFunctions;
import dev.activations.tornado.functions.RowFunctions;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/**
 * What the kernels of row operations do with the maximum m of a row and with the sum over it: the
 * elements from, from + stride, ... below end.
 */
final class RowTails {
  /** Above, a class has more than half of the probability. */
  static final float LN_HALF = -0.6931472f;

  private RowTails() {}

  /** NaN, which no compiler has to spell. */
  static float nan(int columns) {
    float zero = columns * 0f;
    return zero / zero;
  }

  static void softmax(
      FloatArray x,
      FloatArray y,
      int from,
      int end,
      int stride,
      FloatArray parameters,
      float m,
      float rest) {
    float sign = parameters.get(0);
    float perLn2 = parameters.get(1);
    float ln2High = parameters.get(2);
    float ln2Low = parameters.get(3);
    float inverse = parameters.get(4);
    float total = 1f + rest;
    float poison = m - m;
    for (int i = from; i < end; i += stride) {
      float value = sign * x.get(i);
      float d = RowFunctions.difference(value, m);
      float lost = RowFunctions.lost(value, m, d);
      float e = RowFunctions.exp(d, lost, perLn2, ln2High, ln2Low, inverse);
      y.set(i, e / total + poison);
    }
  }

  static void logSoftmax(
      FloatArray x,
      FloatArray y,
      int from,
      int end,
      int stride,
      FloatArray parameters,
      float m,
      float rest) {
    float sign = parameters.get(0);
    float inverse = parameters.get(4);
    float inverseLow = parameters.get(5);
    float log = ElementaryFunctions.log1p(rest);
    float poison = m - m;
    for (int i = from; i < end; i += stride) {
      float value = sign * x.get(i);
      float d = RowFunctions.difference(value, m);
      float lost = RowFunctions.lost(value, m, d);
      y.set(i, RowFunctions.logarithm(d, lost, inverse, inverseLow, log) + poison);
    }
  }

  /**
   * y_i (dy_i - sum(dy_j y_j)) / T. The class that dominates has dy_i others instead of dy_i (1 -
   * y_i).
   *
   * @param level the unit of the sums
   * @param dots sum(dy_j y_j) without the class that dominates
   * @param dot sum(dy_j y_j)
   * @param others sum(y_j) without the class that dominates
   * @param top the y of the class that dominates
   */
  static void softmaxBackward(
      FloatArray y,
      FloatArray dy,
      FloatArray dx,
      int from,
      int end,
      int stride,
      FloatArray parameters,
      int level,
      float dots,
      float dot,
      float others,
      float top) {
    float scale = parameters.get(7);
    float unit = Units.of(level);
    float root = parameters.get(8) * Units.root(level);
    for (int i = from; i < end; i += stride) {
      float p = y.get(i);
      float gradient = dy.get(i);
      float inUnits = p == 0f ? 0f : gradient * unit;
      boolean dominates = p > 0.5f && p == top;
      float slope = inUnits * (dominates ? others : 1f) - (dominates ? dots : dot);
      float product = Products.raised(p) * Products.near(slope) * scale;
      dx.set(i, Products.cubed(product, root * Products.root(p) * Products.rootOfNear(slope)));
    }
  }

  /**
   * (dy_i (1 - p_i) - p_i sum(dy_j of the others)) / T with p_i = exp(y_i) for the class that
   * dominates; (dy_i - p_i sum(dy_j)) / T for the others.
   *
   * @param level the unit of part
   * @param part sum(dy_j) without the class that dominates
   * @param wide the unit of all
   * @param all sum(dy_j)
   * @param tops how many classes dominate: more than 1 where y is no logarithm of probabilities
   */
  static void logSoftmaxBackward(
      FloatArray y,
      FloatArray dy,
      FloatArray dx,
      int from,
      int end,
      int stride,
      FloatArray parameters,
      int level,
      float part,
      int wide,
      float all,
      float tops) {
    float scale = parameters.get(7);
    float root = parameters.get(8);
    float partRoot = root * Units.root(level);
    float allRoot = root * Units.root(wide);
    boolean single = tops < 1.5f;
    for (int i = from; i < end; i += stride) {
      float z = y.get(i);
      float gradient = dy.get(i);
      int n = RowFunctions.exponent(z);
      float t = RowFunctions.excess(z, n);
      boolean dominates = single && z > LN_HALF;
      int third = RowFunctions.third(n);
      float p = RowFunctions.upTo8(1f + t, n - 3 * third);
      float q = dominates ? RowFunctions.rest(t, n) : 1f;
      float sum = dominates ? part : all;
      float first = Products.raised(q) * Products.centred(gradient) * scale;
      float firstRoot = root * Products.root(q) * Products.rootOfCentred(gradient);
      float second = p * Products.near(sum) * scale;
      float secondRoot =
          RowFunctions.scaled((dominates ? partRoot : allRoot) * Products.rootOfNear(sum), third);
      float slope = Products.cubed(first, firstRoot) - Products.cubed(second, secondRoot);
      // Terms may leave the range where their difference does not.
      float low =
          Products.cubed(first, 0x1p-45f * firstRoot)
              - Products.cubed(second, 0x1p-45f * secondRoot);
      dx.set(i, slope - slope == 0f ? slope : low * 0x1p68f * 0x1p67f);
    }
  }

  static void logSumExpBackward(
      FloatArray x,
      float gradient,
      FloatArray dx,
      int from,
      int end,
      int stride,
      FloatArray parameters,
      float m,
      float rest) {
    float perLn2 = parameters.get(1);
    float ln2High = parameters.get(2);
    float ln2Low = parameters.get(3);
    float inverse = parameters.get(4);
    float total = 1f + rest;
    float poison = m - m;
    float near = Products.centred(gradient);
    float root = Products.rootOfCentred(gradient);
    boolean finite = gradient - gradient == 0f;
    for (int i = from; i < end; i += stride) {
      float value = x.get(i);
      float d = RowFunctions.difference(value, m);
      float lost = RowFunctions.lost(value, m, d);
      int n = RowFunctions.exponent(d, perLn2);
      int third = RowFunctions.third(n);
      float t = RowFunctions.excess(d, lost, n, ln2High, ln2Low, inverse);
      float e = RowFunctions.upTo8(1f + t, n - 3 * third) / total;
      float back = RowFunctions.scaled(1f, third);
      float product = Products.cubed(e * near, root * back);
      // An infinity times what is zero in float32 is NaN.
      float plain = Products.cubed(e, back) * gradient;
      float slope = finite ? product : plain;
      // -0 + 0 would be 0.
      dx.set(i, poison == 0f ? slope : poison);
    }
  }
}
