package uk.ac.manchester.tornado.api;

import dev.activations.simulator.Graph;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task1;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task10;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task2;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task3;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task4;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task5;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task6;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task7;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task8;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task9;

/** Tasks and the transfers around them. It is complete with {@link #snapshot()}. */
public class TaskGraph {
  private final Graph graph;

  /**
   * An empty graph.
   *
   * @param name the first half of its tasks' qualified names
   */
  public TaskGraph(String name) {
    graph = new Graph(name);
  }

  /**
   * Its name.
   *
   * @return the name it was made with
   */
  public String getTaskGraphName() {
    return graph.name();
  }

  /**
   * Arrays to copy to the device before the tasks.
   *
   * @param mode a constant of {@code DataTransferMode}
   * @param objects the arrays
   * @return this
   */
  public TaskGraph transferToDevice(int mode, Object... objects) {
    graph.transferToDevice(mode, objects);
    return this;
  }

  /**
   * Arrays to copy to the host after the tasks.
   *
   * @param mode a constant of {@code DataTransferMode}
   * @param objects the arrays
   * @return this
   */
  public TaskGraph transferToHost(int mode, Object... objects) {
    graph.transferToHost(mode, objects);
    return this;
  }

  /**
   * Arrays that live on the device and are copied to the host on demand only.
   *
   * @param objects the arrays
   * @return this
   */
  public TaskGraph persistOnDevice(Object... objects) {
    graph.persistOnDevice(objects);
    return this;
  }

  /**
   * Completes the graph.
   *
   * @return what an execution plan takes
   */
  public ImmutableTaskGraph snapshot() {
    return new ImmutableTaskGraph(graph.snapshot());
  }

  /**
   * Adds a kernel of 1 parameter.
   *
   * @param <T1> type of parameter 1
   * @param id name of the task, unique in the graph
   * @param code the kernel
   * @param arg1 argument 1
   * @return this
   */
  @SuppressWarnings("unchecked")
  public <T1> TaskGraph task(String id, Task1<T1> code, T1 arg1) {
    graph.task(id, code, a -> code.apply((T1) a[0]), arg1);
    return this;
  }

  /**
   * Adds a kernel of 2 parameters.
   *
   * @param <T1> type of parameter 1
   * @param <T2> type of parameter 2
   * @param id name of the task, unique in the graph
   * @param code the kernel
   * @param arg1 argument 1
   * @param arg2 argument 2
   * @return this
   */
  @SuppressWarnings("unchecked")
  public <T1, T2> TaskGraph task(String id, Task2<T1, T2> code, T1 arg1, T2 arg2) {
    graph.task(id, code, a -> code.apply((T1) a[0], (T2) a[1]), arg1, arg2);
    return this;
  }

  /**
   * Adds a kernel of 3 parameters.
   *
   * @param <T1> type of parameter 1
   * @param <T2> type of parameter 2
   * @param <T3> type of parameter 3
   * @param id name of the task, unique in the graph
   * @param code the kernel
   * @param arg1 argument 1
   * @param arg2 argument 2
   * @param arg3 argument 3
   * @return this
   */
  @SuppressWarnings("unchecked")
  public <T1, T2, T3> TaskGraph task(String id, Task3<T1, T2, T3> code, T1 arg1, T2 arg2, T3 arg3) {
    graph.task(id, code, a -> code.apply((T1) a[0], (T2) a[1], (T3) a[2]), arg1, arg2, arg3);
    return this;
  }

  /**
   * Adds a kernel of 4 parameters.
   *
   * @param <T1> type of parameter 1
   * @param <T2> type of parameter 2
   * @param <T3> type of parameter 3
   * @param <T4> type of parameter 4
   * @param id name of the task, unique in the graph
   * @param code the kernel
   * @param arg1 argument 1
   * @param arg2 argument 2
   * @param arg3 argument 3
   * @param arg4 argument 4
   * @return this
   */
  @SuppressWarnings("unchecked")
  public <T1, T2, T3, T4> TaskGraph task(
      String id, Task4<T1, T2, T3, T4> code, T1 arg1, T2 arg2, T3 arg3, T4 arg4) {
    graph.task(
        id,
        code,
        a -> code.apply((T1) a[0], (T2) a[1], (T3) a[2], (T4) a[3]),
        arg1,
        arg2,
        arg3,
        arg4);
    return this;
  }

