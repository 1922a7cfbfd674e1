package dev.activations.cpu;

import dev.activations.cpu.kernels.KernelLibrary;
import dev.activations.cpu.kernels.WidthLoader;
import org.jspecify.annotations.Nullable;

/**
 * The loops over vectors in each width that is worth trying, the widest first. All give the same
 * bits. Narrower ones are loaded when a kernel is slow, or allocates, with the widest.
 */
final class Widths {
  /** Half of this is slower than plain loops. */
  private static final int NARROWEST = 128;

  private final KernelLibrary widest;
  private final int bits;
  private final @Nullable KernelLibrary[] libraries;

  Widths(KernelLibrary widest, int bits) {
    this.widest = widest;
    this.bits = bits;
    int count = 1;
    while (bits >> count >= NARROWEST) {
      count++;
    }
    libraries = new KernelLibrary[count];
    libraries[0] = widest;
  }

  int count() {
    return libraries.length;
  }

  int bits(int index) {
    return bits >> index;
  }

  /** Vectors of the width of an index. */
  KernelLibrary library(int index) {
    KernelLibrary library = libraries[index];
    return library == null ? load(index) : library;
  }

  private synchronized KernelLibrary load(int index) {
    KernelLibrary library = libraries[index];
    if (library == null) {
      Class<?> type = widest.getClass();
      try {
        library =
            Class.forName(type.getName(), true, new WidthLoader(type, bits(index)))
                .asSubclass(KernelLibrary.class)
                .getDeclaredConstructor()
                .newInstance();
      } catch (ReflectiveOperationException broken) {
        throw new LinkageError(type.getName() + " cannot be loaded once more", broken);
      }
      libraries[index] = library;
    }
    return library;
  }
}
