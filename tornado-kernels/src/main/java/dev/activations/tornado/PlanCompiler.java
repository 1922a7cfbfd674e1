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

  /**
   * Compiles and executes; what fails is tried once more, since PoCL's compiler now and then loses
   * a temporary file within a JVM. A driver that refuses the flags gets weaker ones from then on.
   */
  void compile(CompiledPlan plan, BoundProgram call, int rows, @Nullable Profiler profiler) {
    synchronized (COMPILER) {
      compilations++;
      try {
        attempt(plan, call, rows, flags, profiler);
      } catch (RuntimeException first) {
        if (DeviceMemoryException.isMeant(first)) {
          throw first;
        }
        retry(plan, call, rows, profiler, first);
      }
      exactFlagsWork = flags == CompilerFlags.EXACT;
    }
  }

  private void attempt(
      CompiledPlan plan,
      BoundProgram call,
      int rows,
      CompilerFlags tried,
      @Nullable Profiler profiler) {
    plan.compile(device, tried, call.parameters());
    plan.execute(rows, call.columns(Operand.X), call.parameters(), profiler);
  }

  private void retry(
      CompiledPlan plan,
      BoundProgram call,
      int rows,
      @Nullable Profiler profiler,
      RuntimeException first) {
    boolean mayBeTheFlags = flags == CompilerFlags.EXACT && device.isOpenCl() && !exactFlagsWork;
    try {
      plan.release();
      attempt(plan, call, rows, flags, profiler);
    } catch (RuntimeException second) {
      first.addSuppressed(second);
      if (!mayBeTheFlags || DeviceMemoryException.isMeant(second)) {
        throw first;
      }
      try {
        plan.release();
        attempt(plan, call, rows, CompilerFlags.PRECISE, profiler);
      } catch (RuntimeException third) {
        first.addSuppressed(third);
        throw first;
      }
      flags = CompilerFlags.PRECISE;
    }
  }
}
