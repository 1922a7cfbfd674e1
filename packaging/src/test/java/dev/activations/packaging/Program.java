package dev.activations.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/**
 * The program of somebody who uses the library: it computes softmax and says which backends are
 * there.
 */
final class Program {
  static final String MAIN = "consumer.Softmax";

  /** 1 / (1 + e), as softmax of (0, 1) begins. */
  private static final String RESULT = "softmax: [0.26894143, 0.7310586]";

  private static final String SOURCE =
      """
      package consumer;
      import dev.activations.*;
      public final class Softmax {
        public static void main(String[] arguments) {
          for (BackendInfo info : Backends.list()) System.out.println("found " + info);
          System.out.println(softmax());
        }
        public static String softmax() {
          try (Backend backend = Backends.open("cpu");
              Tensor x = backend.allocate(1, 2, 0f, 1f);
              Tensor y = backend.allocate(1, 2)) {
            backend.run(Pipeline.parse("softmax"), x, y);
            return backend.description() + "\\nsoftmax: " + java.util.Arrays.toString(y.toArray());
          }
        }
      }
      """;

  private Program() {}

  /** Compiles it into a folder with javac's options, and a descriptor where one is given. */
  static void compile(Path source, Path classes, String descriptor, String... options)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(List.of("-d", classes.toString()));
    Path file = Files.createDirectories(source.resolve("consumer")).resolve("Softmax.java");
    arguments.add(Files.writeString(file, SOURCE).toString());
    if (!descriptor.isEmpty()) {
      arguments.add(Files.writeString(source.resolve("module-info.java"), descriptor).toString());
    }
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(status).as("javac %s", arguments).isZero();
  }

  static String path(List<Path> entries) {
    return entries.stream()
        .map(Path::toString)
        .collect(Collectors.joining(java.io.File.pathSeparator));
  }

  /** That it printed the result, the backend and each of these texts. */
  static void check(String printed, String... texts) {
    assertThat(printed).contains(RESULT).contains("pure Java");
    assertThat(texts).allSatisfy(text -> assertThat(printed).contains(text));
  }
}
