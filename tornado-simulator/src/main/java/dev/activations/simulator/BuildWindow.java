package dev.activations.simulator;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * Who builds or compiles a graph now. TornadoVM does both with tables that all threads share and
 * nothing guards, from the first task of a graph to its snapshot and while it is compiled.
 */
final class BuildWindow {
  private static @Nullable Thread builder;
  private static WeakReference<Object> building = new WeakReference<>(null);
  private static String doing = "";

  private BuildWindow() {}

  static synchronized void enter(Object owner, String what) {
    Thread me = Thread.currentThread();
    // A graph that was dropped half built blocks nobody once it is collected.
    if (builder != null && builder != me && builder.isAlive() && building.get() != null) {
      throw new SimulationError(
          "thread "
              + me.getName()
              + " "
              + what
              + " while thread "
              + builder.getName()
              + " "
              + doing
              + ": TornadoVM's compiler is not safe for that; use one lock around building graphs"
              + " and first executions");
    }
    builder = me;
    building = new WeakReference<>(owner);
    doing = what;
  }

  static synchronized void exit(Object owner) {
    if (building.get() == owner) {
      builder = null;
      building = new WeakReference<>(null);
    }
  }
}
