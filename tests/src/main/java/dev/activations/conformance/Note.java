package dev.activations.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.RowOperation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** What the note on activation functions claims, sentence by sentence, each proven on a backend. */
public final class Note {
  /** Rounding of a handful of float32 operations. */
  private static final double CLOSE = 4e-7;

  private static final float[] LINE = new float[401];

  static {
    for (int i = 0; i < LINE.length; i++) {
      LINE[i] = (i - 200) / 10f;
    }
  }

  private final OneRow run;

  private Note(Backend backend) {
    this.run = new OneRow(backend);
  }

  /**
   * A sentence of the note and its proof.
   *
   * @param sentence what is claimed
   * @param proof fails when it is not so on the given backend
   */
  public record Claim(String sentence, Consumer<Backend> proof) {}

  /**
   * All claims.
   *
   * @return in the order of the note
   */
  public static List<Claim> claims() {
    List<Claim> all = new ArrayList<>();
    claim(
        all,
        "ReLU ranges over [0, inf); its derivative is 1 for x > 0 and 0 otherwise.",
        note -> note.pieces(Activation.RELU, 0, x -> x, x -> 0, x -> 0));
    claim(
        all,
        "Leaky ReLU ranges over (-inf, inf); its derivative is 1 for x > 0 and the slope otherwise.",
        note -> note.pieces(Activation.leakyRelu(0.25), -1e38, x -> x, x -> 0.25 * x, x -> 0.25));
    claim(
        all,
        "ELU ranges over (-alpha, inf); its derivative is 1 for x > 0 and ELU(x) + alpha otherwise.",
        note ->
            note.pieces(
                Activation.elu(1.5),
                -1.5,
                x -> x,
                x -> 1.5 * Math.expm1(x),
                x -> 1.5 * Math.expm1(x) + 1.5));
    claim(
        all, "SELU is the ELU of alpha = 1.6733 scaled by 1.0507.", note -> note.seluIsScaledElu());
    claim(
        all,
        "GELU is x Phi(x), with a minimum of about -0.17; its derivative is Phi(x) + x phi(x).",
        note -> note.gelu());
    claim(
        all,
        "Sigmoid ranges over (0, 1); its derivative is sigmoid(x) (1 - sigmoid(x)), at most 1/4.",
        note -> note.saturating(Activation.SIGMOID, 0, 1, y -> y * (1 - y), 0.25));
    claim(
        all,
        "Tanh ranges over (-1, 1); its derivative is 1 - tanh(x)^2, at most 1.",
        note -> note.saturating(Activation.TANH, -1, 1, y -> 1 - y * y, 1));
    claim(all, "A dead ReLU has gradient 0; Leaky ReLU and ELU do not.", note -> note.deadUnits());
    claim(
        all,
        "The derivatives of sigmoid and tanh vanish for large |x|.",
        note -> note.vanishingDerivatives());
    claim(
        all,
        "d/dz of binary cross-entropy after sigmoid is p - y.",
        note -> note.binaryCrossEntropy());
    claim(all, "d/dz of cross-entropy after softmax is p - y.", note -> note.crossEntropy());
    claim(all, "The Jacobian of softmax is diag(p) - p p'.", note -> note.jacobian());
    claim(
        all,
        "Sigmoid is softmax over the two classes [z, 0].",
        note -> note.sigmoidIsSoftmaxOfTwo());
    claim(
        all,
        "Equal logits give the uniform distribution, the one of largest entropy.",
        note -> note.largestEntropy());
    claim(
        all,
        "Softmax gives numbers in (0, 1) that sum to one.",
        note -> note.softmaxIsADistribution());
    return all;
  }

  private static void claim(List<Claim> all, String sentence, Consumer<Note> proof) {
    all.add(new Claim(sentence, backend -> proof.accept(new Note(backend))));
  }

  private void pieces(Activation f, double infimum, Real above, Real below, Real slopeBelow) {
    float[] y = run.forward(f, LINE);
    float[] slope = run.derivative(f, LINE);
    for (int i = 0; i < LINE.length; i++) {
      double x = LINE[i];
      close(y[i], x > 0 ? above.at(x) : below.at(x));
      close(slope[i], x > 0 ? 1 : slopeBelow.at(x));
      assertThat((double) y[i]).isGreaterThanOrEqualTo(infimum);
    }
    float[] ends = run.forward(f, -3e38f, 3e38f);
    assertThat(ends[1]).isEqualTo(3e38f);
    assertThat((double) ends[0]).isLessThanOrEqualTo(infimum / 2);
  }

  private void seluIsScaledElu() {
    float[] selu = run.forward(Activation.SELU, LINE);
    float[] elu = run.forward(Activation.elu(1.6732632423543772), LINE);
    for (int i = 0; i < LINE.length; i++) {
      close(selu[i], 1.0507009873554805 * elu[i]);
    }
  }

