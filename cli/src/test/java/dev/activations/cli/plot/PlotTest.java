package dev.activations.cli.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import dev.activations.cli.JvmVariables;
import dev.activations.cli.Run;
import dev.activations.cli.plot.drawing.Fonts;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files that {@code plot} makes, and those that it does not. */
class PlotTest {
  @TempDir private Path folder;

  private Run plot(String words) {
    return Run.of(
        Stream.of(("plot " + words).split(" ")).map(w -> w.replace("@", folder + "")).toArray());
  }

  /** {@code @} stands for the folder. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2 | softmax | softmax is a row operation: its result depends on a whole row, so it has no"
            + " curve",
        "2 | reul | no function is called 'reul'; if it is misspelt: relu is max(0, x)",
        "2 | softcap | softcap needs cap, in (0, inf)",
        "2 | elu:alpha=-1 | alpha must be a number in [0, inf), found -1",
        "2 | relu --out @/a.pdf | expected a file that ends in .svg or .png, or -, found '",
        "2 | relu --out @/svg | expected a file that ends in .svg or .png",
        "2 | relu --range 3:1 | --range: expected A:B, two numbers of at most 1e300 with A < B such"
            + " as -5:5, found '3:1'",
        "2 | relu --range 1 | --range: expected A:B",
        "2 | relu --range a:b | found 'a:b'",
        "2 | relu --range nan:1 | found 'nan:1'",
        "2 | relu --range NaN:1 | found 'NaN:1'",
        "2 | relu --range 0:Infinity | found '0:Infinity'",
        "2 | relu --range 0:1e-320 | found '0:1e-320'",
        "2 | relu --size 10x10 | --size: expected WxH such as 1200x900, each from 100 to 10,000",
        "2 | relu --size 10000x10000 | at most 36,000,000 pixels together, found '10000x10000'",
        "2 | relu --size large | found 'large'",
        "2 | relu --compare | --compare expects two functions or more, found 1",
        "2 | relu,relu --compare | --compare expects two functions or more, found 1",
        "2 | --compare | --compare expects two functions or more, found 0",
        "2 | relu --no-derivative --derivative-only | leave nothing",
        "2 | relu --backend cpu | --backend is for --error only",
        "2 | relu --exhaustive | --exhaustive is for --error only",
        "2 | relu tanh --compare --error | --compare is for curves",
        "2 | relu --error --exhaustive --range 0:1 | expected it or --range, found both",
        "2 | relu --error --range 1:1.00000001 | expected two different floats, found 1.0:1.0",
        "2 | relu --error --range 0:1e39 | expected two different floats, found 0.0:Infinity",
        "2 | relu --error --backend quantum --out @/x.svg | no backend is called 'quantum'",
        "2 | relu --colour red | no option is called '--colour'",
        "1 | relu --out @/no/x.svg | no such directory for the output",
        "1 | relu --out @/old.svg | old.svg: already exists; expected no such file: use --force",
        "1 | relu --error --out @/old.svg | old.svg: already exists",
        "1 | relu --out @/folder.svg | is a directory; expected a file",
      })
  void badInputIsOneLine(int status, String words, String message) throws IOException {
    Files.writeString(folder.resolve("old.svg"), "old");
    Files.createDirectory(folder.resolve("folder.svg"));
    Run run = plot(words);
    assertThat(run.err()).startsWith("activations plot: ").contains(message);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.status()).isEqualTo(status);
    assertThat(run.out()).isEmpty();
    assertThat(folder.resolve("old.svg")).hasContent("old");
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("old.svg", "folder.svg");
  }

  @Test
  void moreCurvesThanCanBeToldApart() {
    StringBuilder many = new StringBuilder("elu:alpha=0");
    for (int i = 1; i <= 35; i++) {
      many.append(",elu:alpha=").append(i);
    }
    Run run = plot(many + " --compare --out -");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--compare can tell 35 curves apart, found 36");
  }

  @Test
  void theFileIsNamedOnStdout() throws IOException {
    Run run = plot("relu --out @/a.svg");
    assertThat(run).isEqualTo(new Run(0, folder.resolve("a.svg") + System.lineSeparator(), ""));
    assertThat(Files.readString(folder.resolve("a.svg")))
        .isEqualTo(plot("relu --out -").out())
        .isEqualTo(plot("relu --out -").out());
    assertThat(folder.toFile().list()).containsExactly("a.svg");
  }

  @Test
  void forceReplaces() throws IOException {
    Path file = Files.writeString(folder.resolve("a.SVG"), "old");
    assertThat(plot("relu --force --out @/a.SVG").status()).isZero();
    assertThat(Files.readString(file)).startsWith("<svg ");
  }

  @Test
  void aPngHasTheSizeThatWasAsked() throws IOException {
    assumeThatCode(Fonts::find).as("a font to write with").doesNotThrowAnyException();
    assertThat(plot("relu --out @/a.png --size 900x500").status()).isZero();
    BufferedImage asked = ImageIO.read(folder.resolve("a.png").toFile());
    assertThat(List.of(asked.getWidth(), asked.getHeight())).containsExactly(900, 500);
    assertThat(plot("relu --out @/b.png").status()).isZero();
    BufferedImage usual = ImageIO.read(folder.resolve("b.png").toFile());
    assertThat(usual.getWidth()).isEqualTo(1280);
    assertThat(hasColour(usual, 0x0072b2)).as("the value").isTrue();
    assertThat(hasColour(usual, 0xd55e00)).as("the derivative").isTrue();
    assertThat(usual.getRGB(0, 0)).isEqualTo(0xffffffff);
  }

  private static boolean hasColour(BufferedImage image, int rgb) {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return Arrays.stream(pixels).filter(pixel -> (pixel & 0xffffff) == rgb).count() > 100;
  }

  @Test
  void anSvgHasTheSizeThatWasAsked() throws Exception {
    var root = new Svg(plot("relu tanh elu --out - --size 1200x1800").out()).root();
    assertThat(root.getAttribute("width")).isEqualTo("1200");
    assertThat(root.getAttribute("height")).isEqualTo("1800");
  }

  @Test
  void withoutAnOutItIsNamedAfterTheFunction() throws Exception {
    assertThat(inFolder(List.of(), "plot", "leaky_relu:negative_slope=0.2"))
        .isEqualTo("0 leaky_relu.svg");
    assertThat(inFolder(List.of(), "plot", "relu", "elu")).isEqualTo("0 activations.svg");
    assertThat(inFolder(List.of(), "plot", "relu", "elu", "--compare"))
        .isEqualTo("0 activations-compare.svg");
    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder(
            "leaky_relu.svg", "activations.svg", "activations-compare.svg", "err");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void withoutFontsAnSvgIsMadeAndAPngIsNot() throws Exception {
    Path none =
        Files.writeString(
            folder.resolve("fonts.conf"),
            "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM"
                + " \"fonts.dtd\"><fontconfig><cachedir>"
                + folder
                + "</cachedir></fontconfig>");
    List<String> variables = List.of("FONTCONFIG_FILE=" + none);
    assertThat(inFolder(variables, "plot", "relu", "--out", "a.png")).startsWith("1");
    assertThat(Files.readString(folder.resolve("err")).lines())
        .singleElement()
        .asString()
        .contains("a PNG needs a font")
        .contains("install fontconfig and fonts-dejavu-core, or write an .svg");
    assertThat(folder.resolve("a.png")).doesNotExist();
    assertThat(inFolder(variables, "plot", "relu", "--out", "a.svg")).isEqualTo("0 a.svg");
  }

  /** Runs a JVM of its own; gives its exit status and what it printed. */
  private String inFolder(List<String> variables, String... words)
      throws IOException, InterruptedException {
    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Duser.home=" + folder, // where Java keeps what it once found out about fonts
            "-cp",
            System.getProperty("java.class.path"),
            "dev.activations.cli.Main");
    JvmVariables.without(command).command().addAll(List.of(words));
    for (String variable : variables) {
      command.environment().put(variable.split("=", -1)[0], variable.split("=", -1)[1]);
    }
    Process process =
        command.directory(folder.toFile()).redirectError(folder.resolve("err").toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return (process.exitValue() + " " + out).trim();
  }
}
