package dev.activations.generator.emission;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where generated sources go. */
public record SourceFolder(Path root) {
  /** Writes the source of a class. */
  public void write(String packageName, String className, String source) throws IOException {
    Path file = root.resolve(packageName.replace('.', '/')).resolve(className + ".java");
    Files.createDirectories(file.getParent());
    Files.write(file, source.getBytes(StandardCharsets.UTF_8));
  }
}
