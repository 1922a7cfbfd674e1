package uk.ac.manchester.tornado.api;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which grid each task runs on. */
public class GridScheduler {
  private final Map<String, WorkerGrid> grids = new ConcurrentHashMap<>();

  /** No grid yet. */
  public GridScheduler() {}

  /**
   * The grid of one task.
   *
   * @param taskName graph.task
   * @param workerGrid its grid
   */
  public GridScheduler(String taskName, WorkerGrid workerGrid) {
    grids.put(taskName, workerGrid);
  }

  /**
   * Adds the grid of a task.
   *
   * @param taskName graph.task
   * @param workerGrid its grid
   */
  public void addWorkerGrid(String taskName, WorkerGrid workerGrid) {
    grids.put(taskName, workerGrid);
  }

  /**
   * The grid of a task.
   *
   * @param taskName graph.task
   * @return its grid, or null
   */
  public WorkerGrid get(String taskName) {
    return grids.get(taskName);
  }

  /**
   * Whether a task has a grid.
   *
   * @param taskScheduleName the graph
   * @param taskName the task
   * @return true if there is one
   */
  public boolean contains(String taskScheduleName, String taskName) {
    return grids.containsKey(taskScheduleName + "." + taskName);
  }

  /**
   * The tasks that have grids.
   *
   * @return their qualified names
   */
  public Set<String> keySet() {
    return grids.keySet();
  }
}
