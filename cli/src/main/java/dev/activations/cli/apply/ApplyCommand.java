package dev.activations.cli.apply;

import dev.activations.Backend;
import dev.activations.BackendOptions;
import dev.activations.Backends;
import dev.activations.cli.options.BackendOption;
import dev.activations.cli.options.QuietOption;
import dev.activations.cli.options.ThreadsOption;
import dev.activations.cli.terminal.Usage;
import dev.activations.npy.NpyInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code activations apply}. */
@Command(
    name = "apply",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Put a .npy file through functions, and write another.",
    description = {
      "",
      "Functions are elementwise; softmax, log_softmax, softmin and logsumexp work on rows, which"
          + " lie along the last axis or axis=A. logsumexp leaves one element of each row. Files"
          + " larger than memory stream through it in blocks of rows.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  activations apply softmax logits.npy probabilities.npy",
      "  activations apply leaky_relu:negative_slope=0.2 x.npy y.npy",
      "  activations apply gelu_erf,softmax:axis=0:temperature=0.5 x.npy y.npy",
      "  activations apply keras.layers.LeakyReLU - - <x.npy >y.npy",
      "",
      "activations list prints all functions and their parameters."
    })
public final class ApplyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "STEP[,STEP...]",
      description = "functions in the order in which they are applied: NAME[:KEY=VALUE]...")
  private String steps;

  @Parameters(
      index = "1",
      paramLabel = "IN.npy",
      description =
          "float16, float32 or float64, any rank from 1 on, C or Fortran order; - for stdin")
  private Path in;

  @Parameters(
      index = "2",
      paramLabel = "OUT.npy",
      description =
          "gets an array of the same shape and type, in C order; appears whole or not; - for"
              + " stdout, which must not be a terminal")
  private Path out;

  @Option(names = "--derivative", description = "compute the derivative instead of the value")
  private boolean derivative;

  @Mixin private BackendOption backend;

  @Mixin private ThreadsOption threads;

  @Option(
      names = "--batch-rows",
      paramLabel = "N",
      description = "rows that are in memory at a time (default: 8 MiB of them)")
  private Long batchRows;

  @Option(names = "--force", description = "replace OUT.npy if it exists")
  private boolean force;

  @Mixin private QuietOption quiet;

  /** Called by picocli. */
  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  public ApplyCommand() {}

  @Override
  public Integer call() throws IOException {
    List<StepArgument> arguments = Usage.parse(spec, () -> StepArgument.parseAll(steps));
    // A derivative that does not exist is refused before any file is opened; axes wait for the
    // rank.
    Usage.parse(spec, () -> Stage.of(arguments, Integer.MAX_VALUE, derivative));
    if (batchRows != null && batchRows < 1) {
      throw Usage.wrong(spec, "--batch-rows must be at least 1, found " + batchRows);
    }
    BackendOptions options = threads.options();
    ArrayTarget target = new ArrayTarget(out, force);
    try (Backend opened = Usage.parse(spec, () -> Backends.open(backend.selector(), options));
        NpyInput input = NpyInput.open(in)) {
      if (target.isSameAs(in)) {
        throw Usage.wrong(spec, out + " is the input: the output must be another file");
      }
      List<Stage> stages =
          Usage.parse(spec, () -> Stage.of(arguments, input.header().rank(), derivative));
      apply(
          new Job(opened, stages, batchRows == null ? 0 : batchRows, quiet.isGiven()),
          input,
          target);
    }
    return 0;
  }

  /** Which parameters it computes with a backend knows alone. */
  private void apply(Job job, NpyInput input, ArrayTarget target) throws IOException {
    try {
      job.run(input, target);
    } catch (IllegalArgumentException refused) {
      throw Usage.wrong(spec, String.valueOf(refused.getMessage()), refused);
    }
  }
}
