package dev.activations.measuring.speed;

/**
 * Times a call. There are two ways, for two questions:
 *
 * <ul>
 *   <li>{@link SampledCalls}: how long does a call take, and how much do calls differ? One backend
 *       is alone in its JVM, so nothing of ours disturbs it, and the spread of its calls is part of
 *       the answer.
 *   <li>{@link QuietSlots}: who is faster, and by what ratio? Several systems take turns in one
 *       JVM. Each would find the threads of the one before it still spinning, and a ratio is right
 *       when both were disturbed alike or not at all. So a slot begins when all is quiet, its mean
 *       counts and not its calls, and it is repeated when something else took the CPUs.
 * </ul>
 *
 * @param <T> what a measurement gives
 */
public interface Stopwatch<T> {
  /**
   * Calls until a call is as fast as it becomes.
   *
   * @param call what is timed
   * @return the nanoseconds of a call then
   */
  double warmUp(Runnable call);

  /**
   * Times a call that is warm.
   *
   * @param call what is timed
   * @return how long it takes
   */
  T time(Runnable call);

  /**
   * Calls for a time.
   *
   * @param call what is called, once at least
   * @param atLeastNanos how long
   * @return the nanoseconds of a call, in the mean
   */
  static double mean(Runnable call, long atLeastNanos) {
    long calls = 0;
    long start = System.nanoTime();
    long elapsed;
    do {
      call.run();
      calls++;
      elapsed = System.nanoTime() - start;
    } while (elapsed < atLeastNanos);
    return (double) elapsed / calls;
  }
}
