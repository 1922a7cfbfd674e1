package dev.activations.tornado;

import dev.activations.tornado.kernels.ChunkKernels;
import dev.activations.tornado.kernels.RowLayout;
import java.nio.FloatBuffer;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.TaskGraph;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;

/**
 * What is compiled: tasks over operands, without sizes and parameters, which are data. Two programs
 * with one key are the same.
 *
 * @param key the names of the tasks
 * @param tasks run one after the other
 */
record Program(String key, List<Task> tasks) {
  /** The operands of a program. */
  enum Operand {
    /** The input of the forward, or what a backward saved. */
    X,
    /** The gradient of the output, of a backward. */
    DY,
    /** Values between the steps, which never leave the device. */
    VALUE,
    /** Of rows in chunks, the sums of the chunks. */
    PARTIALS,
    /** Of rows in chunks, the sums of the rows. */
    SUMS,
    /** The result. */
    OUT;

    /** Whether it never leaves the device, so that no tensor stands behind it. */
    boolean staysOnDevice() {
      return this == VALUE || this == PARTIALS || this == SUMS;
    }

    /** The elements of one that stays on the device. */
    int capacity(int sizeOfX) {
      return switch (this) {
        case PARTIALS -> RowLayout.MOST_CHUNKS * ChunkKernels.PARTIAL;
        case SUMS -> RowLayout.MOST_ROWS * ChunkKernels.VALUES;
        default -> sizeOfX;
      };
    }
  }

  /** Puts a kernel into a task graph. */
  interface Kernel {
    void addTo(
        TaskGraph graph,
        String id,
        KernelContext context,
        IntArray shape,
        FloatArray parameters,
        FloatArray... operands);
  }

  /**
   * One kernel.
   *
   * @param step whose parameters it takes
   * @param launch its work-items
   * @param narrow whether its rows have one element, after logsumexp
   * @param kernel puts it into a graph
   * @param operands what it works on
   */
  record Task(int step, Launch launch, boolean narrow, Kernel kernel, List<Operand> operands) {}

  /** The operands that it uses. */
  Set<Operand> operands() {
    Set<Operand> used = EnumSet.noneOf(Operand.class);
    for (Task task : tasks) {
      used.addAll(task.operands());
    }
    return used;
  }

  /** Whether a block of it must hold whole rows. */
  boolean worksOnRows() {
    return tasks.stream().anyMatch(task -> task.launch() != Launch.ELEMENTS);
  }

  /**
   * Where the operands of a call lie: in arrays of TornadoVM, which a plan can be bound to, or in
   * those of a caller, which are copied in and out.
   */
  static final class Arrays {
    private final Map<Operand, FloatArray> arrays = new EnumMap<>(Operand.class);
    private final Map<Operand, FloatBuffer> wrapped = new EnumMap<>(Operand.class);

    void put(Operand operand, FloatArray array) {
      arrays.put(operand, array);
    }

    void put(Operand operand, FloatBuffer elements) {
      wrapped.put(operand, elements);
    }

    boolean has(Operand operand) {
      return arrays.containsKey(operand) || wrapped.containsKey(operand);
    }

    /** Whether all of them are arrays of TornadoVM. */
    boolean canBeBound() {
      return wrapped.isEmpty();
    }

    /** Copies some elements of an operand to the start of an array. */
    void copyOut(Operand operand, int from, int count, FloatArray target) {
      FloatBuffer elements = wrapped.get(operand);
      if (elements == null) {
        HostArrays.copy(get(operand), from, target, 0, count);
      } else {
        HostArrays.copyIn(part(elements, from, count), target, 0);
      }
    }

    /** Sets some elements of an operand from the start of an array. */
    void copyIn(Operand operand, int from, int count, FloatArray source) {
      FloatBuffer elements = wrapped.get(operand);
      if (elements == null) {
        HostArrays.copy(source, 0, get(operand), from, count);
      } else {
        HostArrays.copyOut(source, 0, part(elements, from, count), count);
      }
    }

    private static FloatBuffer part(FloatBuffer elements, int from, int count) {
      FloatBuffer part = elements.duplicate();
      part.limit(from + count).position(from);
      return part;
    }

    FloatArray get(Operand operand) {
      FloatArray array = arrays.get(operand);
      if (array == null) {
        throw new IllegalStateException("operand " + operand + " is bound to no array");
      }
      return array;
    }
  }
}
