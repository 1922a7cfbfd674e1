package dev.activations.generator.emission.device;

import dev.activations.generator.DeviceMain;
import dev.activations.generator.emission.Compilation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the build of the device backend does: scalar functions are compiled, kernels written. */
final class Generated {
  private static final List<String> SOURCES =
      List.of("tornado-kernels/src/main/java", "tornado-simulator/src/main/java");

  private static final Path ROOT = Path.of(System.getProperty("activations.root", ".."));

  private Generated() {}

  /** Compiles the scalar functions into a folder. */
  static Path functions(Path folder) throws IOException {
    Path sources = ROOT.resolve(SOURCES.get(0) + "/dev/activations/tornado/functions");
    Map<String, String> functions = new TreeMap<>();
    try (Stream<Path> files = Files.list(sources)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        functions.put("dev.activations.tornado.functions." + name, Files.readString(file));
      }
    }
    Compilation compilation = Compilation.of(functions, List.of("-parameters"), SOURCES);
    for (Map.Entry<String, byte[]> type : compilation.code().entrySet()) {
      Path file = folder.resolve(type.getKey().replace('.', '/') + ".class");
      Files.createDirectories(file.getParent());
      Files.write(file, type.getValue());
    }
    return folder;
  }

  /** All kernels, by the full names of their classes. */
  static Map<String, String> kernels(Path folder) throws IOException {
    Path functions = functions(folder.resolve("functions"));
    Path target = folder.resolve("kernels");
    DeviceMain.main(new String[] {functions.toString(), target.toString()});
    return read(target);
  }

  /** The sources in a folder. */
  static Map<String, String> read(Path folder) throws IOException {
    Map<String, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace(".java", "");
        sources.put(name.replace('/', '.').replace('\\', '.'), Files.readString(file));
      }
    }
    return sources;
  }

  /** Compiles kernels as the build does. */
  static Compilation compile(Map<String, String> kernels) {
    return Compilation.of(kernels, List.of("-Xlint:all", "-Werror"), SOURCES);
  }
}
