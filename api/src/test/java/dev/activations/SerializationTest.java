package dev.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.activations.catalogue.Catalogue;
import dev.activations.catalogue.FunctionEntry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamConstants;
import java.io.Serializable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** What goes through Java's serialization comes back as it was, and bad streams say so. */
class SerializationTest {
  @Test
  void constantsComeBackAsTheSameObjects() throws Exception {
    int constants = 0;
    for (Class<?> type : new Class<?>[] {Activation.class, RowOperation.class}) {
      for (Field field : type.getFields()) {
        if (Modifier.isStatic(field.getModifiers())) {
          Step step = (Step) field.get(null);
          assertThat(copy(step)).as(field.getName()).isSameAs(step);
          assertThat(copy(Pipeline.of(step))).as(field.getName()).isSameAs(Pipeline.of(step));
          constants++;
        }
      }
    }
    assertThat(constants).isGreaterThan(30);
    assertThat(copy(BackendOptions.DEFAULTS)).isSameAs(BackendOptions.DEFAULTS);
  }

  @Test
  void everyFunctionComesBackWithTheBitsOfItsParameters() throws Exception {
    for (FunctionEntry entry : Catalogue.functions()) {
      for (double[] example : entry.examples()) {
        same(Activation.of(entry.name(), example));
      }
    }
    for (double slope : new double[] {0.01, -0.0, 0.0, Double.MIN_VALUE, 0.1f, Math.PI, -1e300}) {
      same(Activation.leakyRelu(slope));
    }
    same(Activation.threshold(-0.0, -0.0));
    same(RowOperation.softmax(Double.MIN_NORMAL));
    same(RowOperation.logSoftmax(Double.MAX_VALUE));
  }

  private static void same(Step step) throws Exception {
    Step copy = copy(step);
    assertThat(copy).isEqualTo(step).hasSameHashCodeAs(step).hasToString(step.toString());
    assertThat(copy.getClass()).isSameAs(step.getClass());
  }

  @Test
  void pipelinesAndTheirDerivatives() throws Exception {
    Pipeline chain = Pipeline.parse("leaky_relu:negative_slope=0.2,gelu_erf");
    Pipeline rows = Pipeline.of(Activation.SILU, RowOperation.softmax(0.5));

    for (Pipeline pipeline : new Pipeline[] {chain, chain.derivative(), rows}) {
      assertThat(copy(pipeline)).isEqualTo(pipeline).hasSameHashCodeAs(pipeline);
    }
    assertThat(copy(chain.derivative()).isDerivative()).isTrue();
    assertThat(copy(Pipeline.of(Activation.RELU).derivative()))
        .isSameAs(Pipeline.of(Activation.RELU).derivative());
  }

  @Test
  void optionsAreEqualWhenTheySayTheSame() throws Exception {
    BackendOptions three = BackendOptions.DEFAULTS.withThreads(3).withSmallCallsOnCpu(true);

    assertThat(copy(three))
        .isEqualTo(three)
        .hasSameHashCodeAs(three)
        .isNotEqualTo(BackendOptions.DEFAULTS);
    assertThat(three).hasToString("threads=3,small_calls_on_cpu=true");
    assertThat(three.withThreads(4)).isNotEqualTo(three);
    assertThat(three.withSmallCallsOnCpu(false)).isEqualTo(BackendOptions.DEFAULTS.withThreads(3));
    assertThat(BackendOptions.DEFAULTS).hasToString("threads=all,small_calls_on_cpu=false");
  }

  /** As closures of Spark do. */
  @Test
  void closuresThatCaptureThem() throws Exception {
    Activation slope = Activation.leakyRelu(0.2);
    DoubleUnaryOperator closure = (DoubleUnaryOperator & Serializable) x -> slope.value(x);

    assertThat(copy((Serializable & DoubleUnaryOperator) closure).applyAsDouble(-1))
        .isEqualTo(-0.2);
  }

  @Test
  void whatTheLibraryDoesNotKnowIsOneLine() throws Exception {
    byte[] stream = bytes(Activation.RELU);

    assertThatThrownBy(() -> read(replaced(stream, "relu", "rule")))
        .isInstanceOf(InvalidObjectException.class)
        .hasMessageStartingWith("the stream has no legal step of this version of the library")
        .hasMessageContaining("'rule'")
        .hasNoSuppressedExceptions();
    assertThatThrownBy(() -> read(replaced(stream, "step", "stop")))
        .isInstanceOf(InvalidObjectException.class)
        .hasMessageContaining("kinds are step, pipeline, derivative and options");
    assertThatThrownBy(() -> read(replaced(bytes(Activation.leakyRelu(0.25)), "0.25", "infi")))
        .isInstanceOf(InvalidObjectException.class)
        .hasMessageContaining("negative_slope");
    assertThatThrownBy(
            () -> read(replaced(bytes(BackendOptions.DEFAULTS), "threads=all", "threads=-99")))
        .isInstanceOf(InvalidObjectException.class)
        .hasMessageContaining("threads must be in [1, 32767], found -99");
    assertThatThrownBy(
            () -> read(replaced(bytes(Pipeline.of(Activation.RELU).derivative()), "relu", "soft")))
        .isInstanceOf(InvalidObjectException.class)
        .hasMessageContaining("derivative");
  }

  /** A stream that somebody made by hand, with the classes themselves in it. */
  @Test
  void theClassesThemselvesAreRefused() throws Exception {
    for (Class<?> type :
        new Class<?>[] {
          Activation.class, RowOperation.class, Pipeline.class, BackendOptions.class
        }) {
      assertThatThrownBy(() -> read(forged(type)))
          .as(type.getName())
          .isInstanceOf(InvalidObjectException.class)
          .hasMessageContaining(type.getName());
    }
  }

  /** An object without fields, whose class has no superclass that can be serialized. */
  private static byte[] forged(Class<?> type) throws IOException {
    byte[] name = type.getName().getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeShort(ObjectStreamConstants.STREAM_MAGIC);
      out.writeShort(ObjectStreamConstants.STREAM_VERSION);
      out.writeByte(ObjectStreamConstants.TC_OBJECT);
      out.writeByte(ObjectStreamConstants.TC_CLASSDESC);
      out.writeShort(name.length);
      out.write(name);
      out.writeLong(1);
      out.writeByte(ObjectStreamConstants.SC_SERIALIZABLE);
      out.writeShort(0);
      out.writeByte(ObjectStreamConstants.TC_ENDBLOCKDATA);
      out.writeByte(ObjectStreamConstants.TC_NULL);
    }
    return bytes.toByteArray();
  }

  /** Texts of the same length, so that the stream's lengths stay true. */
  private static byte[] replaced(byte[] stream, String from, String to) {
    String text = new String(stream, StandardCharsets.ISO_8859_1);
    assertThat(text).contains(from);
    assertThat(to).hasSameSizeAs(from);
    int last = text.lastIndexOf(from);
    return (text.substring(0, last) + to + text.substring(last + from.length()))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  @SuppressWarnings("unchecked")
  private static <T extends Serializable> T copy(T object) throws Exception {
    return (T) read(bytes(object));
  }

  private static byte[] bytes(Serializable object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }

  private static Object read(byte[] stream) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(stream))) {
      return in.readObject();
    }
  }
}
