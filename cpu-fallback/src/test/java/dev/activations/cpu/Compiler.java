package dev.activations.cpu;

import java.lang.management.ManagementFactory;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/** What the compilers of this JVM do, as {@code jcmd Compiler.queue} says. */
final class Compiler {
  private static final Pattern IDLE =
      Pattern.compile(
          "Current compiles:\\s*C1 compile queue:\\s*Empty\\s*C2 compile queue:\\s*Empty\\s*");

  private Compiler() {}

  /** Whether nothing is being compiled, and nothing waits to be. */
  static boolean isIdle() {
    try {
      Object queue =
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "compilerQueue",
                  new Object[0],
                  new String[0]);
      return IDLE.matcher(String.valueOf(queue)).matches();
    } catch (JMException unknown) {
      throw new IllegalStateException("this JVM tells nothing of its compilers", unknown);
    }
  }
}
