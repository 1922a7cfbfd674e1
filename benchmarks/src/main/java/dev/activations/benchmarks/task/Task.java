package dev.activations.benchmarks.task;

import dev.activations.measuring.work.Cell;
import dev.activations.measuring.work.Shape;
import dev.activations.measuring.work.Work;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A work on given operands, the same for all contenders: inputs are normal deviates of standard
 * deviation 2, gradients of standard deviation 1, both from a fixed seed.
 */
public final class Task {
  private static final long SEED = 20261123;

  private final Work work;
  private final Shape shape;
  private final int threads;
  private final float[] x;
  private final float[] dy;

  /**
   * Makes the operands of a work.
   *
   * @param work what is done
   * @param shape the shape of the input
   * @param threads with how many threads
   */
  public Task(Work work, Shape shape, int threads) {
    this.work = work;
    this.shape = shape;
    this.threads = threads;
    RandomGenerator random = new SplittableRandom(SEED);
    x = gaussian(random, shape.elements(), 2);
    dy = gaussian(random, cell().gradientElements(), 1);
  }

  private static float[] gaussian(RandomGenerator random, int elements, double deviation) {
    float[] values = new float[elements];
    for (int i = 0; i < elements; i++) {
      values[i] = (float) (random.nextGaussian() * deviation);
    }
    return values;
  }

  /**
   * What is done.
   *
   * @return the function and the direction
   */
  public Work work() {
    return work;
  }

  /**
   * The shape of the input.
   *
   * @return rows and columns
   */
  public Shape shape() {
    return shape;
  }

  /**
   * With how many threads.
   *
   * @return one or more
   */
  public int threads() {
    return threads;
  }

  /**
   * The input.
   *
   * @return all elements, not a copy: nobody writes it
   */
  public float[] x() {
    return x;
  }

  /**
   * The gradient of the output.
   *
   * @return all elements, not a copy; none unless the work is a backward
   */
  public float[] dy() {
    return dy;
  }

  /**
   * What is done, on which shape.
   *
   * @return the cell
   */
  public Cell cell() {
    return new Cell(work, shape);
  }

  /**
   * The columns that the forward gives.
   *
   * @return 1 for logsumexp, else as many as go in
   */
  public int forwardColumns() {
    return cell().forwardColumns();
  }

  /**
   * The number of elements of the result.
   *
   * @return those of the forward's output or, for the other directions, of its input
   */
  public int outputElements() {
    return shape.rows() * cell().outputColumns();
  }

  @Override
  public String toString() {
    return work + " on " + shape + " with " + threads + (threads == 1 ? " thread" : " threads");
  }
}
