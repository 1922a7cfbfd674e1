package dev.activations.cli.devices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.activations.Backends;
import dev.activations.cli.JvmVariables;
import dev.activations.cli.Run;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class DevicesTest {
  private static String text(Object... options) {
    Object[] words = Stream.concat(Stream.of("devices"), Stream.of(options)).toArray();
    Run run = PretendDevices.during(() -> Run.of(words));
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).as("unusable devices are no failure").isZero();
    return run.out();
  }

  private static String textWith(String property, String value, Object... options) {
    System.setProperty(property, value);
    try {
      return text(options);
    } finally {
      System.clearProperty(property);
    }
  }

  private static JsonNode json(Object... options) throws IOException {
    Object[] words = Stream.concat(Stream.of("--format", "json"), Stream.of(options)).toArray();
    return new ObjectMapper().readTree(text(words));
  }

  private static Map<String, JsonNode> backends(JsonNode root) {
    Map<String, JsonNode> all = new HashMap<>();
    root.get("backends").forEach(node -> all.put(node.get("selector").asText(), node));
    return all;
  }

  @Test
  void whatAPersonReads() {
    String text = text();
    assertThat(text)
        .contains(
            """
            pretend:fast:0    usable
              device          GPU
              description     a fast GPU
              driver          1.2.3
              compute units   17
              break-even      from 123456 elements on faster than the CPU, transfers
                              included

            pretend:slow:0    usable
              device          another, such as a CPU behind a driver
              description     a slow device
              break-even      never faster than the CPU here

            pretend:broken:0  usable
              device          another, such as a CPU behind a driver
              description     one that breaks
              failed          pretend:broken:0 is out of order

            pretend:unlinked:0 usable
              device          another, such as a CPU behind a driver
              description     one half installed
              failed          java.lang.UnsatisfiedLinkError

            pretend           not usable
              device          GPU
              description     a device of the tests
              reason          no test has plugged it in, which is as it should be for all of
                              them but for one
              fix             plug it in

            """)
        .contains("cpu               usable\n  device          CPU\n")
        .contains("tornado           not usable\n")
        .endsWith("\nauto              takes pretend:fast:0 here\n");
    assertThat(text.split("\n")).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
  }

  /**
   * With vectors their loops are tried, and what computes them is said; else there is no choice.
   */
  @Test
  void whatIsWarmIsSaidToBeTried() throws IOException {
    boolean vectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    assertThat(
            backends(json("--no-measure", "--warm=relu,softmax"))
                .get("cpu")
                .get("facts")
                .toString())
        .satisfies(
            facts ->
                assertThat(facts.contains("that were tried with the widest vectors"))
                    .isEqualTo(vectors && facts.contains("\"vectors\"")));
    Run wrong = PretendDevices.during(() -> Run.of("devices", "--warm=relux"));
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.err()).contains("relux").contains("relu");
  }

  @Test
  void whatAProgramReads() throws IOException {
    JsonNode root = json();
    assertThat(root.get("auto").asText()).isEqualTo("pretend:fast:0");
    assertThat(root.get("autoFailure").isNull()).isTrue();
    Map<String, JsonNode> all = backends(root);
    JsonNode cpu = all.get("cpu");
    assertThat(cpu.get("device").asText()).isEqualTo("cpu");
    assertThat(cpu.get("usable").asBoolean()).isTrue();
    for (String key : List.of("reason", "fix", "breakEven", "failure")) {
      assertThat(cpu.get(key).isNull()).as(key).isTrue();
    }
    assertThat(cpu.get("facts").toString())
        .contains("\"processors\":\"" + Runtime.getRuntime().availableProcessors() + "\"")
        .contains("\"JVM\"", "\"memory\"");
    JsonNode fast = all.get("pretend:fast:0");
    assertThat(fast.get("facts").toString())
        .isEqualTo("{\"driver\":\"1.2.3\",\"compute units\":\"17\"}");
    assertThat(fast.at("/breakEven/elements").asLong()).isEqualTo(123456);
    assertThat(fast.at("/breakEven/source").asText()).isEqualTo("measured");
    JsonNode slow = all.get("pretend:slow:0").get("breakEven");
    assertThat(slow.get("elements").isNull()).isTrue();
    assertThat(all.get("pretend:broken:0").get("failure").asText()).contains("out of order");
    JsonNode absent = all.get("pretend");
    assertThat(absent.get("usable").asBoolean()).isFalse();
    assertThat(absent.get("fix").asText()).isEqualTo("plug it in");
  }

  @Test
  void theKeysAreDocumented() throws IOException {
    String help = Run.of("devices", "--help").out();
    JsonNode root = json();
    root.fieldNames().forEachRemaining(key -> assertThat(help).contains(key));
    for (JsonNode backend : root.get("backends")) {
      backend.fieldNames().forEachRemaining(key -> assertThat(help).contains(key));
      backend
          .get("breakEven")
          .fieldNames()
          .forEachRemaining(key -> assertThat(help).contains(" " + key + " ("));
    }
  }

  @Test
  void measuringCanBeLeftOut() {
    assertThat(text("--no-measure")).contains("pretend:broken:0").doesNotContain("break-even");
  }

  @Test
  void aPropertySetsTheBreakEven() throws IOException {
    assertThat(textWith(DeviceEntry.PROPERTY, "7"))
        .contains("from 7 elements on faster than the CPU, says\n")
        .contains(" activations.breakEven\n");
    assertThat(textWith(DeviceEntry.PROPERTY, "7", "--format", "json"))
        .contains("\"activations.breakEven\"");
  }

  @Test
  void automaticSaysWhyItFails() {
    assertThat(textWith(Backends.PROPERTY, "pretend:broken:0"))
        .contains("auto              cannot be opened: pretend:broken:0 is out of order\n");
    assertThat(textWith(Backends.PROPERTY, "cpu")).endsWith("auto              takes cpu here\n");
  }

  /** The launcher names a pipe where stdout is open to what drivers print. */
  @Test
  void resultsCanGoElsewhere(@TempDir Path folder) throws Exception {
    Path results = folder.resolve("results");
    Process process =
        JvmVariables.without(
                new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Dactivations.results=" + results,
                    "-cp",
                    System.getProperty("java.class.path"),
                    "dev.activations.cli.Main",
                    "devices",
                    "--no-measure"))
            .redirectErrorStream(true)
            .start();
    assertThat(process.getInputStream().readAllBytes()).isEmpty();
    assertThat(process.waitFor()).isZero();
    assertThat(results).content().contains("cpu               usable\n");
  }

  @Test
  void aListingThatCannotBeWrittenIsAFailure() {
    StringWriter err = new StringWriter();
    PrintWriter full = new PrintWriter(PrintWriter.nullWriter());
    full.close();
    assertThat(Run.to(full, new PrintWriter(err, true), "devices", "--no-measure")).isEqualTo(1);
    assertThat(err.toString())
        .isEqualTo("activations devices: stdout: the devices could not be written whole\n");
  }
}
