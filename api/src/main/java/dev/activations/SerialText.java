package dev.activations;

import java.io.InvalidObjectException;
import java.io.Serializable;
import java.util.Locale;

/**
 * What a step, a pipeline or options are in a stream: their text, which every version reads,
 * checked as any other text is. Constants come back as the same objects.
 */
final class SerialText implements Serializable {
  private static final long serialVersionUID = 1;

  private static final String STEP = "step";
  private static final String PIPELINE = "pipeline";
  private static final String DERIVATIVE = "derivative";
  private static final String OPTIONS = "options";

  private final String kind;
  private final String text;

  private SerialText(String kind, String text) {
    this.kind = kind;
    this.text = text;
  }

  static SerialText of(Step step) {
    return new SerialText(STEP, step.toString());
  }

  static SerialText of(Pipeline pipeline) {
    return new SerialText(pipeline.isDerivative() ? DERIVATIVE : PIPELINE, pipeline.chain());
  }

  static SerialText of(BackendOptions options) {
    return new SerialText(OPTIONS, options.toString());
  }

  /** For streams that hold one of the classes themselves: nothing of ours writes such a one. */
  static InvalidObjectException missing(Class<?> type) {
    return new InvalidObjectException(
        "a "
            + type.getName()
            + " is read from its text, and the stream has its fields:"
            + " write it with ObjectOutputStream");
  }

  private Object readResolve() throws InvalidObjectException {
    try {
      return read();
    } catch (RuntimeException wrong) {
      InvalidObjectException invalid =
          new InvalidObjectException(
              String.format(
                  Locale.ROOT,
                  "the stream has no legal %s of this version of the library, found '%s': %s",
                  kind,
                  text,
                  wrong.getMessage()));
      invalid.initCause(wrong);
      throw invalid;
    }
  }

  private Object read() {
    if (kind == null || text == null) {
      throw new IllegalArgumentException("a kind and a text are expected");
    }
    switch (kind) {
      case STEP:
        return Step.parse(text);
      case PIPELINE:
        return Pipeline.parse(text);
      case DERIVATIVE:
        return Pipeline.parse(text).derivative();
      case OPTIONS:
        return BackendOptions.parse(text);
      default:
        throw new IllegalArgumentException("the kinds are step, pipeline, derivative and options");
    }
  }
}