  private void gelu() {
    float[] y = run.forward(Activation.GELU_ERF, LINE);
    float[] slope = run.derivative(Activation.GELU_ERF, LINE);
    float least = 0;
    for (int i = 0; i < LINE.length; i++) {
      double x = LINE[i];
      // Phi from the laplace function of the catalogue with mean 0 and deviation 1.
      double cdf = Activation.laplace(0, 1).value(x);
      close(y[i], x * cdf);
      close(slope[i], cdf + x * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI));
      least = Math.min(least, y[i]);
    }
    assertThat(least).isBetween(-0.17f, -0.169f);
  }

  private void saturating(
      Activation f, double lower, double upper, Real slopeFromOutput, double steepest) {
    float[] y = run.forward(f, LINE);
    float[] slope = run.derivative(f, LINE);
    for (int i = 0; i < LINE.length; i++) {
      assertThat((double) y[i]).isBetween(lower, upper);
      // 1 - 2^-25 is nearer to 1 than to any other float, so far out the end itself is right.
      if (Math.abs(LINE[i]) < 8) {
        assertThat((double) y[i]).isGreaterThan(lower).isLessThan(upper);
      }
      close(slope[i], slopeFromOutput.at(f.value(LINE[i])));
      assertThat((double) slope[i]).isLessThanOrEqualTo(steepest);
    }
    assertThat((double) run.derivative(f, 0)[0]).isEqualTo(steepest);
  }

  private void deadUnits() {
    float[] asleep = {-0.5f, -3, -10};
    assertThat(run.backward(Activation.RELU, asleep, 1, 2, 3)).containsExactly(0, 0, 0);
    for (Activation f : new Activation[] {Activation.LEAKY_RELU, Activation.ELU}) {
      for (float gradient : run.backward(f, asleep, 1, 2, 3)) {
        assertThat(gradient).isPositive();
      }
    }
  }

  private void vanishingDerivatives() {
    for (Activation f : new Activation[] {Activation.SIGMOID, Activation.TANH}) {
      float[] slope = run.derivative(f, -1000, -20, -5, 0, 5, 20, 1000);
      assertThat(slope[0]).isZero();
      assertThat(slope[6]).isZero();
      assertThat(slope[1]).isPositive().isLessThan(1e-8f).isEqualTo(slope[5]);
      assertThat(slope[2]).isBetween(slope[1], slope[3] / 30).isEqualTo(slope[4]);
    }
  }

  private void binaryCrossEntropy() {
    float[] z = {-30, -3, -0.5f, 0, 0.7f, 4, 30};
    float[] minus = new float[z.length];
    for (int i = 0; i < z.length; i++) {
      minus[i] = -z[i];
    }
    float[] p = run.forward(Activation.SIGMOID, z);
    for (float label : new float[] {0, 1, 0.3f}) {
      // loss = -label log sigmoid(z) - (1 - label) log sigmoid(-z)
      float[] one = run.backward(Activation.LOG_SIGMOID, z, filled(z.length, -label));
      float[] other = run.backward(Activation.LOG_SIGMOID, minus, filled(z.length, 1 - label));
      for (int i = 0; i < z.length; i++) {
        close(one[i] + other[i], p[i] - label);
        double h = 1e-4;
        close((binaryLoss(z[i] + h, label) - binaryLoss(z[i] - h, label)) / (2 * h), p[i] - label);
      }
    }
  }

  private static double binaryLoss(double z, double label) {
    return -label * Activation.LOG_SIGMOID.value(z)
        - (1 - label) * Activation.LOG_SIGMOID.value(-z);
  }

  private void crossEntropy() {
    float[] z = {1, -2, 0.5f, 3};
    float[] p = run.rows(RowOperation.SOFTMAX, z);
    float[] logP = run.rows(RowOperation.LOG_SOFTMAX, z);
    for (int label = 0; label < z.length; label++) {
      float[] dy = new float[z.length];
      dy[label] = -1;
      float[] dz = run.rowsBackward(RowOperation.LOG_SOFTMAX, logP, dy);
      for (int i = 0; i < z.length; i++) {
        close(dz[i], p[i] - (i == label ? 1 : 0));
      }
    }
  }

  private void jacobian() {
    float[] p = run.rows(RowOperation.SOFTMAX, 1, -2, 0.5f, 3);
    for (int k = 0; k < p.length; k++) {
      float[] unit = new float[p.length];
      unit[k] = 1;
      float[] row = run.rowsBackward(RowOperation.SOFTMAX, p, unit);
      for (int i = 0; i < p.length; i++) {
        close(row[i], (i == k ? p[i] : 0) - p[i] * p[k]);
      }
    }
  }

  private void sigmoidIsSoftmaxOfTwo() {
    float[] p = run.forward(Activation.SIGMOID, LINE);
    for (int i = 0; i < LINE.length; i++) {
      close(run.rows(RowOperation.SOFTMAX, LINE[i], 0)[0], p[i]);
    }
  }

  private void largestEntropy() {
    float[] uniform = run.rows(RowOperation.SOFTMAX, filled(8, 3.5f));
    assertThat(uniform).containsOnly(0.125f);
    double largest = entropy(uniform);
    close(largest, Math.log(8));
    for (float z : new float[] {-4, -1, -0.01f, 0.01f, 1, 4}) {
      float[] logits = filled(8, 3.5f);
      logits[2] += z;
      assertThat(entropy(run.rows(RowOperation.SOFTMAX, logits))).isLessThan(largest);
    }
  }

  private void softmaxIsADistribution() {
    float[] p = run.rows(RowOperation.SOFTMAX, -5, 2, 0.5f, 3, -1, 7);
    double sum = 0;
    for (float one : p) {
      assertThat(one).isGreaterThan(0).isLessThan(1);
      sum += one;
    }
    close(sum, 1);
  }

  private static double entropy(float... p) {
    double sum = 0;
    for (double one : doubles(p)) {
      sum -= one * Math.log(one);
    }
    return sum;
  }

  private static double[] doubles(float... values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }

  private static float[] filled(int length, float value) {
    float[] values = new float[length];
    Arrays.fill(values, value);
    return values;
  }

  private static void close(double actual, double expected) {
    assertThat(Math.abs(actual - expected))
        .as("%s beside %s", actual, expected)
        .isLessThanOrEqualTo(CLOSE * Math.max(1, Math.abs(expected)));
  }

  private interface Real {
    double at(double x);
  }
}
