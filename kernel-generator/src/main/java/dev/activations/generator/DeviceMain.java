package dev.activations.generator;

import dev.activations.catalogue.Catalogue;
import dev.activations.generator.emission.SourceFolder;
import dev.activations.generator.emission.device.DeviceKernels;
import dev.activations.generator.emission.device.ScalarFunctions;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes the kernels of the device backend; run by its build, once the scalar functions are
 * compiled.
 */
public final class DeviceMain {
  private static final String FUNCTIONS = "dev.activations.tornado.functions";

  private DeviceMain() {}

  /** The folder of the compiled classes, and the one for the sources. */
  public static void main(String[] args) throws IOException, ReflectiveOperationException {
    if (args.length != 2) {
      throw new IllegalArgumentException(
          "expected two arguments, the folder of the compiled classes and the one for the sources;"
              + " found "
              + args.length);
    }
    Path classes = Path.of(args[0]);
    URL[] path = {classes.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(path, DeviceMain.class.getClassLoader())) {
      List<Class<?>> types = types(classes.resolve(FUNCTIONS.replace('.', '/')), loader);
      new DeviceKernels(new SourceFolder(Path.of(args[1]))).write(Catalogue.functions(), types);
    }
  }

  /** The classes in a folder that have scalar functions. */
  private static List<Class<?>> types(Path folder, ClassLoader loader)
      throws IOException, ReflectiveOperationException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> file.toString().endsWith("Functions.class")).sorted().toList();
    }
    List<Class<?>> types = new ArrayList<>();
    for (Path file : files) {
      String name = file.getFileName().toString().replace(".class", "");
      Class<?> type = Class.forName(FUNCTIONS + "." + name, false, loader);
      if (ScalarFunctions.areIn(type)) {
        types.add(type);
      }
    }
    return types;
  }
}
