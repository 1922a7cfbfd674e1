package dev.activations.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The CPU backend has the same bits with every kind of kernels, every width of vectors, every
 * number of threads, whatever instructions the JVM may use, and on every JDK: a file has the
 * digests, {@code ./mvnw verify -Dactivations.docs.update=true} writes it again. With {@code
 * -Dthorough} in every such JVM, otherwise in those of plain loops and of each width of vectors.
 */
class CpuBitsTest {
  private static final String FILE =
      "tests/src/test/resources/dev/activations/conformance/cpu-bits.txt";

  private static final String VECTORS = "--add-modules=jdk.incubator.vector";
  private static final boolean X86 =
      Set.of("amd64", "x86_64").contains(System.getProperty("os.arch"));

  /**
   * A JVM.
   *
   * @param name what it is called in a failure
   * @param computes what it says that it computes with
   * @param options what it is started with
   * @param threads the numbers of threads that it computes with
   */
  record Jvm(String name, String computes, List<String> options, List<Integer> threads) {
    static Jvm plain(String... options) {
      return of("plain loops", "plain loops", "plain", options);
    }

    static Jvm simd(int bits, String... options) {
      String name = "SIMD of " + bits + " bits";
      List<String> all = new ArrayList<>(List.of(options));
      all.add(VECTORS);
      all.add("-Dactivations.cpu.vectorBits=" + bits);
      return of(name, name, "simd", all.toArray(new String[0]));
    }

    static Jvm of(String name, String computes, String path, String... options) {
      List<String> all = new ArrayList<>(List.of(options));
      all.add("-Dactivations.cpu.path=" + path);
      String flags = String.join(" ", options).replace(VECTORS, "").replaceAll("-D\\S+", "");
      return new Jvm((name + " " + flags).strip(), computes, all, List.of(7));
    }

    Jvm with(Integer... threads) {
      return new Jvm(name, computes, options, List.of(threads));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** What all others are compared with. */
  private static final Jvm REFERENCE = Jvm.plain().with(1, 7);

  private static final Map<Jvm, BitsOfJvm> RAN = new ConcurrentHashMap<>();

  static List<Jvm> jvms() {
    List<Jvm> all = new ArrayList<>();
    all.add(REFERENCE);
    all.add(Jvm.simd(128).with(2));
    if (X86) {
      all.add(Jvm.simd(256));
    }
    if (!Boolean.getBoolean("activations.thorough")) {
      return all;
    }
    all.add(Jvm.of("portable loops", "portable loops", "portable"));
    all.add(Jvm.simd(128).with(1, 2, 7));
    if (X86) {
      all.add(Jvm.simd(128, "-XX:UseAVX=1"));
      all.add(Jvm.plain("-XX:UseAVX=1"));
      all.add(Jvm.of("automatic", "no fma instruction", "auto", "-XX:-UseFMA"));
      if (hasAvx512()) {
        all.add(Jvm.simd(512, "-XX:UseAVX=3"));
        all.add(Jvm.plain("-XX:UseAVX=2"));
      }
    }
    return all;
  }

  /** Otherwise UseAVX=2 is what a JVM does anyway, and vectors of 512 bits are objects. */
  private static boolean hasAvx512() {
    try {
      return Files.readString(Path.of("/proc/cpuinfo")).contains("avx512f");
    } catch (IOException noLinux) {
      return false;
    }
  }

  private static BitsOfJvm bits(Jvm jvm) {
    return RAN.computeIfAbsent(jvm, missing -> BitsOfJvm.run(missing.options(), missing.threads()));
  }

  @ParameterizedTest
  @MethodSource("jvms")
  void sameBits(Jvm jvm) {
    Map<String, String> expected = bits(REFERENCE).digests().get(1);
    BitsOfJvm found = bits(jvm);
    assertThat(found.description()).contains(jvm.computes());
    assertThat(found.digests().keySet()).containsExactlyElementsOf(jvm.threads());
    List<String> differences = new ArrayList<>();
    found
        .digests()
        .forEach(
            (threads, digests) -> {
              assertThat(digests.keySet()).isEqualTo(expected.keySet());
              digests.forEach(
                  (what, digest) -> {
                    if (!digest.equals(expected.get(what))) {
                      differences.add(
                          String.format(
                              Locale.ROOT,
                              "%s: %s with threads=%d has other bits than %s with threads=1",
                              what,
                              jvm,
                              threads,
                              REFERENCE));
                    }
                  });
            });
    assertThat(differences).isEmpty();
  }

  /** Functions and directions, each row operation, pipelines: nothing was left out. */
  @Test
  void everyFunctionIsThere() {
    Set<String> covered = bits(REFERENCE).digests().get(1).keySet();
    Functions.all()
        .forEach(
            f -> assertThat(covered).contains(f + ", value", f + ", derivative", f + ", backward"));
    RowCases.OPERATIONS.forEach(f -> assertThat(covered).contains(f + ", value", f + ", backward"));
  }

  @Test
  void theBitsAreThoseOfOtherJdks() throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        # SHA-256 of what the CPU backend computes of the inputs of BitsInputs, on any JDK and any processor.
        # Written by CpuBitsTest: ./mvnw verify -Dactivations.docs.update=true
        """);
    bits(REFERENCE)
        .digests()
        .get(1)
        .forEach((what, digest) -> text.append(what).append(": ").append(digest).append('\n'));
    Path file = Path.of(System.getProperty("activations.root", ".."), FILE);
    if (Boolean.getBoolean("activations.docs.update")) {
      Files.writeString(file, text, StandardCharsets.UTF_8);
    }
    assertThat(text.toString().lines())
        .as(
            "bits of Java %s: where they are meant to change, run"
                + " ./mvnw verify -Dactivations.docs.update=true",
            Runtime.version())
        .containsExactlyElementsOf(Files.readAllLines(file, StandardCharsets.UTF_8));
  }
}
