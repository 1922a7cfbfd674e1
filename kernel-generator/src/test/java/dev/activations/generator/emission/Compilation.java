package dev.activations.generator.emission;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiles generated sources in memory and loads them. What they are written for is read from the
 * sources of the modules that are built after this one.
 */
public final class Compilation extends ClassLoader {
  private static final Path ROOT = Path.of(System.getProperty("activations.root", ".."));

  private final Map<String, ByteArrayOutputStream> classes;

  private Compilation(Map<String, ByteArrayOutputStream> classes) {
    super(Compilation.class.getClassLoader());
    this.classes = classes;
  }

  /**
   * Compiles.
   *
   * @param sources by the full names of their classes
   * @param options of javac
   * @param folders of further sources, below that of the project
   */
  public static Compilation of(
      Map<String, String> sources, List<String> options, List<String> folders) {
    Map<String, ByteArrayOutputStream> classes = new HashMap<>();
    List<JavaFileObject> files = new ArrayList<>();
    sources.forEach((name, text) -> files.add(new Source(name, text)));
    List<String> all = new ArrayList<>(options);
    String path =
        folders.stream()
            .map(folder -> ROOT.resolve(folder).toString())
            .collect(Collectors.joining(File.pathSeparator));
    all.addAll(List.of("-proc:none", "-implicit:class", "-sourcepath", path));
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    JavaFileManager manager = new Memory(javac.getStandardFileManager(null, null, null), classes);
    if (!javac.getTask(messages, manager, null, all, null, files).call()) {
      throw new IllegalArgumentException("javac does not compile what is generated:\n" + messages);
    }
    return new Compilation(classes);
  }

  /** The code of the classes, by their names. */
  public Map<String, byte[]> code() {
    Map<String, byte[]> code = new TreeMap<>();
    classes.forEach((name, bytes) -> code.put(name, bytes.toByteArray()));
    return code;
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
