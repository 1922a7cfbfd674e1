package uk.ac.manchester.tornado.api;

import dev.activations.simulator.ApiAccess;
import dev.activations.simulator.WorkItem;

/** What a kernel knows of its work-item. Outside of a launch all ids are 0, as in TornadoVM. */
public class KernelContext {
  static {
    ApiAccess.setContexts(KernelContext::new);
  }

  /** Id among all work-items. */
  public final Integer globalIdx;

  /** Id in the second dimension. */
  public final Integer globalIdy;

  /** Id in the third dimension. */
  public final Integer globalIdz;

  /** Id of the work-group. */
  public final Integer groupIdx;

  /** Group in the second dimension. */
  public final Integer groupIdy;

  /** Group in the third dimension. */
  public final Integer groupIdz;

  /** Id among the work-items of the group. */
  public final Integer localIdx;

  /** Local id in the second dimension. */
  public final Integer localIdy;

  /** Local id in the third dimension. */
  public final Integer localIdz;

  /** All work-items. */
  public final Integer globalGroupSizeX;

  /** Work-items in the second dimension. */
  public final Integer globalGroupSizeY;

  /** Work-items in the third dimension. */
  public final Integer globalGroupSizeZ;

  /** Work-items of the group. */
  public final Integer localGroupSizeX;

  /** Work-items of the group in the second dimension. */
  public final Integer localGroupSizeY;

  /** Work-items of the group in the third dimension. */
  public final Integer localGroupSizeZ;

  private final WorkItem item;

  /** What a program passes to a task; the kernel gets a context of its own for each work-item. */
  public KernelContext() {
    this(null, 0, 0, 0, 0, 0, 0);
  }

  private KernelContext(
      WorkItem item,
      Integer global,
      Integer group,
      Integer local,
      Integer globalSize,
      Integer localSize,
      Integer otherSizes) {
    this.item = item;
    globalIdx = global;
    groupIdx = group;
    localIdx = local;
    globalGroupSizeX = globalSize;
    localGroupSizeX = localSize;
    globalIdy = 0;
    globalIdz = 0;
    groupIdy = 0;
    groupIdz = 0;
    localIdy = 0;
    localIdz = 0;
    globalGroupSizeY = otherSizes;
    globalGroupSizeZ = otherSizes;
    localGroupSizeY = otherSizes;
    localGroupSizeZ = otherSizes;
  }

  /** Waits for all work-items of the group. */
  public void localBarrier() {
    if (item != null) {
      item.barrier();
    }
  }

  /** Waits for all work-items of the group; in spite of its name, for no other. */
  public void globalBarrier() {
    localBarrier();
  }

  /**
   * Memory that the group shares.
   *
   * @param size its elements
   * @return the array, the same for all work-items of the group
   */
  public int[] allocateIntLocalArray(int size) {
    return item == null ? new int[size] : item.localInts(size);
  }

  /**
   * Memory that the group shares.
   *
   * @param size its elements
   * @return the array, the same for all work-items of the group
   */
  public float[] allocateFloatLocalArray(int size) {
    return item == null ? new float[size] : item.localFloats(size);
  }
}
