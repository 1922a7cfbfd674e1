package dev.activations.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Class loaders as Spark, application servers and plugin systems have them. */
class ClassLoaderTest {
  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();
  private static final ClassLoader OURS = ClassLoaderTest.class.getClassLoader();

  @TempDir Path folder;

  private List<Path> library;
  private List<Path> program;
  private List<Path> all;

  @BeforeEach
  void compile() throws IOException {
    library = Published.classPath();
    Path classes = folder.resolve("classes");
    Program.compile(folder, classes, "", "-cp", Program.path(library));
    program = List.of(classes);
    all = new ArrayList<>(library);
    all.addAll(program);
  }

  @Test
  void aParentThatDoesNotSeeUs() throws Exception {
    try (URLClassLoader child = new URLClassLoader(urls(all), PLATFORM)) {
      computes(child, child);
      computes(child, PLATFORM);
      computes(child, null);
    }
  }

  /** Spark's userClassPathFirst: the parent has another copy of the same classes. */
  @Test
  void theChildFirst() throws Exception {
    try (URLClassLoader child = new ChildFirst(urls(all), OURS)) {
      assertThat(child.loadClass("dev.activations.Backends").getClassLoader()).isSameAs(child);
      computes(child, child);
      computes(child, OURS);
      computes(child, null);
    }
  }

  /** Spark's own jars: the library in the parent, the program in the child. */
  @Test
  void theLibraryInTheParent() throws Exception {
    try (URLClassLoader parent = new URLClassLoader(urls(library), PLATFORM);
        URLClassLoader child = new URLClassLoader(urls(program), parent)) {
      computes(child, child);
      computes(child, parent);
      computes(child, null);
    }
  }

  /** The API where all see it, and the CPU where it does not look: one line says what to do. */
  @Test
  void theApiInTheParentOfTheCpu() throws Exception {
    List<Path> api = new ArrayList<>(library);
    api.removeIf(jar -> jar.getFileName().toString().matches("activations-(?!api).*"));
    List<Path> others = new ArrayList<>(all);
    others.removeAll(api);
    assertThat(others).hasSize(3);
    try (URLClassLoader parent = new URLClassLoader(urls(api), PLATFORM);
        URLClassLoader child = new URLClassLoader(urls(others), parent)) {
      assertThatThrownBy(() -> computes(child, child))
          .rootCause()
          .hasMessageStartingWith("cpu (pure Java): activations-cpu-fallback is not beside")
          .hasMessageContaining("put activations-cpu-fallback on the class path");
    }
  }

  /** Two programs in one JVM, each with a copy of its own, and both closed. */
  @Test
  void twoCopiesInOneJvm() throws Exception {
    try (URLClassLoader one = new URLClassLoader(urls(all), PLATFORM);
        URLClassLoader two = new ChildFirst(urls(all), one)) {
      computes(one, two);
      computes(two, one);
    }
  }

  /** A closure that an executor reads with the class loader of the program. */
  @Test
  void stepsThatArriveInTheCopyOfTheProgram() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(dev.activations.Pipeline.parse("relu,softmax:temperature=0.5"));
      out.writeObject(dev.activations.Activation.GELU_ERF);
    }
    try (URLClassLoader child = new ChildFirst(urls(all), OURS);
        ObjectInputStream in = new ReadWith(child, new ByteArrayInputStream(bytes.toByteArray()))) {
      Object pipeline = in.readObject();
      assertThat(pipeline).hasToString("relu,softmax:temperature=0.5");
      assertThat(pipeline.getClass().getClassLoader()).isSameAs(child);
      Class<?> activation = child.loadClass("dev.activations.Activation");
      assertThat(in.readObject()).isSameAs(activation.getField("GELU_ERF").get(null));
    }
  }

  private static void computes(ClassLoader program, ClassLoader context) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(context);
    try {
      Program.check((String) program.loadClass(Program.MAIN).getMethod("softmax").invoke(null));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static URL[] urls(List<Path> entries) throws MalformedURLException {
    URL[] urls = new URL[entries.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = entries.get(i).toUri().toURL();
    }
    return urls;
  }

  /** Loads its own classes before those of its parent. */
  private static final class ChildFirst extends URLClassLoader {
    ChildFirst(URL[] urls, ClassLoader parent) {
      super(urls, parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded == null && !name.startsWith("java.")) {
          try {
            loaded = findClass(name);
          } catch (ClassNotFoundException elsewhere) {
            loaded = null;
          }
        }
        return loaded == null ? super.loadClass(name, resolve) : loaded;
      }
    }
  }

  /** Finds the classes of a stream in one class loader. */
  private static final class ReadWith extends ObjectInputStream {
    private final ClassLoader loader;

    ReadWith(ClassLoader loader, InputStream stream) throws IOException {
      super(stream);
      this.loader = loader;
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass type) throws ClassNotFoundException {
      return Class.forName(type.getName(), false, loader);
    }
  }
}
