package dev.activations;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

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
  private static final String NAME = "name~";

  /** A provider file that cannot be parsed may fail for ever. */
  private static final int MOST_FAILURES = 100;

  private Backends() {}

  /**
   * What can run here, and what cannot, why, and what would mend it.
   *
   * @return all backends that were found
   */
  public static List<BackendInfo> list() {
    List<BackendInfo> all = new ArrayList<>();
    List<BackendProvider> providers = providers(all);
    for (BackendProvider provider : providers) {
      try {
        all.addAll(provider.list());
      } catch (LinkageError broken) {
        all.add(broken(provider.family(), broken));
      }
    }
    return all;
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
    List<BackendProvider> providers = providers(new ArrayList<>());
    providers.forEach(BackendProvider::checkProperties);
    for (BackendProvider provider : providers) {
      if (resolved.equals(provider.family()) || resolved.startsWith(provider.family() + ":")) {
        return provider.open(resolved, options);
      }
    }
    throw unknown(resolved);
  }

  private static String automatic() {
    return list().stream()
        .filter(info -> info.isUsable() && info.device() == BackendInfo.Device.GPU)
        .map(BackendInfo::selector)
        .findFirst()
        .orElse("cpu");
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

  /** The providers that can be loaded; one that cannot takes nobody else with it. */
  private static List<BackendProvider> providers(List<BackendInfo> broken) {
    List<BackendProvider> found = new ArrayList<>();
    Iterator<BackendProvider> services =
        ServiceLoader.load(BackendProvider.class, Backends.class.getClassLoader()).iterator();
    for (int failures = 0; failures < MOST_FAILURES; ) {
      try {
        if (!services.hasNext()) {
          break;
        }
        found.add(services.next());
      } catch (ServiceConfigurationError | LinkageError failure) {
        failures++;
        broken.add(broken("(unknown)", failure));
      }
    }
    return found;
  }

  private static BackendInfo broken(String selector, Error failure) {
    return BackendInfo.unusable(
        selector,
        BackendInfo.Device.OTHER,
        "a backend on the class path",
        "it cannot be loaded: " + failure,
        "mend its packaging, or take it off the class path");
  }
}
