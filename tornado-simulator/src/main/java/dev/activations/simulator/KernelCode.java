package dev.activations.simulator;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be seen of a kernel: before it runs the function object, and while it runs its stack.
 */
final class KernelCode {
  private static final StackWalker WALKER = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);
  private static final String API = "uk.ac.manchester.tornado.api";
  private static final String ENGINE = KernelCode.class.getPackageName();

  private KernelCode() {}

  /** Refuses what TornadoVM cannot take for a kernel. */
  static void check(String task, Object code) {
    Class<?> type = code.getClass();
    if (!type.isHidden()) {
      throw new SimulationError(
          "task "
              + task
              + ": the kernel is an object of "
              + type.getName()
              + "; expected a reference to a static method");
    }
    for (Field field : type.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        throw new SimulationError(
            "task "
                + task
                + ": the kernel captures a "
                + field.getType().getName()
                + "; pass it as an argument of the task, and make the kernel a static method");
      }
    }
  }

  /** The methods of the program between the simulator's call of a kernel and the call out of it. */
  static List<StackFrame> frames() {
    return WALKER.walk(
        frames -> {
          List<StackFrame> program = new ArrayList<>();
          for (StackFrame frame : (Iterable<StackFrame>) frames::iterator) {
            String name = frame.getDeclaringClass().getPackageName();
            if (!name.startsWith(API) && !name.equals(ENGINE)) {
              program.add(frame);
            } else if (!program.isEmpty()) {
              break;
            }
          }
          return program;
        });
  }

  /** Where the program is, for a message; empty outside of a kernel. */
  static String position() {
    List<StackFrame> frames = frames();
    if (frames.isEmpty()) {
      return "";
    }
    StackFrame frame = frames.get(0);
    return " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")";
  }

  /** The kernel that runs now, null if none is on the stack. */
  static @Nullable StackFrame kernel() {
    List<StackFrame> frames = frames();
    return frames.isEmpty() ? null : frames.get(frames.size() - 1);
  }

  static String name(StackFrame kernel) {
    return kernel.getDeclaringClass().getSimpleName() + "." + kernel.getMethodName();
  }

  /** What is wrong with a kernel as a method, null if nothing. */
  static @Nullable String fault(StackFrame kernel) {
    String method = kernel.getMethodName();
    if (OpenClNames.isBuiltin(method)) {
      return "the kernel is named "
          + method
          + " like a built-in function of OpenCL, on which drivers crash; rename it";
    }
    try {
      int modifiers =
          kernel
              .getDeclaringClass()
              .getDeclaredMethod(method, kernel.getMethodType().parameterArray())
              .getModifiers();
      if (!Modifier.isStatic(modifiers)) {
        return "the kernel is an instance method; expected a static one";
      }
    } catch (NoSuchMethodException notAMethod) {
      return "the kernel is no method: " + method;
    }
    return null;
  }
}
