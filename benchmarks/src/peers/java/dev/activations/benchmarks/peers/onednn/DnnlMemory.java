package dev.activations.benchmarks.peers.onednn;

import org.bytedeco.dnnl.dnnl_engine;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/** A tensor in memory that oneDNN allocated, so aligned as it likes it. */
final class DnnlMemory implements AutoCloseable {
  /** DNNL_MEMORY_ALLOCATE of dnnl_types.h, which is a pointer and so has no constant in Java. */
  private static final class Allocate extends Pointer {
    Allocate() {
      address = -1;
    }
  }

  private final dnnl_memory memory = new dnnl_memory();

  DnnlMemory(dnnl_engine engine, dnnl_memory_desc layout) {
    Status.require(
        dnnl.dnnl_memory_create(memory, layout, engine, new Allocate()), "memory for a tensor");
  }

  dnnl_memory handle() {
    return memory;
  }

  void write(float[] values) {
    data().put(values);
  }

  void read(float[] values) {
    data().get(values);
  }

  private FloatPointer data() {
    try (PointerPointer<Pointer> address = new PointerPointer<>(1)) {
      Status.require(dnnl.dnnl_memory_get_data_handle(memory, address), "the address of a tensor");
      return new FloatPointer(address.get());
    }
  }

  @Override
  public void close() {
    dnnl.dnnl_memory_destroy(memory);
  }
}
