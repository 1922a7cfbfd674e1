package dev.activations.tornado;

import dev.activations.tornado.Program.Operand;
import org.jspecify.annotations.Nullable;

/** Compiles the plans of a device, which their first execution does. */
final class PlanCompiler {
  /** Building a graph and compiling it use tables that all of TornadoVM shares, unguarded. */
  private static final Object COMPILER = new Object();

  private final Device device;
  private CompilerFlags flags;
  private boolean exactFlagsWork;
  private volatile long compilations;

  PlanCompiler(Device device, CompilerFlags flags) {
    this.device = device;
    this.flags = flags;
  }

  /** How many plans were compiled so far. */
  long compilations() {
    return compilations;
  }

  /** Compiles and executes. A driver that refuses the flags gets weaker ones from then on. */
  void compile(CompiledPlan plan, Call call, int rows, @Nullable Profiler profiler) {
    synchronized (COMPILER) {
      compilations++;
      try {
        plan.compile(device, flags, call.parameters());
        plan.execute(rows, call.columns(Operand.X), call.parameters(), profiler);
      } catch (RuntimeException refused) {
        if (flags != CompilerFlags.EXACT
            || !device.isOpenCl()
            || exactFlagsWork
            || DeviceMemoryException.isMeant(refused)) {
          throw refused;
        }
        compileWeaker(plan, call, rows, profiler, refused);
        flags = CompilerFlags.PRECISE;
      }
      exactFlagsWork = flags == CompilerFlags.EXACT;
    }
  }

  private void compileWeaker(
      CompiledPlan plan,
      Call call,
      int rows,
      @Nullable Profiler profiler,
      RuntimeException refused) {
    try {
      plan.release();
      plan.compile(device, CompilerFlags.PRECISE, call.parameters());
      plan.execute(rows, call.columns(Operand.X), call.parameters(), profiler);
    } catch (RuntimeException again) {
      refused.addSuppressed(again);
      throw refused;
    }
  }
}
