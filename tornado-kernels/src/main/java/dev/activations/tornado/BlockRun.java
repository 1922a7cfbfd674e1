package dev.activations.tornado;

import dev.activations.BackendException;
import java.util.Locale;

/** One call on a device: at once, or in blocks where it does not fit. */
final class BlockRun {
  /** How often a call waits for memory that others use, before it takes smaller blocks. */
  private static final int MOST_WAITS = 8;

  private final DeviceSession session;
  private final BoundProgram call;
  private final Program.Arrays arrays;

  BlockRun(DeviceSession session, BoundProgram given, Program.Arrays arrays) {
    this.session = session;
    this.call = given.program().worksOnRows() ? given : given.flat();
    this.arrays = arrays;
  }

  /** All at once where that fits, otherwise in blocks, which shrink while memory runs out. */
  void run() {
    Blocks.check(call);
    int done = 0;
    int waits = 0;
    try {
      while (done < call.rows()) {
        int block = Math.min(Blocks.rows(call, session.blockElements()), call.rows() - done);
        try {
          if (block == call.rows()) {
            session.run(call, arrays);
          } else {
            session.run(call, arrays, done, block);
          }
          done += block;
        } catch (DeviceMemoryException full) {
          waits++;
          if (waits > MOST_WAITS || !session.makeRoom()) {
            shrink(block, full);
          }
        }
      }
    } catch (BackendException failure) {
      throw done == 0 ? failure : partly(failure, done);
    }
  }

  private BackendException partly(BackendException failure, int done) {
    return new BackendException(
        String.format(
            Locale.ROOT,
            "%s; the call went through in blocks, of which the first %d of %d %s are written",
            failure.getMessage(),
            done,
            call.rows(),
            call.program().worksOnRows() ? "rows" : "elements"),
        failure.getCause());
  }

  private void shrink(int block, DeviceMemoryException full) {
    if (block == 1) {
      throw new BackendException(
          String.format(
              Locale.ROOT,
              "%s: %s needs %d MiB at a time, for %s and its result; TornadoVM may use %d MiB of the"
                  + " device (-Dtornado.device.memory, such as 8GB) and the JVM %d MiB outside its"
                  + " heap (-XX:MaxDirectMemorySize): raise what is too small, or use the CPU: %s",
              session.device(),
              call.words(),
              (full.bytes() >> 20) + 1,
              call.widestColumns() == 1 ? "one element" : "one row of " + call.columns(),
              session.device().memory() >> 20,
              Runtime.getRuntime().maxMemory() >> 20,
              Failure.text(full)),
          full.getCause());
    }
    session.shrinkBlocks(Math.max(1, block / 2 * call.widestColumns()));
  }
}
