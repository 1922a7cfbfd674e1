package dev.activations.simulator;

import org.jspecify.annotations.Nullable;
import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;
import uk.ac.manchester.tornado.api.types.arrays.TornadoNativeArray;

/**
 * The way from here into classes of the API. They may have no public member that TornadoVM's lack,
 * so each registers what the simulator needs when it is initialized.
 */
public final class ApiAccess {
  private static volatile @Nullable Contexts contexts;
  private static volatile @Nullable Arrays<FloatArray> floats;
  private static volatile @Nullable Arrays<IntArray> ints;

  private ApiAccess() {}

  /** Makes contexts of work-items. */
  @FunctionalInterface
  public interface Contexts {
    /**
     * A context.
     *
     * @param item its work-item
     * @param global id among all work-items
     * @param group id of the group
     * @param local id in the group
     * @param globalSize work-items in all
     * @param localSize work-items of a group
     * @param otherSizes all sizes in other dimensions
     * @return the context
     */
    KernelContext create(
        WorkItem item,
        Integer global,
        Integer group,
        Integer local,
        Integer globalSize,
        Integer localSize,
        Integer otherSizes);
  }

  /**
   * What only the class of an array can do.
   *
   * @param <A> the class
   */
  public interface Arrays<A> {
    /**
     * An array of the device.
     *
     * @param values its elements, a Java array
     * @param cells what watches them
     * @return the array
     */
    A onDevice(Object values, Cells cells);

    /**
     * What watches the elements of an array.
     *
     * @param array the array
     * @return its cells
     */
    Cells cells(A array);
  }

  /**
   * Called by the class of contexts.
   *
   * @param factory makes them
   */
  public static void setContexts(Contexts factory) {
    contexts = factory;
  }

  /**
   * Called by the class of float arrays.
   *
   * @param access to it
   */
  public static void setFloats(Arrays<FloatArray> access) {
    floats = access;
  }

  /**
   * Called by the class of int arrays.
   *
   * @param access to it
   */
  public static void setInts(Arrays<IntArray> access) {
    ints = access;
  }

  static Contexts contexts() {
    return initialized(contexts);
  }

  static Cells cells(TornadoNativeArray array) {
    return array instanceof FloatArray floatArray
        ? initialized(floats).cells(floatArray)
        : initialized(ints).cells((IntArray) array);
  }

  static TornadoNativeArray onDevice(Object values, Cells cells) {
    return values instanceof float[]
        ? initialized(floats).onDevice(values, cells)
        : initialized(ints).onDevice(values, cells);
  }

  private static <T> T initialized(@Nullable T access) {
    if (access == null) {
      throw new IllegalStateException("the class has no instance yet");
    }
    return access;
  }
}
