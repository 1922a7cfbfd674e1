package dev.activations.simulator;

import java.util.ArrayList;
import java.util.List;
import uk.ac.manchester.tornado.api.enums.DataTransferMode;
import uk.ac.manchester.tornado.api.exceptions.TornadoRuntimeException;
import uk.ac.manchester.tornado.api.exceptions.TornadoTaskRuntimeException;
import uk.ac.manchester.tornado.api.types.arrays.TornadoNativeArray;

/** Tasks and transfers, in the order in which they were added. */
public final class Graph {
  /** A kernel, called with its arguments. */
  @FunctionalInterface
  public interface Body {
    /**
     * Runs the kernel.
     *
     * @param arguments one for each parameter
     */
    void run(Object[] arguments);
  }

  /** An array and when it is transferred. */
  record Transfer(TornadoNativeArray array, int mode) {}

  private final String name;
  private final List<Transfer> in;
  private final List<Transfer> out;
  private final List<Task> tasks;

  /**
   * An empty graph.
   *
   * @param name its name
   */
  public Graph(String name) {
    this(name, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Simulator.requireRuntime();
  }

  private Graph(String name, List<Transfer> in, List<Transfer> out, List<Task> tasks) {
    this.name = name;
    this.in = in;
    this.out = out;
    this.tasks = tasks;
  }

  /**
   * Its name.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  List<Transfer> in() {
    return in;
  }

  List<Transfer> out() {
    return out;
  }

  List<Task> tasks() {
    return tasks;
  }

  /**
   * Adds transfers to the device.
   *
   * @param mode when
   * @param objects the arrays
   */
  public void transferToDevice(int mode, Object... objects) {
    if (mode != DataTransferMode.FIRST_EXECUTION && mode != DataTransferMode.EVERY_EXECUTION) {
      throw new SimulationError(
          "graph " + name + ": transferToDevice in mode " + mode + " is not simulated");
    }
    for (Object object : objects) {
      if (!(object instanceof Number)) {
        in.add(new Transfer(array("transferToDevice", object), mode));
      }
    }
  }

  /**
   * Adds transfers to the host.
   *
   * @param mode when
   * @param objects the arrays
   */
  public void transferToHost(int mode, Object... objects) {
    for (Object object : objects) {
      if (object instanceof Number) {
        throw new TornadoRuntimeException("a number cannot be transferred to the host: " + object);
      }
      out.add(new Transfer(array("transferToHost", object), mode));
    }
  }

  /**
   * Adds arrays that stay on the device.
   *
   * @param objects the arrays
   */
  public void persistOnDevice(Object... objects) {
    // TornadoVM's own definition of the call.
    transferToHost(DataTransferMode.UNDER_DEMAND, objects);
  }

  /**
   * Adds a task.
   *
   * @param id its name in the graph
   * @param code the kernel as the program gave it
   * @param body calls the kernel
   * @param arguments its arguments
   */
  public void task(String id, Object code, Body body, Object... arguments) {
    BuildWindow.enter(this, "builds graph " + name);
    try {
      for (Task task : tasks) {
        if (task.id().equals(id)) {
          throw new TornadoTaskRuntimeException(
              "graph " + name + " has a task " + id + " already: choose another id");
        }
      }
      KernelCode.check(name + "." + id, code);
      tasks.add(new Task(id, name + "." + id, body, arguments));
    } catch (RuntimeException refused) {
      BuildWindow.exit(this);
      throw refused;
    }
  }

  /**
   * Completes the graph.
   *
   * @return a copy that later calls do not change
   */
  public Graph snapshot() {
    BuildWindow.exit(this);
    List<Task> copies = new ArrayList<>();
    for (Task task : tasks) {
      copies.add(new Task(task.id(), task.name(), task.body(), task.arguments()));
    }
    return new Graph(name, List.copyOf(in), List.copyOf(out), copies);
  }

  private TornadoNativeArray array(String call, Object object) {
    if (object instanceof TornadoNativeArray array) {
      return array;
    }
    if (object == null) {
      throw new TornadoRuntimeException("graph " + name + ": null in " + call);
    }
    throw new SimulationError(
        "graph "
            + name
            + ": "
            + call
            + " of a "
            + object.getClass().getName()
            + " is not simulated; expected FloatArray or IntArray");
  }
}
