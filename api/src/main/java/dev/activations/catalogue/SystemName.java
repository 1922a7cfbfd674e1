package dev.activations.catalogue;

import java.util.ArrayList;
import java.util.List;

/** What a function is called in another system, such as {@code torch.nn.LeakyReLU}. */
public final class SystemName {
  /** The systems whose names are known. */
  public enum Family {
    /** PyTorch. */
    PYTORCH("PyTorch", "torch"),
    /** Keras 3. */
    KERAS("Keras", "keras"),
    /** ONNX, as of operator set 24. */
    ONNX("ONNX", "onnx"),
    /** JAX. */
    JAX("JAX", "jax"),
    /** The names that configurations of Hugging Face's transformers give to activations. */
    HUGGING_FACE("Hugging Face", "hf");

    private final String title;
    private final String root;

    Family(String title, String root) {
      this.title = title;
      this.root = root;
    }

    /**
     * What people call the system.
     *
     * @return such as PyTorch
     */
    public String title() {
      return title;
    }

    /**
     * What its names begin with.
     *
     * @return such as torch
     */
    public String root() {
      return root;
    }
  }

  private final Family family;
  private final String text;
  private final List<String> parts;
  private final Named meaning;

  SystemName(Family family, String text, Named meaning) {
    this.family = family;
    this.text = text;
    this.meaning = meaning;
    this.parts = parts(text);
  }

  /** Letters and digits of each part, in lower case: what names are compared by. */
  static List<String> parts(String text) {
    List<String> plain = new ArrayList<>();
    for (String part : text.split("\\.", -1)) {
      plain.add(Spelling.plain(part));
    }
    return plain;
  }

  /**
   * Whether a name is this one, or this one shortened: its last part, after any of the others in
   * their order.
   */
  boolean isCalled(List<String> asked) {
    int last = parts.size() - 1;
    if (!asked.get(asked.size() - 1).equals(parts.get(last))) {
      return false;
    }
    int at = 0;
    for (int i = 0; i < last && at < asked.size() - 1; i++) {
      if (parts.get(i).equals(asked.get(at))) {
        at++;
      }
    }
    return at == asked.size() - 1;
  }

  /**
   * Whose name it is.
   *
   * @return the system
   */
  public Family family() {
    return family;
  }

  /**
   * The name without the modules that it lies in.
   *
   * @return such as {@code LeakyReLU}
   */
  public String shortText() {
    return text.substring(text.lastIndexOf('.') + 1);
  }

  /**
   * What it stands for here.
   *
   * @return the entry, with the defaults of the system
   */
  public Named meaning() {
    return meaning;
  }

  /** The whole name. */
  @Override
  public String toString() {
    return text;
  }
}
