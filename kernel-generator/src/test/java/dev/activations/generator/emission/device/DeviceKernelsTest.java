package dev.activations.generator.emission.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.catalogue.Catalogue;
import dev.activations.catalogue.FunctionEntry;
import dev.activations.generator.emission.CamelCase;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds of all generated kernels, whatever they compute. */
class DeviceKernelsTest {
  private static final String PACKAGE = "dev.activations.tornado.kernels.";
  private static final Pattern ALLOCATION =
      Pattern.compile("(\\w+)\\[] (\\w+) = context\\.allocate(Float|Int)LocalArray\\((\\w+)\\)");

  @TempDir private static Path folder;
  private static Map<String, String> sources;
  private static ClassLoader classes;

  @BeforeAll
  static void compilesAgainstTheSimulator() throws Exception {
    sources = Generated.kernels(folder);
    classes = Generated.compile(sources);
  }

  private static Class<?> type(String name) throws ClassNotFoundException {
    return Class.forName(PACKAGE + name, true, classes);
  }

  /** The bodies of all kernels, by class and name. */
  private static Map<String, String> kernels() {
    Map<String, String> kernels = new HashMap<>();
    sources.forEach(
        (name, source) -> {
          for (String part : source.split("(?=\n  public static )", -1)) {
            String method = part.replaceAll("(?s)\\A\\s*public static \\S+ (\\w+)\\(.*", "$1");
            if (part.contains("KernelContext context, IntArray shape")
                && !part.contains("TaskGraph graph")) {
              kernels.put(name + "." + method, part.substring(0, part.indexOf("\n  }\n")));
            }
          }
        });
    return kernels;
  }

  @Test
  void everyFunctionHasAKernelForEachDirection() throws Exception {
    Map<String, Integer> arrays = Map.of("Forward", 2, "Derivative", 2, "Backward", 3, "Chain", 2);
    TreeSet<String> expected = new TreeSet<>();
    for (FunctionEntry entry : Catalogue.functions()) {
      for (Map.Entry<String, Integer> direction : arrays.entrySet()) {
        int parameters = entry.parameters().isEmpty() ? 0 : 1;
        expected.add(
            CamelCase.lower(entry.name())
                + direction.getKey()
                + " of "
                + (2 + parameters + direction.getValue()));
      }
    }
    TreeSet<String> found = new TreeSet<>();
    for (String name : sources.keySet()) {
      String simple = name.substring(PACKAGE.length());
      if (!List.of("RowKernels", "ChunkKernels", "ElementwiseKernels").contains(simple)) {
        for (Method method : type(simple).getMethods()) {
          if (method.getDeclaringClass() != Object.class) {
            assertThat(found.add(method.getName() + " of " + method.getParameterCount()))
                .as("one class has %s", method)
                .isTrue();
          }
        }
      }
    }
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void theTableKnowsFloatsAndBoundsOfEveryFunction() throws Exception {
    Class<?> table = type("ElementwiseKernels");
    Method parameters = table.getMethod("parameters", String.class, double[].class);
    Method ulps = table.getMethod("ulps", String.class, boolean.class);
    Method floor = table.getMethod("floor", String.class, boolean.class);
    for (FunctionEntry entry : Catalogue.functions()) {
      for (double[] example : entry.examples()) {
        float[] floats = (float[]) parameters.invoke(null, entry.name(), example);
        assertThat(floats.length == 0).isEqualTo(example.length == 0);
      }
      for (boolean derivative : new boolean[] {false, true}) {
        assertThat((double) ulps.invoke(null, entry.name(), derivative)).isBetween(0.0, 4.0);
        assertThat((double) floor.invoke(null, entry.name(), derivative)).isBetween(0.0, 0x1p-22);
      }
    }
  }

  @Test
  void everyRowOperationHasItsKernels() throws Exception {
    Stream<String> rows = Stream.of(type("RowKernels").getDeclaredMethods()).map(Method::getName);
    assertThat(rows)
        .containsExactlyInAnyOrderElementsOf(
            RowKernel.ALL.stream()
                .flatMap(kernel -> Stream.of(kernel.name() + "Long", kernel.name() + "Short"))
                .toList());
    Stream<String> chunks =
        Stream.of(type("ChunkKernels").getDeclaredMethods()).map(Method::getName);
    assertThat(chunks)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    RowKernel.ALL.stream().map(kernel -> kernel.name() + "OfSums"),
                    RowKernel.ALL_SUMS.stream()
                        .flatMap(s -> Stream.of(s.name() + "OfChunks", s.name() + "OfRows")))
                .toList());
  }

  /** The arrays between the tasks are as long as the constants say, and no task keeps more. */
  @Test
  void theArraysOfChunksHoldTheLargestSums() throws Exception {
    assertThat(type("ChunkKernels").getField("PARTIAL").getInt(null))
        .isEqualTo(RowKernel.ALL_SUMS.stream().mapToInt(s -> s.kept().size()).max().orElse(0));
    assertThat(type("ChunkKernels").getField("VALUES").getInt(null))
        .isEqualTo(RowKernel.ALL_SUMS.stream().mapToInt(s -> s.values().size()).max().orElse(0));
  }

  /** A barrier that some work-items do not come to never ends. */
  @Test
  void allWorkItemsOfAGroupMeetAtEachBarrier() {
    int barriers = 0;
    for (Map.Entry<String, String> kernel : kernels().entrySet()) {
      for (String line : kernel.getValue().lines().toList()) {
        if (line.contains("localBarrier")) {
          barriers++;
          assertThat(line)
              .as("in %s, directly in the loop over rows or chunks", kernel.getKey())
              .isEqualTo("      context.localBarrier();");
        }
      }
    }
    assertThat(barriers).isEqualTo(4 * (RowKernel.ALL.size() + RowKernel.ALL_SUMS.size()));
  }

  /** TornadoVM 5.2 computes wrong addresses for a local array that was passed to a method. */
  @Test
  void localArraysStayInTheirKernels() {
    int arrays = 0;
    for (Map.Entry<String, String> kernel : kernels().entrySet()) {
      for (MatchResult array : ALLOCATION.matcher(kernel.getValue()).results().toList()) {
        arrays++;
        String elsewhere = kernel.getValue().replace(array.group(), "");
        assertThat(elsewhere.replaceAll("\\b" + array.group(2) + "\\[", ""))
            .as("%s in %s is used by its elements alone", array.group(2), kernel.getKey())
            .doesNotContainPattern("\\b" + array.group(2) + "\\b");
        assertThat(elsewhere).contains(array.group(2) + "[");
      }
    }
    assertThat(arrays).isPositive();
  }

  /** Where a kernel needs groups of a size, groups of another one make NaN. */
  @Test
  void kernelsOfGroupsSayWhenTheyWereLaunchedWrongly() {
    kernels()
        .forEach(
            (name, body) -> {
              boolean groups = body.contains("context.localIdx");
              assertThat(body.contains("context.localGroupSizeX == LANES"))
                  .as(name)
                  .isEqualTo(groups);
              assertThat(body.contains("RowTails.nan(columns)"))
                  .as(name)
                  .isEqualTo(groups && !name.endsWith("OfChunks"));
            });
  }
}
