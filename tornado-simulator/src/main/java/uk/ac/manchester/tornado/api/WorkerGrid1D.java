package uk.ac.manchester.tornado.api;

/** A grid of one dimension. */
public class WorkerGrid1D extends AbstractWorkerGrid {
  /** How many dimensions it has. */
  public static final int DIM = 1;

  /**
   * A grid without a local size.
   *
   * @param x how many work-items
   */
  public WorkerGrid1D(int x) {
    super(x, 1, 1);
  }

  @Override
  public int dimension() {
    return DIM;
  }
}
