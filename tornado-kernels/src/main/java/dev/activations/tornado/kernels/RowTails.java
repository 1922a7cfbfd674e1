package dev.activations.tornado.kernels;

import dev.activations.tornado.functions.ElementaryFunctions;
import dev.activations.tornado.functions.RowFunctions;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/**
 * What the kernels of row operations do with the maximum m of a row and with the sum over it: the
 * elements from, from + stride, ... below end.
 */
final class RowTails {
  private RowTails() {}

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

  static void softmaxBackward(
      FloatArray y,
      FloatArray dy,
      FloatArray dx,
      int from,
      int end,
      int stride,
      FloatArray parameters,
      float dot) {
    float scale = parameters.get(0) * parameters.get(4);
    for (int i = from; i < end; i += stride) {
      dx.set(i, y.get(i) * (dy.get(i) - dot) * scale);
    }
  }

  static void logSoftmaxBackward(
      FloatArray y,
      FloatArray dy,
      FloatArray dx,
      int from,
      int end,
      int stride,
      FloatArray parameters,
      float sum) {
    float scale = parameters.get(0) * parameters.get(4);
    for (int i = from; i < end; i += stride) {
      dx.set(i, (dy.get(i) - ElementaryFunctions.exp(y.get(i)) * sum) * scale);
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
    for (int i = from; i < end; i += stride) {
      float value = x.get(i);
      float d = RowFunctions.difference(value, m);
      float lost = RowFunctions.lost(value, m, d);
      float e = RowFunctions.exp(d, lost, perLn2, ln2High, ln2Low, inverse);
      dx.set(i, e / total * gradient + poison);
    }
  }
}
