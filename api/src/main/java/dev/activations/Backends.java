package dev.activations;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The backends of this machine.
 *
 * <p>Selectors: {@code auto} is a GPU where there is one, which leaves calls too small to pay for
 * the trip to the CPU, and otherwise the CPU, unless the system property {@value #PROPERTY} or the
 * environment variable {@value #VARIABLE} names another; {@code cpu} is pure Java; what other
 * selectors there are, {@link #list} says; {@code name~text} is the first usable backend whose
 * description contains the text, in any case.
 */
public final class Backends {
  /** The system property that overrides {@code auto}. */
  public static final String PROPERTY = "activations.backend";

  /** The environment variable that overrides {@code auto}; the property goes first. */
  public static final String VARIABLE = "ACTIVATIONS_BACKEND";

  private static final String AUTO = "auto";
  private static final String CPU = Providers.CPU;
  private static final String NAME = "name~";

  private static volatile @Nullable Backend cpu;

  private Backends() {}

  /**
   * The CPU backend that all of a program share, for scripts, tests, and wherever nobody would know
   * when to close it: {@link Backend#close} does nothing to it. It uses all processors. Its threads
   * start with the first large call, are daemons, end when there has been nothing to do for some
   * seconds, and come back with the next one, so that it keeps neither a program nor a class loader
   * alive.
   *
   * @return the same backend whenever it is asked for
   * @throws BackendException when there is no CPU backend on the class path, or a system property
   *     of it is wrong; the message has the reason and the fix
   */
  public static Backend cpu() {
    Backend known = cpu;
    if (known == null) {
      known = provider(CPU).shared();
      cpu = known;
    }
    return known;
  }

  /**
   * What can run here, and what cannot, why, and what would mend it.
   *
   * @return all backends that were found
   */
  public static List<BackendInfo> list() {
    return Providers.find().list();
  }

  /**
   * Opens a backend with default options.
   *
   * @param selector {@code auto}, {@code cpu}, {@code name~text} or another of {@link #list}
   * @return the backend, to be closed
   * @throws IllegalArgumentException when no backend is called so
   * @throws BackendException when it cannot be used here; the message has the reason and the fix
   */
  public static Backend open(String selector) {
    return open(selector, BackendOptions.DEFAULTS);
  }

  /**
   * Opens a backend.
   *
   * @param selector {@code auto}, {@code cpu}, {@code name~text} or another of {@link #list}
   * @param options how it shall run
   * @return the backend, to be closed
   * @throws IllegalArgumentException when no backend is called so
   * @throws BackendException when it cannot be used here; the message has the reason and the fix
   */
  public static Backend open(String selector, BackendOptions options) {
    Shapes.present("selector", selector);
    Shapes.present("options", options);
    if (!selector.equals(AUTO)) {
      return openNamed(selector, options);
    }
    String property = System.getProperty(PROPERTY, AUTO);
    String variable = System.getenv(VARIABLE);
    boolean byProperty = !property.isEmpty() && !property.equals(AUTO);
    if (!byProperty && (variable == null || variable.isEmpty() || variable.equals(AUTO))) {
      return openNamed(automatic(), options.withSmallCallsOnCpu(true));
    }
    try {
      return openNamed(byProperty ? property : variable, options);
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException(
          unknown.getMessage() + " (it was named by " + (byProperty ? PROPERTY : VARIABLE) + ")",
          unknown);
    }
  }

  private static Backend openNamed(String selector, BackendOptions options) {
    String resolved =
        selector.startsWith(NAME) ? byDescription(selector.substring(NAME.length())) : selector;
    return provider(resolved).open(resolved, options);
  }

  private static BackendProvider provider(String selector) {
    Providers providers = Providers.find();
    providers.loaded().forEach(BackendProvider::checkProperties);
    BackendProvider provider = providers.of(selector);
    if (provider != null) {
      return provider;
    }
    if (selector.equals(CPU)) {
      throw new BackendException(providers.withoutCpu().toString(), null);
    }
    throw unknown(selector);
  }

  private static String automatic() {
    return list().stream()
        .filter(info -> info.isUsable() && info.device() == BackendInfo.Device.GPU)
        .map(BackendInfo::selector)
        .findFirst()
        .orElse(CPU);
  }

  private static String byDescription(String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return list().stream()
        .filter(BackendInfo::isUsable)
        .filter(info -> info.description().toLowerCase(Locale.ROOT).contains(wanted))
        .map(BackendInfo::selector)
        .findFirst()
        .orElseThrow(() -> unknown(NAME + text));
  }

  private static IllegalArgumentException unknown(String selector) {
    String known =
        list().stream()
            .map(info -> info.selector() + (info.isUsable() ? "" : " (not usable here)"))
            .distinct()
            .collect(Collectors.joining(", "));
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "no %s '%s': there are auto, %s",
            selector.startsWith(NAME) ? "usable backend is described by" : "backend is called",
            selector,
            known));
  }
}
