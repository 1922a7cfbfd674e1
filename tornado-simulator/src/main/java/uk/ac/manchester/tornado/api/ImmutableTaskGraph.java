package uk.ac.manchester.tornado.api;

import dev.activations.simulator.Graph;

/** A complete task graph. */
public class ImmutableTaskGraph {
  private final Graph graph;

  ImmutableTaskGraph(Graph graph) {
    this.graph = graph;
  }

  Graph graph() {
    return graph;
  }
}
