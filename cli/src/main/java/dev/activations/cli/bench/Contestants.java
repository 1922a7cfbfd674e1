package dev.activations.cli.bench;

import dev.activations.Backend;
import dev.activations.BackendException;
import dev.activations.BackendInfo;
import dev.activations.Backends;
import dev.activations.measuring.jvm.JavaCommand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which backends are measured. */
final class Contestants {
  private static final String CPU = "cpu";

  private final List<BackendInfo> known = Backends.list();
  private final Map<String, Contestant> chosen = new LinkedHashMap<>();

  private Contestants() {}

  /**
   * Those that are named, or all.
   *
   * @param names selectors separated by commas; also cpu:simd, cpu:plain and cpu:portable, the CPU
   *     with one kind of loops. Null for the kinds that this JVM has and all devices
   * @throws IllegalArgumentException when nothing is called so
   * @throws BackendException when one that was named cannot be used here
   */
  static List<Contestant> of(@Nullable String names) {
    Contestants contestants = new Contestants();
    if (names == null) {
      contestants.addAll();
    } else {
      for (String name : names.split(",", -1)) {
        contestants.add(name.trim());
      }
    }
    return List.copyOf(contestants.chosen.values());
  }

  private void addAll() {
    if (JavaCommand.hasVectors()) {
      addCpu("simd");
    }
    addCpu("plain");
    for (BackendInfo info : known) {
      if (info.device() != BackendInfo.Device.CPU) {
        put(device(info));
      }
    }
  }

  private void add(String name) {
    switch (name) {
      case CPU -> addCpu(JavaCommand.hasVectors() ? "simd" : "plain");
      case "cpu:simd" -> {
        if (!JavaCommand.hasVectors()) {
          throw new BackendException(
              "cpu:simd needs a JDK from 17 on with the module jdk.incubator.vector: set JAVA_HOME",
              null);
        }
        addCpu("simd");
      }
      case "cpu:plain" -> addCpu("plain");
      case "cpu:portable" -> addCpu("portable");
      default -> {
        // Opening says what is wrong with a name, or with the device of that name.
        try (Backend backend = Backends.open(name)) {
          addOpened(backend);
        }
      }
    }
  }

  private void addOpened(Backend backend) {
    if (backend.name().equals(CPU)) {
      add(CPU);
      return;
    }
    put(
        known.stream()
            .filter(info -> info.selector().equals(backend.name()))
            .map(Contestants::device)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(backend.name() + " is not listed")));
  }

  /** SIMD as users get it: after plain loops, which compute until it is compiled. */
  private void addCpu(String kind) {
    String path = kind.equals("simd") ? "auto" : kind;
    Map<String, String> facts =
        known.stream()
            .filter(info -> info.selector().equals(CPU))
            .map(BackendInfo::facts)
            .findFirst()
            .orElse(Map.of());
    put(new Contestant(CPU + ":" + kind, CPU, CPU, "pure Java", facts, Jvm.forCpu(path), null));
  }

  private static Contestant device(BackendInfo info) {
    String refusal = info.isUsable() ? null : info.reason() + "; " + info.fix();
    return new Contestant(
        info.selector(),
        info.selector(),
        info.device().name().toLowerCase(Locale.ROOT),
        info.description(),
        info.facts(),
        Jvm.forDevice(),
        refusal);
  }

  private void put(Contestant contestant) {
    chosen.put(contestant.name(), contestant);
  }
}
