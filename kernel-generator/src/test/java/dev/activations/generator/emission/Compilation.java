package dev.activations.generator.emission;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiles generated sources in memory and loads them. The contracts that they are written for are
 * read from the sources of cpu-fallback, which is built after this module; its Activation, which
 * brings the whole catalogue, is replaced with one that has parameters and nothing else.
 */
final class Compilation extends ClassLoader {
  private static final Path ROOT = Path.of(System.getProperty("activations.root", ".."));
  private static final String CONTRACTS =
      String.join(
          System.getProperty("path.separator"),
          ROOT.resolve("cpu-fallback/src/main/java").toString(),
          ROOT.resolve("cpu-fallback/src/simd/java").toString());
  private static final String ACTIVATION =
      """
      package dev.activations;

      public final class Activation {
        private final double[] parameters;

        public Activation(double... parameters) {
          this.parameters = parameters;
        }

        public double parameter(int index) {
          return parameters[index];
        }
      }
      """;

  private final Map<String, ByteArrayOutputStream> classes;

  private Compilation(Map<String, ByteArrayOutputStream> classes) {
    super(Compilation.class.getClassLoader());
    this.classes = classes;
  }

  /** Sources by the full names of their classes. */
  static Compilation of(Map<String, String> sources, List<String> options) {
    Map<String, ByteArrayOutputStream> classes = new HashMap<>();
    List<JavaFileObject> files = new ArrayList<>();
    files.add(new Source("dev.activations.Activation", ACTIVATION));
    sources.forEach((name, text) -> files.add(new Source(name, text)));
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-proc:none", "-implicit:class", "-sourcepath", CONTRACTS));
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    JavaFileManager manager = new Memory(javac.getStandardFileManager(null, null, null), classes);
    if (!javac.getTask(messages, manager, null, all, null, files).call()) {
      throw new IllegalArgumentException("javac does not compile what is generated:\n" + messages);
    }
    return new Compilation(classes);
  }

  /** What was compiled here hides what is on the class path. */
  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!classes.containsKey(name)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    ByteArrayOutputStream bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes.toByteArray(), 0, bytes.size());
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("memory:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> classes;

    Memory(JavaFileManager manager, Map<String, ByteArrayOutputStream> classes) {
      super(manager);
      this.classes = classes;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("memory:///" + name), kind) {
        @Override
        public OutputStream openOutputStream() {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          classes.put(name, bytes);
          return bytes;
        }
      };
    }
  }
}