  /**
   * Adds a kernel of 5 parameters.
   *
   * @param <T1> type of parameter 1
   * @param <T2> type of parameter 2
   * @param <T3> type of parameter 3
   * @param <T4> type of parameter 4
   * @param <T5> type of parameter 5
   * @param id name of the task, unique in the graph
   * @param code the kernel
   * @param arg1 argument 1
   * @param arg2 argument 2
   * @param arg3 argument 3
   * @param arg4 argument 4
   * @param arg5 argument 5
   * @return this
   */
  @SuppressWarnings("unchecked")
  public <T1, T2, T3, T4, T5> TaskGraph task(
      String id, Task5<T1, T2, T3, T4, T5> code, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5) {
    graph.task(
        id,
        code,
        a -> code.apply((T1) a[0], (T2) a[1], (T3) a[2], (T4) a[3], (T5) a[4]),
        arg1,
        arg2,
        arg3,
        arg4,
        arg5);
    return this;
  }

  /**
   * Adds a kernel of 6 parameters.
   *
   * @param <T1> type of parameter 1
   * @param <T2> type of parameter 2
   * @param <T3> type of parameter 3
   * @param <T4> type of parameter 4
   * @param <T5> type of parameter 5
   * @param <T6> type of parameter 6
   * @param id name of the task, unique in the graph
   * @param code the kernel
   * @param arg1 argument 1
   * @param arg2 argument 2
   * @param arg3 argument 3
   * @param arg4 argument 4
   * @param arg5 argument 5
   * @param arg6 argument 6
   * @return this
   */
  @SuppressWarnings("unchecked")
  public <T1, T2, T3, T4, T5, T6> TaskGraph task(
      String id,
      Task6<T1, T2, T3, T4, T5, T6> code,
      T1 arg1,
      T2 arg2,
      T3 arg3,
      T4 arg4,
      T5 arg5,
      T6 arg6) {
    graph.task(
        id,
        code,
        a -> code.apply((T1) a[0], (T2) a[1], (T3) a[2], (T4) a[3], (T5) a[4], (T6) a[5]),
        arg1,
        arg2,
        arg3,
        arg4,
        arg5,
        arg6);
    return this;
  }

  /**
   * Adds a kernel of 7 parameters.
   *
   * @param <T1> type of parameter 1
   * @param <T2> type of parameter 2
   * @param <T3> type of parameter 3
   * @param <T4> type of parameter 4
   * @param <T5> type of parameter 5
   * @param <T6> type of parameter 6
   * @param <T7> type of parameter 7
   * @param id name of the task, unique in the graph
   * @param code the kernel
   * @param arg1 argument 1
   * @param arg2 argument 2
   * @param arg3 argument 3
   * @param arg4 argument 4
   * @param arg5 argument 5
   * @param arg6 argument 6
   * @param arg7 argument 7
   * @return this
   */
  @SuppressWarnings("unchecked")
  public <T1, T2, T3, T4, T5, T6, T7> TaskGraph task(
      String id,
      Task7<T1, T2, T3, T4, T5, T6, T7> code,
      T1 arg1,
      T2 arg2,
      T3 arg3,
      T4 arg4,
      T5 arg5,
      T6 arg6,
      T7 arg7) {
    graph.task(
        id,
        code,
        a ->
            code.apply((T1) a[0], (T2) a[1], (T3) a[2], (T4) a[3], (T5) a[4], (T6) a[5], (T7) a[6]),
        arg1,
        arg2,
        arg3,
        arg4,
        arg5,
        arg6,
        arg7);
    return this;
  }

