package dev.activations.generator.emission.device;

import dev.activations.catalogue.FunctionEntry;
import dev.activations.generator.emission.SourceFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
   * @param entries the functions of the catalogue
   * @param types the classes that have their scalar functions, one for each family
   * @throws IllegalStateException when a function has no scalar function, or two, or one that is
   *     not as it has to be; the message says which
   */
  public void write(Collection<FunctionEntry> entries, List<Class<?>> types) throws IOException {
    List<ScalarFunction> all = new ArrayList<>();
    for (Class<?> type : types) {
      ScalarFunctions functions = new ScalarFunctions(type);
      List<ScalarFunction> found = functions.of(entries);
      Family family = functions.family();
      target.write(DeviceClass.PACKAGE, family.kernels(), ElementClass.source(family, found));
      all.addAll(found);
    }
    all.sort(Comparator.comparing(ScalarFunction::stem));
    checkComplete(entries, all);
    target.write(DeviceClass.PACKAGE, ElementTable.NAME, ElementTable.source(all));
    target.write(DeviceClass.PACKAGE, RowClass.NAME, RowClass.source());
    target.write(DeviceClass.PACKAGE, ChunkClass.NAME, ChunkClass.source());
  }

  private static void checkComplete(Collection<FunctionEntry> entries, List<ScalarFunction> all) {
    Set<String> missing =
        entries.stream().map(FunctionEntry::name).collect(Collectors.toCollection(TreeSet::new));
    for (ScalarFunction function : all) {
      if (!missing.remove(function.entry().name())) {
        throw new IllegalStateException(
            "two classes have scalar functions of "
                + function.entry().name()
                + "; is one of them left from an older build?");
      }
    }
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "functions of the catalogue without a scalar function in "
              + DeviceClass.FUNCTIONS
              + ": "
              + String.join(", ", missing));
    }
  }
}
