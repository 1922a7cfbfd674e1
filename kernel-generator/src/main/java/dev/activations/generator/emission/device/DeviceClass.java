package dev.activations.generator.emission.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What all generated classes have. */
final class DeviceClass {
  /** The package of all of them. */
  static final String PACKAGE = "dev.activations.tornado.kernels";

  /** The package of what is written by hand. */
  static final String FUNCTIONS = "dev.activations.tornado.functions";

  private static final String API = "uk.ac.manchester.tornado.api.";

  private DeviceClass() {}

  /** A class of row kernels. */
  static String ofRows(String name, String words, String members) {
    List<String> imports = List.of(FUNCTIONS + ".ElementaryFunctions", FUNCTIONS + ".RowFunctions");
    return source(name, imports, List.of(), words, members);
  }

  /**
   * A class.
   *
   * @param imports what it needs beside what all do
   * @param api what it needs of TornadoVM beside that
   * @param words its comment
   */
  static String source(
      String name, List<String> imports, List<String> api, String words, String members) {
    List<String> ofApi = new ArrayList<>(List.of("KernelContext"));
    ofApi.addAll(api);
    ofApi.addAll(List.of("types.arrays.FloatArray", "types.arrays.IntArray"));
    List<String> all = new ArrayList<>(imports);
    all.add("javax.annotation.processing.Generated");
    ofApi.forEach(type -> all.add(API + type));
    return String.format(
        Locale.ROOT,
        """
        package %s;

        %s
        %s@Generated("dev.activations.generator.DeviceMain")
        public final class %s {
        %s}
        """,
        PACKAGE,
        all.stream().map(type -> "import " + type + ";\n").collect(Collectors.joining()),
        words,
        name,
        members);
  }
}
