package dev.activations.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.Backends;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CpuFactsTest {
  @TempDir Path folder;

  private Map<String, String> facts(String processors) throws IOException {
    return CpuFacts.of(
        Files.writeString(folder.resolve("cpuinfo"), processors), 256, new Choices());
  }

  @Test
  void linuxNamesTheProcessor() throws IOException {
    assertThat(facts("processor\t: 0\nmodel\t\t: 49\nmodel name\t: A Processor\nmodel name: B\n"))
        .containsEntry("processor", "A Processor")
        .containsEntry("vectors", "256 bits");
  }

  @Test
  void whatIsNotKnownIsLeftOut() throws IOException {
    assertThat(facts("")).doesNotContainKey("processor");
    assertThat(facts("model name\t:\n")).doesNotContainKey("processor");
    assertThat(CpuFacts.of(folder.resolve("absent"), 0, new Choices()))
        .containsOnlyKeys("processors", "memory", "float64", "float16", "JVM");
  }

  @Test
  void theListingHasThem() {
    assertThat(Backends.list())
        .filteredOn(info -> info.selector().equals("cpu"))
        .singleElement()
        .satisfies(
            info ->
                assertThat(info.facts())
                    .containsEntry(
                        "processors", Integer.toString(Runtime.getRuntime().availableProcessors()))
                    .containsEntry(
                        "JVM",
                        System.getProperty("java.vm.name")
                            + " "
                            + System.getProperty("java.vm.version"))
                    .hasEntrySatisfying("memory", heap -> assertThat(heap).contains(" MiB, ")));
  }
}
