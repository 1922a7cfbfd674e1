package dev.activations.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.Backends;
import dev.activations.Tensor;
import java.io.File;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The CPU backend that nobody closes. */
class SharedBackendTest {
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  @Test
  void itIsOneAndIsNeverClosed() {
    Backend cpu = Backends.cpu();
    cpu.close();
    float[] values = {-1, 2};
    try (Tensor x = cpu.wrap(values, 1, 2)) {
      cpu.forward(Activation.RELU, x, x);
    }
    assertThat(values).containsExactly(0, 2);
    assertThat(Backends.cpu()).isSameAs(cpu);
    assertThat(cpu.name()).isEqualTo("cpu");
    assertThat(cpu.allocate(1, 1).toArray()).containsExactly(0);
  }

  @Test
  void oneThatIsOpenedIsAnother() {
    try (Backend own = Backends.open("cpu")) {
      assertThat(own).isNotSameAs(Backends.cpu());
    }
  }

  /** A program in a container uses it, and goes away: nothing keeps its class loader. */
  @Test
  void itKeepsNoClassLoader() throws Exception {
    WeakReference<ClassLoader> gone = usedAndForgotten();
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (gone.get() != null && System.nanoTime() < deadline) {
      System.gc();
      Thread.sleep(100); // Its threads end after some seconds.
    }
    assertThat(gone.get()).isNull();
  }

  private static WeakReference<ClassLoader> usedAndForgotten() throws Exception {
    List<URL> path = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      path.add(new File(entry).toURI().toURL());
    }
    ClassLoader own = new URLClassLoader(path.toArray(new URL[0]), null);
    Class<?> program = Class.forName(Program.class.getName(), true, own);
    assertThat(program).isNotSameAs(Program.class);
    Runnable run = (Runnable) program.getDeclaredConstructor().newInstance();
    run.run();
    ((URLClassLoader) own).close();
    return new WeakReference<>(own);
  }

  /** Loaded anew by a class loader of its own. */
  public static final class Program implements Runnable {
    /** Called by reflection. */
    public Program() {}

    @Override
    public void run() {
      Backend cpu = Backends.cpu();
      float[] values = new float[1 << 20];
      try (Tensor x = cpu.wrap(values, 1024, 1024)) {
        cpu.softmax(x, x);
        cpu.instruments().settle();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      if (values[7] != 0x1p-10f) {
        throw new AssertionError(String.valueOf(values[7]));
      }
    }
  }
}
