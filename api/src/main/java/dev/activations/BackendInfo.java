package dev.activations;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A backend that can be used here, or the reason why it cannot and what would mend that. */
public final class BackendInfo {
  /** What a backend computes on. */
  public enum Device {
    /** The processor, without native code. */
    CPU,
    /** A graphics processor. */
    GPU,
    /** Another device behind a driver, such as OpenCL on a processor. */
    OTHER
  }

  private final String selector;
  private final Device device;
  private final String description;
  private final @Nullable String reason;
  private final @Nullable String fix;
  private final Map<String, String> facts;

  private BackendInfo(
      String selector,
      Device device,
      String description,
      @Nullable String reason,
      @Nullable String fix,
      Map<String, String> facts) {
    this.selector = selector;
    this.device = device;
    this.description = description;
    this.reason = reason;
    this.fix = fix;
    this.facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  /**
   * A backend that can be used.
   *
   * @param selector opens it, see {@link Backends#open}
   * @param device what it computes on
   * @param description one line for people
   * @return its listing
   */
  public static BackendInfo usable(String selector, Device device, String description) {
    return usable(selector, device, description, Collections.emptyMap());
  }

  /**
   * A backend that can be used, with what else is known of its device.
   *
   * @param selector opens it, see {@link Backends#open}
   * @param device what it computes on
   * @param description one line for people
   * @param facts see {@link #facts}
   * @return its listing
   */
  public static BackendInfo usable(
      String selector, Device device, String description, Map<String, String> facts) {
    return new BackendInfo(selector, device, description, null, null, facts);
  }

  /**
   * A backend that cannot be used.
   *
   * @param selector would open it
   * @param device what it would compute on
   * @param description one line for people
   * @param reason why it cannot be used
   * @param fix what to do
   * @return its listing
   */
  public static BackendInfo unusable(
      String selector, Device device, String description, String reason, String fix) {
    return new BackendInfo(selector, device, description, reason, fix, Collections.emptyMap());
  }

  /**
   * The text that opens it.
   *
   * @return such as {@code cpu}
   */
  public String selector() {
    return selector;
  }

  /**
   * What it computes on.
   *
   * @return the device
   */
  public Device device() {
    return device;
  }

  /**
   * What it is.
   *
   * @return one line for people
   */
  public String description() {
    return description;
  }

  /**
   * Whether it can be opened here.
   *
   * @return true without a reason against it
   */
  public boolean isUsable() {
    return reason == null;
  }

  /**
   * Why it cannot be used.
   *
   * @return null when it can
   */
  public @Nullable String reason() {
    return reason;
  }

  /**
   * What would make it usable.
   *
   * @return null when it is
   */
  public @Nullable String fix() {
    return fix;
  }

  /**
   * What else is known of the device, such as its driver, memory and compute units.
   *
   * @return names and values for people, in the order in which they are to be shown; cannot be
   *     changed
   */
  public Map<String, String> facts() {
    return facts;
  }

  @Override
  public String toString() {
    return selector + " (" + description + ")" + (isUsable() ? "" : ": " + reason + "; " + fix);
  }
}