  /**
   * Adds a kernel of 8 parameters.
   *
   * @param <T1> type of parameter 1
   * @param <T2> type of parameter 2
   * @param <T3> type of parameter 3
   * @param <T4> type of parameter 4
   * @param <T5> type of parameter 5
   * @param <T6> type of parameter 6
   * @param <T7> type of parameter 7
   * @param <T8> type of parameter 8
   * @param id name of the task, unique in the graph
   * @param code the kernel
   * @param arg1 argument 1
   * @param arg2 argument 2
   * @param arg3 argument 3
   * @param arg4 argument 4
   * @param arg5 argument 5
   * @param arg6 argument 6
   * @param arg7 argument 7
   * @param arg8 argument 8
   * @return this
   */
  @SuppressWarnings("unchecked")
  public <T1, T2, T3, T4, T5, T6, T7, T8> TaskGraph task(
      String id,
      Task8<T1, T2, T3, T4, T5, T6, T7, T8> code,
      T1 arg1,
      T2 arg2,
      T3 arg3,
      T4 arg4,
      T5 arg5,
      T6 arg6,
      T7 arg7,
      T8 arg8) {
    graph.task(
        id,
        code,
        a ->
            code.apply(
                (T1) a[0], (T2) a[1], (T3) a[2], (T4) a[3], (T5) a[4], (T6) a[5], (T7) a[6],
                (T8) a[7]),
        arg1,
        arg2,
        arg3,
        arg4,
        arg5,
        arg6,
        arg7,
        arg8);
    return this;
  }

  /**
   * Adds a kernel of 9 parameters.
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
   * @param id name of the task, unique in the graph
   * @param code the kernel
   * @param arg1 argument 1
   * @param arg2 argument 2
   * @param arg3 argument 3
   * @param arg4 argument 4
   * @param arg5 argument 5
   * @param arg6 argument 6
   * @param arg7 argument 7
   * @param arg8 argument 8
   * @param arg9 argument 9
   * @return this
   */
  @SuppressWarnings("unchecked")
  public <T1, T2, T3, T4, T5, T6, T7, T8, T9> TaskGraph task(
      String id,
      Task9<T1, T2, T3, T4, T5, T6, T7, T8, T9> code,
      T1 arg1,
      T2 arg2,
      T3 arg3,
      T4 arg4,
      T5 arg5,
      T6 arg6,
      T7 arg7,
      T8 arg8,
      T9 arg9) {
    graph.task(
        id,
        code,
        a ->
            code.apply(
                (T1) a[0], (T2) a[1], (T3) a[2], (T4) a[3], (T5) a[4], (T6) a[5], (T7) a[6],
                (T8) a[7], (T9) a[8]),
        arg1,
        arg2,
        arg3,
        arg4,
        arg5,
        arg6,
        arg7,
        arg8,
        arg9);
    return this;
  }

  /**
   * Adds a kernel of 10 parameters.
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
   * @param id name of the task, unique in the graph
   * @param code the kernel
   * @param arg1 argument 1
   * @param arg2 argument 2
   * @param arg3 argument 3
   * @param arg4 argument 4
   * @param arg5 argument 5
   * @param arg6 argument 6
   * @param arg7 argument 7
   * @param arg8 argument 8
   * @param arg9 argument 9
   * @param arg10 argument 10
   * @return this
   */
  @SuppressWarnings("unchecked")
  public <T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> TaskGraph task(
      String id,
      Task10<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> code,
      T1 arg1,
      T2 arg2,
      T3 arg3,
      T4 arg4,
      T5 arg5,
      T6 arg6,
      T7 arg7,
      T8 arg8,
      T9 arg9,
      T10 arg10) {
    graph.task(
        id,
        code,
        a ->
            code.apply(
                (T1) a[0],
                (T2) a[1],
                (T3) a[2],
                (T4) a[3],
                (T5) a[4],
                (T6) a[5],
                (T7) a[6],
                (T8) a[7],
                (T9) a[8],
                (T10) a[9]),
        arg1,
        arg2,
        arg3,
        arg4,
        arg5,
        arg6,
        arg7,
        arg8,
        arg9,
        arg10);
    return this;
  }
}
