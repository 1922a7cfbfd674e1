package dev.activations.simulator;

import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;

/**
 * The storage of host arrays, for bulk copies. It stands for the memory segments of TornadoVM's
 * arrays, which Java 17 does not have.
 *
 * <p>Elements of which the device holds newer values are poison in a view: NaN, or the least int.
 */
public final class HostMemory {
  private HostMemory() {}

  /**
   * A live view of an array. Take a new one for each copy.
   *
   * @param array on the host
   * @return its elements
   */
  public static FloatBuffer buffer(FloatArray array) {
    return FloatBuffer.wrap((float[]) view(ApiAccess.cells(array)));
  }

  /**
   * A live view of an array. Take a new one for each copy.
   *
   * @param array on the host
   * @return its elements
   */
  public static IntBuffer buffer(IntArray array) {
    return IntBuffer.wrap((int[]) view(ApiAccess.cells(array)));
  }

  private static Object view(Cells cells) {
    if (!(cells instanceof HostCells host)) {
      throw new SimulationError("a kernel asked for host memory: it can reach its arrays only");
    }
    host.view();
    return host.values();
  }
}
