package dev.activations.npy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The files that {@code make_npy_fixtures.py} wrote, and what is known of them. */
final class Fixtures {
  private static final long[][] SHAPES = {{5}, {2, 3}, {2, 3, 4}, {2, 1, 3, 2}};

  private Fixtures() {}

  /** A file of NumPy's that holds the rule's elements. */
  static final class Valid {
    final String name;
    final ElementType type;
    final ByteOrder order;
    final boolean fortran;
    final int version;
    private final long[] shape;

    Valid(ElementType type, ByteOrder order, boolean fortran, long[] shape, int version) {
      this.type = type;
      this.order = order;
      this.fortran = fortran;
      this.shape = shape;
      this.version = version;
      this.name =
          String.format(
              Locale.ROOT,
              "f%d-%s-%s-r%d-v%d.npy",
              type.bytes(),
              order == ByteOrder.LITTLE_ENDIAN ? "le" : "be",
              fortran ? "F" : "C",
              shape.length,
              version);
    }

    Path path() {
      return Fixtures.path("valid/" + name);
    }

    long[] shape() {
      return shape.clone();
    }

    /** The rule's elements in the order of the file. */
    double[] elements() {
      return fortran ? fortranOrder() : rule(Math.toIntExact(count()));
    }

    private double[] fortranOrder() {
      double[] inFile = new double[Math.toIntExact(count())];
      long[] index = new long[shape.length];
      for (int i = 0; i < inFile.length; i++) {
        long position = 0;
        for (int axis = 0; axis < shape.length; axis++) {
          position = position * shape[axis] + index[axis];
        }
        inFile[i] = ruleAt(position);
        for (int axis = 0; axis < shape.length && ++index[axis] == shape[axis]; axis++) {
          index[axis] = 0;
        }
      }
      return inFile;
    }

    private long count() {
      long count = 1;
      for (long dimension : shape) {
        count *= dimension;
      }
      return count;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static double ruleAt(long position) {
    return (position - 3) * 0.75;
  }

  static double[] rule(int count) {
    double[] elements = new double[count];
    for (int i = 0; i < count; i++) {
      elements[i] = ruleAt(i);
    }
    return elements;
  }

  static float[] floats(double[] doubles) {
    float[] floats = new float[doubles.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) doubles[i];
    }
    return floats;
  }

  static List<Valid> valid() {
    List<Valid> valid = new ArrayList<>();
    for (ElementType type : ElementType.values()) {
      for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
        for (boolean fortran : new boolean[] {false, true}) {
          for (long[] shape : SHAPES) {
            for (int version = 1; version <= 3; version++) {
              valid.add(new Valid(type, order, fortran, shape, version));
            }
          }
        }
      }
    }
    return valid;
  }

  /** Those that {@code numpy.save} would write in C order. */
  static List<Valid> saved() {
    return valid().stream().filter(file -> file.version == 1 && !file.fortran).toList();
  }

  static Path path(String name) {
    URL resource = Fixtures.class.getResource("/npy/" + name);
    try {
      return Path.of(Objects.requireNonNull(resource, name).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(name, e);
    }
  }

  static byte[] bytes(String name) {
    try {
      return Files.readAllBytes(path(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the files of one kind, sorted, without {@code .npy}. */
  static SortedSet<String> names(String group) throws IOException {
    SortedSet<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(path(group))) {
      files.forEach(file -> names.add(file.getFileName().toString().replace(".npy", "")));
    }
    return names;
  }
}
