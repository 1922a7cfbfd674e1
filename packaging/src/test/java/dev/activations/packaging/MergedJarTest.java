package dev.activations.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All jars in one, by tools that keep the first file of a name, or the last, or no service file.
 */
class MergedJarTest {
  @TempDir Path folder;

  @Test
  void theServiceFileOfTheDevicesReplacesThatOfTheCpu() throws Exception {
    List<Path> jars = new ArrayList<>(Published.classPath());
    Collections.reverse(jars);
    bothBackendsAreThere(merged(jars, name -> true));
  }

  @Test
  void theServiceFileOfTheCpuReplacesThatOfTheDevices() throws Exception {
    bothBackendsAreThere(merged(Published.classPath(), name -> true));
  }

  @Test
  void noServiceFileIsLeft() throws Exception {
    bothBackendsAreThere(
        merged(Published.classPath(), name -> !name.startsWith("META-INF/services/")));
  }

  @Test
  void nothingOfMetaInfIsLeft() throws Exception {
    bothBackendsAreThere(merged(Published.classPath(), name -> !name.startsWith("META-INF/")));
  }

  private void bothBackendsAreThere(Path jar) throws Exception {
    Path classes = folder.resolve("classes");
    Program.compile(folder, classes, "", "-cp", jar.toString());

    String printed =
        ChildProcess.java("java", "-cp", Program.path(List.of(classes, jar)), Program.MAIN);

    Program.check(printed, "found cpu (", "found tornado");
    assertThat(printed.split("found cpu \\(", -1)).hasSize(2);
    assertThat(printed.split("found tornado", -1)).hasSize(2);
    assertThat(printed).doesNotContain("cannot be loaded");
  }

  /** The first file of each name. */
  private Path merged(List<Path> jars, Predicate<String> kept) throws IOException {
    Path merged = folder.resolve("merged.jar");
    Set<String> names = new HashSet<>();
    try (OutputStream file = Files.newOutputStream(merged);
        JarOutputStream out = new JarOutputStream(file)) {
      for (Path jar : jars) {
        try (JarFile in = new JarFile(jar.toFile())) {
          for (Enumeration<JarEntry> all = in.entries(); all.hasMoreElements(); ) {
            JarEntry entry = all.nextElement();
            if (!entry.isDirectory() && kept.test(entry.getName()) && names.add(entry.getName())) {
              out.putNextEntry(new JarEntry(entry.getName()));
              try (InputStream content = in.getInputStream(entry)) {
                content.transferTo(out);
              }
            }
          }
        }
      }
    }
    return merged;
  }
}
