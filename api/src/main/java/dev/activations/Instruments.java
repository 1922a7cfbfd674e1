package dev.activations;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What measurements ask of a {@link Backend}, and nobody else has to: see {@link
 * Backend#instruments}. As they stand here they are those of a backend that has no driver to ask,
 * prepares nothing in the background and never pays more than the CPU.
 */
public interface Instruments {
  /**
   * y = x. It moves as many bytes as an elementwise function and computes nothing, so it is what
   * those are measured by.
   *
   * @param x the input
   * @param y gets the same elements, of x's shape
   */
  default void copy(Tensor x, Tensor y) {
    Shapes.require("y", y, Shapes.present("x", x).rows(), x.columns(), "copying x");
    y.copyFrom(x.toArray());
  }

  /**
   * Waits until what calls so far have started in the background is done, such as compiling faster
   * code for the functions that they used. Nobody has to: calls never wait for it. It is for
   * measurements, and for a start before the first user comes.
   *
   * @throws InterruptedException when the thread is interrupted while it waits
   */
  default void settle() throws InterruptedException {}

  /**
   * Runs calls of the backend and asks the driver of the device where their time went. That makes
   * it wait after every transfer and kernel: the calls take longer than others.
   *
   * @param calls calls of the backend, made by this thread
   * @return what the driver counted; empty when the backend has no driver to ask
   */
  default Optional<DeviceTimes> profile(Runnable calls) {
    Shapes.present("calls", calls).run();
    return Optional.empty();
  }

  /**
   * From how many elements on a call is faster here than on the CPU backend of this machine, the
   * way to the device and back included. Measured at the first call, which takes a second or two,
   * or set by the system property {@code activations.breakEven}.
   *
   * @return the elements; empty when the CPU is always faster, and for the CPU itself
   */
  default OptionalLong breakEven() {
    return OptionalLong.empty();
  }
}
