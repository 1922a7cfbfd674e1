package dev.activations.cpu.kernels;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;

/**
 * Loads the package of the vector loops once more, for vectors of another width: C2 compiles a loop
 * well for one width alone, which has to be a constant of its class.
 */
public final class WidthLoader extends ClassLoader {
  static {
    registerAsParallelCapable();
  }

  private final Class<?> library;
  private final String prefix;
  private final int bits;

  /**
   * A loader.
   *
   * @param library the class of the loops that is loaded for the widest vectors
   * @param bits the width of a vector
   */
  public WidthLoader(Class<?> library, int bits) {
    super(library.getClassLoader());
    this.library = library;
    this.bits = bits;
    String name = library.getName();
    prefix = name.substring(0, name.lastIndexOf('.') + 1);
    openTo(WidthLoader.class);
  }

  /**
   * The width that its classes are for.
   *
   * @return bits of a vector
   */
  public int bits() {
    return bits;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(prefix)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    byte[] code = read(name);
    return defineClass(name, code, 0, code.length, library.getProtectionDomain());
  }

  private byte[] read(String name) throws ClassNotFoundException {
    try (InputStream in = library.getResourceAsStream(name.substring(prefix.length()) + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name + " is missing: the jar is broken");
      }
      ByteArrayOutputStream code = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        code.write(buffer, 0, n);
      }
      return code.toByteArray();
    } catch (IOException unreadable) {
      throw new ClassNotFoundException(name + " cannot be read: " + unreadable, unreadable);
    }
  }

  /** Where classes are in modules: what a module keeps to itself is still the loops' own. */
  private void openTo(Class<?> contract) {
    try {
      Object module = Class.class.getMethod("getModule").invoke(contract);
      Object loops = ClassLoader.class.getMethod("getUnnamedModule").invoke(this);
      Class<?> type = module.getClass();
      String name = contract.getName();
      type.getMethod("addExports", String.class, type)
          .invoke(module, name.substring(0, name.lastIndexOf('.')), loops);
    } catch (NoSuchMethodException java8) {
      // There are no modules.
    } catch (IllegalAccessException | InvocationTargetException refused) {
      throw new LinkageError("the vector loops of " + bits + " bits cannot be loaded", refused);
    }
  }
}
