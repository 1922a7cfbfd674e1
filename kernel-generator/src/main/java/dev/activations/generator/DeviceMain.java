package dev.activations.generator;

import dev.activations.catalogue.Catalogue;
import dev.activations.generator.emission.SourceFolder;
import dev.activations.generator.emission.device.DeviceKernels;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/**
 * Writes the kernels of the device backend; run by its build, once the scalar functions are
 * compiled.
 */
public final class DeviceMain {
  private DeviceMain() {}

  /** The folder of the compiled classes, and the one for the sources. */
  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException(
          "expected two arguments, the folder of the compiled classes and the one for the sources;"
              + " found "
              + args.length);
    }
    URL[] classes = {Path.of(args[0]).toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classes, DeviceMain.class.getClassLoader())) {
      new DeviceKernels(new SourceFolder(Path.of(args[1]))).write(Catalogue.families(), loader);
    }
  }
}
