package dev.activations.cpu;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/** What computes the kernels that were tried, for people. */
final class Choices {
  /** Those of this JVM. */
  static final Choices THIS_JVM = new Choices();

  private final Map<String, Tier> tiers = new ConcurrentSkipListMap<>();

  /** Keeps a tier that has been tried. */
  void add(Tier tier) {
    tiers.put(tier.workload().name(), tier);
  }

  /** How many kernels the widest vectors compute, and for each other what does, and why. */
  Optional<String> text() {
    if (tiers.isEmpty()) {
      return Optional.empty();
    }
    long widest = tiers.values().stream().filter(tier -> tier.width() == 0).count();
    String others =
        tiers.values().stream()
            .filter(tier -> tier.width() != 0)
            .map(tier -> "; " + tier.workload().name() + ": " + choice(tier))
            .collect(Collectors.joining());
    return Optional.of(
        widest + " of " + tiers.size() + " that were tried with the widest vectors" + others);
  }

  private static String choice(Tier tier) {
    String with =
        tier.width() == Tier.PLAIN
            ? "plain loops"
            : "vectors of " + tier.workload().bits(tier.width()) + " bits";
    return with + ", as " + tier.reason();
  }
}
