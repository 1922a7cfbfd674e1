package dev.activations.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.Activation;
import dev.activations.catalogue.Catalogue;
import dev.activations.cpu.kernels.ElementwiseKernels;
import dev.activations.cpu.kernels.KernelLibrary;
import dev.activations.cpu.kernels.Scratch;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A backward is the float product of dy and the derivative, for both of any magnitude. */
class BackwardIsAProductTest {
  private static final int COUNT = 1 << 14;

  private static final List<KernelLibrary> LIBRARIES =
      List.of(
          Libraries.choose("plain").plain(),
          Libraries.choose("portable").plain(),
          Libraries.choose("simd").simd());

  static Stream<Activation> functions() {
    return Stream.concat(
        Catalogue.functions().stream()
            .map(
                entry ->
                    entry.examples().stream().map(values -> Activation.of(entry.name(), values)))
            .flatMap(all -> all),
        Stream.of(Activation.leakyRelu(1e-9), Activation.elu(1e30)));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void ofAllMagnitudes(Activation f) {
    SplittableRandom random = new SplittableRandom(8);
    float[] x = new float[COUNT];
    float[] dy = new float[COUNT];
    for (int i = 0; i < COUNT; i++) {
      x[i] =
          i % 3 == 0
              ? Float.intBitsToFloat(random.nextInt())
              : 120 * (float) random.nextDouble() - 100;
      dy[i] = Float.intBitsToFloat(random.nextInt());
    }
    for (KernelLibrary library : LIBRARIES) {
      ElementwiseKernels found = library.find(f.entry().name(), f.parameters());
      assertThat(found).isNotNull();
      product(f, found, x, dy);
    }
    product(f, new Float32Definitions(), x, dy);
  }

  private static void product(Activation f, ElementwiseKernels kernels, float[] x, float... dy) {
    float[] slope = new float[COUNT];
    float[] dx = new float[COUNT];
    kernels.derivative(f, new Scratch(), x, 0, slope, 0, COUNT);
    kernels.backward(f, new Scratch(), x, 0, dy, 0, dx, 0, COUNT);
    for (int i = 0; i < COUNT; i++) {
      slope[i] *= dy[i];
    }
    Samples.requireSame(dx, slope, f + " with " + kernels.getClass());
  }
}
