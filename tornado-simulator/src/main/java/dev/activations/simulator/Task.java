package dev.activations.simulator;

import uk.ac.manchester.tornado.api.KernelContext;

/** A task of a graph, and what was learned of its kernel since the plan was made. */
final class Task {
  private final String id;
  private final String name;
  private final Graph.Body body;
  private final Object[] arguments;

  /** The kernel, once it was seen running. */
  String kernel = "";

  /** Whether its work-items were seen in a barrier. */
  boolean hasBarriers;

  Task(String id, String name, Graph.Body body, Object[] arguments) {
    this.id = id;
    this.name = name;
    this.body = body;
    this.arguments = arguments;
  }

  String id() {
    return id;
  }

  /** Graph and id, as in a grid scheduler. */
  String name() {
    return name;
  }

  Graph.Body body() {
    return body;
  }

  Object[] arguments() {
    return arguments;
  }

  /** Whether it runs per work-item rather than as a loop. */
  boolean hasContext() {
    for (Object argument : arguments) {
      if (argument instanceof KernelContext) {
        return true;
      }
    }
    return false;
  }
}
