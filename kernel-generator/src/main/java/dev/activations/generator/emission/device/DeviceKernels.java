package dev.activations.generator.emission.device;

import dev.activations.catalogue.FunctionEntry;
import dev.activations.generator.emission.SourceFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** All generated sources of the device backend. */
public final class DeviceKernels {
  private final SourceFolder target;

  /**
   * The sources.
   *
   * @param target the folder for them
   */
  public DeviceKernels(SourceFolder target) {
    this.target = target;
  }

  /**
   * Writes them.
   *
   * @param families the functions of the catalogue
   * @param classes finds the compiled classes that have their scalar functions
   * @throws IllegalStateException when a family has no class, or a function no scalar function, or
   *     one that is not as it has to be; the message says which
   */
  public void write(Map<String, List<FunctionEntry>> families, ClassLoader classes)
      throws IOException {
    List<ScalarFunction> all = new ArrayList<>();
    for (Map.Entry<String, List<FunctionEntry>> entry : families.entrySet()) {
      Family family = new Family(entry.getKey());
      List<ScalarFunction> functions =
          new ScalarFunctions(family, type(family, classes)).of(entry.getValue());
      write(family.kernels(), ElementClass.source(family, functions));
      all.addAll(functions);
    }
    all.sort(Comparator.comparing(ScalarFunction::stem));
    write(ElementTable.NAME, ElementTable.source(all));
    write(RowClass.NAME, RowClass.source());
    write(ChunkClass.NAME, ChunkClass.source());
  }

  private static Class<?> type(Family family, ClassLoader classes) {
    String name = DeviceClass.FUNCTIONS + "." + family.functions();
    try {
      return Class.forName(name, false, classes);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(
          "the family " + family.name() + " of the catalogue has no class " + name, e);
    }
  }

  private void write(String name, String source) throws IOException {
    target.write(DeviceClass.PACKAGE, name, source);
  }
}
