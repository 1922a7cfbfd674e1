package dev.activations.tornado;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/**
 * Arrays that closed tensors left. TornadoVM frees arrays by garbage collection only, and plans are
 * bound to the arrays that they were compiled with: a program that allocates and closes tensors in
 * a loop gets the same arrays again, hence the same plan without a copy.
 */
final class ArrayPool {
  private final long mostElements;
  private final Map<Integer, Deque<FloatArray>> free = new HashMap<>();
  private long elements;

  /** A pool that keeps at most so many elements. */
  ArrayPool(long mostElements) {
    this.mostElements = mostElements;
  }

  /** An array of a capacity, the one given back last if there is one. Its elements are anything. */
  FloatArray take(int capacity) {
    synchronized (this) {
      Deque<FloatArray> arrays = free.get(capacity);
      if (arrays != null && !arrays.isEmpty()) {
        elements -= capacity;
        return arrays.pop();
      }
    }
    return new FloatArray(capacity);
  }

  synchronized void give(FloatArray array) {
    int capacity = array.getSize();
    if (elements + capacity > mostElements) {
      return;
    }
    elements += capacity;
    free.computeIfAbsent(capacity, size -> new ArrayDeque<>()).push(array);
  }

  synchronized void clear() {
    free.clear();
    elements = 0;
  }
}
