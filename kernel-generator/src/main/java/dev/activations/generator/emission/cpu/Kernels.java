package dev.activations.generator.emission.cpu;

import dev.activations.generator.algorithms.Algorithm;
import dev.activations.generator.algorithms.Algorithms;
import dev.activations.generator.emission.CamelCase;
import dev.activations.generator.emission.SourceFolder;
import dev.activations.generator.expression.Uniform;
import dev.activations.generator.expression.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** All generated sources: the same kernels in three packages. */
public final class Kernels {
  private static final List<Function<Contract, KernelClass>> KINDS =
      List.of(VectorClass::new, BlockClass::new, ScalarClass::new);

  private final Path target;

  /**
   * The sources.
   *
   * @param target the folder for them, with one folder for each package
   */
  public Kernels(Path target) {
    this.target = target;
  }

  /** Writes them. */
  public void write() throws IOException {
    for (Function<Contract, KernelClass> kind : KINDS) {
      List<LibraryClass.Entry> entries = new ArrayList<>();
      for (Algorithm algorithm : Algorithms.all()) {
        entries.add(writeFunction(kind, algorithm, OptionalDouble.empty()));
        for (double known : algorithm.known()) {
          entries.add(writeFunction(kind, algorithm, OptionalDouble.of(known)));
        }
      }
      KernelClass rows = kind.apply(kind.apply(Contract.rows()).contractOfRows());
      write(rows.folder(), "GeneratedRows", rows.source("GeneratedRows", RowKernelSet.all()));
      write(rows.folder(), "Functions", LibraryClass.source(rows.folder(), entries));
    }
  }

  private LibraryClass.Entry writeFunction(
      Function<Contract, KernelClass> kind, Algorithm algorithm, OptionalDouble known)
      throws IOException {
    String name = CamelCase.upper(algorithm.name());
    List<Uniform> parameters = algorithm.uniforms();
    if (known.isPresent()) {
      name += "Of" + (int) known.getAsDouble();
      parameters = List.of(Uniform.of(known.getAsDouble()));
    }
    Value x = Value.input("x");
    Value slope = algorithm.derivative().of(x, parameters);
    List<Kernel> kernels =
        List.of(
            Kernel.of("forward", algorithm.value().of(x, parameters), "y", "x"),
            Kernel.of("derivative", slope, "y", "x"),
            Kernel.of("backward", slope.times(Value.input("dy")), "dx", "x", "dy"));
    KernelClass source =
        kind.apply(Contract.elementwise(known.isPresent() ? 0 : algorithm.parameters()));
    write(source.folder(), name, source.source(name, kernels));
    return new LibraryClass.Entry(algorithm.name(), known, name);
  }

  private void write(String folder, String name, String source) throws IOException {
    String packageName = Names.PACKAGE + folder;
    new SourceFolder(target.resolve(folder)).write(packageName, name, source);
  }
}
