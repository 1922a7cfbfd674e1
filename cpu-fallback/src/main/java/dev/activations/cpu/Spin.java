package dev.activations.cpu;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** Tells the processor that a thread is looking for something: Java 9's Thread.onSpinWait. */
final class Spin {
  private static final @Nullable MethodHandle ON_SPIN_WAIT = find();

  private Spin() {}

  private static @Nullable MethodHandle find() {
    try {
      return MethodHandles.publicLookup()
          .findStatic(Thread.class, "onSpinWait", MethodType.methodType(void.class));
    } catch (ReflectiveOperationException beforeJava9) {
      return null;
    }
  }

  static void pause() {
    MethodHandle pause = ON_SPIN_WAIT;
    if (pause != null) {
      try {
        pause.invokeExact();
      } catch (Throwable impossible) {
        // A method handle declares everything; onSpinWait throws nothing.
        throw new AssertionError(impossible);
      }
    }
  }
}
