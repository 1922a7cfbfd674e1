package uk.ac.manchester.tornado.api.common;

/** The shapes of kernels: a kernel of n parameters is a {@code TaskN}. */
public final class TornadoFunctions {
  private TornadoFunctions() {}

  /**
   * A kernel with 1 parameter.
   *
   * @param <T1> type of parameter 1
   */
  @FunctionalInterface
  public interface Task1<T1> {
    /**
     * Runs the kernel.
     *
     * @param arg1 parameter 1
     */
    void apply(T1 arg1);
  }

  /**
   * A kernel with 2 parameters.
   *
   * @param <T1> type of parameter 1
   * @param <T2> type of parameter 2
   */
  @FunctionalInterface
  public interface Task2<T1, T2> {
    /**
     * Runs the kernel.
     *
     * @param arg1 parameter 1
     * @param arg2 parameter 2
     */
    void apply(T1 arg1, T2 arg2);
  }

  /**
   * A kernel with 3 parameters.
   *
   * @param <T1> type of parameter 1
   * @param <T2> type of parameter 2
   * @param <T3> type of parameter 3
   */
  @FunctionalInterface
  public interface Task3<T1, T2, T3> {
    /**
     * Runs the kernel.
     *
     * @param arg1 parameter 1
     * @param arg2 parameter 2
     * @param arg3 parameter 3
     */
    void apply(T1 arg1, T2 arg2, T3 arg3);
  }

  /**
   * A kernel with 4 parameters.
   *
   * @param <T1> type of parameter 1
   * @param <T2> type of parameter 2
   * @param <T3> type of parameter 3
   * @param <T4> type of parameter 4
   */
  @FunctionalInterface
  public interface Task4<T1, T2, T3, T4> {
    /**
     * Runs the kernel.
     *
     * @param arg1 parameter 1
     * @param arg2 parameter 2
     * @param arg3 parameter 3
     * @param arg4 parameter 4
     */
    void apply(T1 arg1, T2 arg2, T3 arg3, T4 arg4);
  }

  /**
   * A kernel with 5 parameters.
   *
   * @param <T1> type of parameter 1
   * @param <T2> type of parameter 2
   * @param <T3> type of parameter 3
   * @param <T4> type of parameter 4
   * @param <T5> type of parameter 5
   */
  @FunctionalInterface
  public interface Task5<T1, T2, T3, T4, T5> {
    /**
     * Runs the kernel.
     *
     * @param arg1 parameter 1
     * @param arg2 parameter 2
     * @param arg3 parameter 3
     * @param arg4 parameter 4
     * @param arg5 parameter 5
     */
    void apply(T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5);
  }

  /**
   * A kernel with 6 parameters.
   *
   * @param <T1> type of parameter 1
   * @param <T2> type of parameter 2
   * @param <T3> type of parameter 3
   * @param <T4> type of parameter 4
   * @param <T5> type of parameter 5
   * @param <T6> type of parameter 6
   */
  @FunctionalInterface
  public interface Task6<T1, T2, T3, T4, T5, T6> {
    /**
     * Runs the kernel.
     *
     * @param arg1 parameter 1
     * @param arg2 parameter 2
     * @param arg3 parameter 3
     * @param arg4 parameter 4
     * @param arg5 parameter 5
     * @param arg6 parameter 6
     */
    void apply(T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6);
  }

  /**
   * A kernel with 7 parameters.
   *
   * @param <T1> type of parameter 1
   * @param <T2> type of parameter 2
   * @param <T3> type of parameter 3
   * @param <T4> type of parameter 4
   * @param <T5> type of parameter 5
   * @param <T6> type of parameter 6
   * @param <T7> type of parameter 7
   */
  @FunctionalInterface
  public interface Task7<T1, T2, T3, T4, T5, T6, T7> {
    /**
     * Runs the kernel.
     *
     * @param arg1 parameter 1
     * @param arg2 parameter 2
     * @param arg3 parameter 3
     * @param arg4 parameter 4
     * @param arg5 parameter 5
     * @param arg6 parameter 6
     * @param arg7 parameter 7
     */
    void apply(T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7);
  }

  /**
   * A kernel with 8 parameters.
   *
   * @param <T1> type of parameter 1
   * @param <T2> type of parameter 2
   * @param <T3> type of parameter 3
   * @param <T4> type of parameter 4
   * @param <T5> type of parameter 5
   * @param <T6> type of parameter 6
   * @param <T7> type of parameter 7
   * @param <T8> type of parameter 8
   */
  @FunctionalInterface
  public interface Task8<T1, T2, T3, T4, T5, T6, T7, T8> {
    /**
     * Runs the kernel.
     *
     * @param arg1 parameter 1
     * @param arg2 parameter 2
     * @param arg3 parameter 3
     * @param arg4 parameter 4
     * @param arg5 parameter 5
     * @param arg6 parameter 6
     * @param arg7 parameter 7
     * @param arg8 parameter 8
     */
    void apply(T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8);
  }

  /**
   * A kernel with 9 parameters.
   *
   * @param <T1> type of parameter 1
   * @param <T2> type of parameter 2
   * @param <T3> type of parameter 3
   * @param <T4> type of parameter 4
   * @param <T5> type of parameter 5
   * @param <T6> type of parameter 6
   * @param <T7> type of parameter 7
   * @param <T8> type of parameter 8
   * @param <T9> type of parameter 9
   */
  @FunctionalInterface
  public interface Task9<T1, T2, T3, T4, T5, T6, T7, T8, T9> {
    /**
     * Runs the kernel.
     *
     * @param arg1 parameter 1
     * @param arg2 parameter 2
     * @param arg3 parameter 3
     * @param arg4 parameter 4
     * @param arg5 parameter 5
     * @param arg6 parameter 6
     * @param arg7 parameter 7
     * @param arg8 parameter 8
     * @param arg9 parameter 9
     */
    void apply(T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9);
  }

  /**
   * A kernel with 10 parameters.
   *
   * @param <T1> type of parameter 1
   * @param <T2> type of parameter 2
   * @param <T3> type of parameter 3
   * @param <T4> type of parameter 4
   * @param <T5> type of parameter 5
   * @param <T6> type of parameter 6
   * @param <T7> type of parameter 7
   * @param <T8> type of parameter 8
   * @param <T9> type of parameter 9
   * @param <T10> type of parameter 10
   */
  @FunctionalInterface
  public interface Task10<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> {
    /**
     * Runs the kernel.
     *
     * @param arg1 parameter 1
     * @param arg2 parameter 2
     * @param arg3 parameter 3
     * @param arg4 parameter 4
     * @param arg5 parameter 5
     * @param arg6 parameter 6
     * @param arg7 parameter 7
     * @param arg8 parameter 8
     * @param arg9 parameter 9
     * @param arg10 parameter 10
     */
    void apply(
        T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10);
  }
}
