package dev.activations.benchmarks.peers.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * One operator of ONNX with its attributes, and the model that consists of it. The numbers are the
 * fields of onnx.proto3 in the version that ONNX 1.16 to 1.20 share.
 */
final class OnnxNode {
  private static final int FLOAT = 1;
  private static final int INT64 = 7;

  /** The version of the file format; 10 came with opset 21. */
  private static final int IR_VERSION = 10;

  /** The newest opset that all operators here are defined in, Swish excepted. */
  private static final int OPSET = 22;

  private final String operator;
  private final String domain;
  private final int opset;
  private final ProtobufWriter node = new ProtobufWriter();
  private final List<ProtobufWriter> constants = new ArrayList<>();

  private OnnxNode(String operator, String domain, int opset) {
    this.operator = operator;
    this.domain = domain;
    this.opset = opset;
    node.text(1, "x");
  }

  /** An operator of the standard. */
  static OnnxNode of(String operator) {
    return new OnnxNode(operator, "", OPSET);
  }

  /** An operator of ONNX Runtime's own. */
  static OnnxNode contrib(String operator) {
    return new OnnxNode(operator, "com.microsoft", 1);
  }

  OnnxNode real(String name, double value) {
    node.message(5, new ProtobufWriter().text(1, name).integer(20, 1).real(2, (float) value));
    return this;
  }

  OnnxNode integer(String name, long value) {
    node.message(5, new ProtobufWriter().text(1, name).integer(20, 2).integer(3, value));
    return this;
  }

  OnnxNode text(String name, String value) {
    node.message(5, new ProtobufWriter().text(1, name).integer(20, 3).text(4, value));
    return this;
  }

  /** A further input that is a float known beforehand. */
  OnnxNode input(String name, double value) {
    return constant(name, FLOAT, 0, bytes(4).putFloat((float) value).array());
  }

  /** A further input that is a list of one integer. */
  OnnxNode axes(long axis) {
    return constant("axes", INT64, 1, bytes(8).putLong(axis).array());
  }

  private static ByteBuffer bytes(int count) {
    return ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
  }

  private OnnxNode constant(String name, int type, int rank, byte[] raw) {
    node.text(1, name);
    ProtobufWriter tensor = new ProtobufWriter();
    for (int i = 0; i < rank; i++) {
      tensor.integer(1, 1);
    }
    constants.add(tensor.integer(2, type).text(8, name).bytes(9, raw));
    return this;
  }

  /** The model y = operator(x). */
  byte[] model(int rows, int columns, int outputColumns) {
    ProtobufWriter graph =
        new ProtobufWriter()
            .message(1, node.text(2, "y").text(4, operator).text(7, domain))
            .text(2, operator);
    constants.forEach(constant -> graph.message(5, constant));
    graph.message(11, value("x", rows, columns)).message(12, value("y", rows, outputColumns));
    return new ProtobufWriter()
        .integer(1, IR_VERSION)
        .message(7, graph)
        .message(8, new ProtobufWriter().text(1, "").integer(2, OPSET))
        .message(8, new ProtobufWriter().text(1, domain).integer(2, opset))
        .toByteArray();
  }

  private static ProtobufWriter value(String name, int rows, int columns) {
    ProtobufWriter shape =
        new ProtobufWriter()
            .message(1, new ProtobufWriter().integer(1, rows))
            .message(1, new ProtobufWriter().integer(1, columns));
    ProtobufWriter tensor = new ProtobufWriter().integer(1, FLOAT).message(2, shape);
    return new ProtobufWriter().text(1, name).message(2, new ProtobufWriter().message(1, tensor));
  }
}
