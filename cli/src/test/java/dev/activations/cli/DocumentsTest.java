package dev.activations.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What the documents say can be done: commands exist, code compiles and runs, links resolve. */
class DocumentsTest {
  private static final Path ROOT = Path.of(System.getProperty("activations.root"));
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*)$");

  private static final Pattern EXAMPLE = Pattern.compile("(?s)<pre>\\{@code\n(.*?)\n \\* }</pre>");

  @TempDir private Path folder;

  private static String text(String document) throws IOException {
    return Files.readString(ROOT.resolve(document));
  }

  private static CommandLine command() {
    return new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true);
  }

  private static Stream<String> blocks(String document, String language) throws IOException {
    return BLOCK
        .matcher(text(document))
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2));
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !ROOT.relativize(file).toString().matches("(.*/)?(target|\\..*)/.*"))
          .toList();
    }
  }

  @TestFactory
  List<DynamicTest> everyLinkResolves() throws IOException {
    List<Path> documents = documents();
    assertThat(documents).hasSizeGreaterThan(10);
    return documents.stream()
        .map(file -> DynamicTest.dynamicTest(ROOT.relativize(file).toString(), () -> links(file)))
        .toList();
  }

  private static void links(Path file) throws IOException {
    for (MatchResult link : LINK.matcher(Files.readString(file)).results().toList()) {
      String target = link.group(1);
      if (target.matches("https?:.*")) {
        continue;
      }
      String[] parts = target.split("#", 2);
      Path linked = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]).normalize();
      assertThat(linked).as("the link %s in %s", target, ROOT.relativize(file)).exists();
      if (parts.length == 2 && linked.toString().endsWith(".md")) {
        assertThat(anchors(linked)).as("the headings of %s", linked).contains(parts[1]);
      }
    }
  }

  /** As GitHub makes them: without marks, lower case, a hyphen for each space. */
  private static Set<String> anchors(Path document) throws IOException {
    return HEADING
        .matcher(Files.readString(document))
        .results()
        .map(heading -> heading.group(1).replaceAll("[^\\w\\- ]", "").replace(' ', '-'))
        .map(anchor -> anchor.toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The words of a line of a shell, without a comment, a redirection or an environment. */
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    for (String word : line.strip().split("\\s+", -1)) {
      if (word.equals("#") || word.equals(">") || word.equals(">>") || word.equals("|")) {
        break;
      }
      words.add(word);
    }
    return words;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"README.md", "CONTRIBUTING.md", "docs/cpu.md", "docs/gpu.md", "docs/measuring.md"})
  void everyCommandExistsWithItsOptions(String document) throws IOException {
    List<String> lines =
        blocks(document, "")
            .flatMap(String::lines)
            .map(line -> line.startsWith("$ ") ? line.substring(2) : line)
            .filter(line -> line.startsWith("./") || line.startsWith("benchmarks/"))
            .toList();
    assertThat(lines).as("commands of %s", document).isNotEmpty();
    for (String line : lines) {
      List<String> words = words(line);
      assertThat(ROOT.resolve(words.get(0))).as(line).isExecutable();
      if (words.get(0).equals("./activations")) {
        String[] arguments = words.subList(1, words.size()).toArray(new String[0]);
        assertThatCode(() -> command().parseArgs(arguments)).as(line).doesNotThrowAnyException();
      }
    }
  }

  /** The table of README has each command once, with an example that it takes. */
  @Test
  void theTableNamesEachCommand() throws IOException {
    CommandLine main = command();
    List<String> named = new ArrayList<>();
    Matcher row =
        Pattern.compile("(?m)^\\| `(\\w+)` \\|[^|]*\\| `\\./activations (.*)` \\|$")
            .matcher(text("README.md"));
    while (row.find()) {
      named.add(row.group(1));
      String[] words = row.group(2).split(" ", -1);
      assertThat(words[0]).isEqualTo(row.group(1));
      assertThatCode(() -> command().parseArgs(words)).as(row.group()).doesNotThrowAnyException();
    }
    Set<String> all =
        main.getSubcommands().values().stream()
            .map(CommandLine::getCommandSpec)
            .filter(spec -> !spec.usageMessage().hidden())
            .map(CommandSpec::name)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    all.remove("help");
    assertThat(named).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void readmeIsShort() throws IOException {
    List<String> lines = text("README.md").lines().toList();
    assertThat(lines).hasSizeLessThanOrEqualTo(130);
    assertThat(lines.stream().filter(line -> !line.startsWith("|") && !line.startsWith("[!")))
        .as("lines outside tables, of at most 100 columns")
        .filteredOn(line -> line.length() > 100)
        .isEmpty();
  }

  /** Each piece of code does what the block of text behind it says that it prints. */
  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/cpu.md"})
  void theJavaCodeCompilesAndPrints(String document) throws Exception {
    List<String> snippets = blocks(document, "java").toList();
    List<String> outputs = blocks(document, "text").toList();
    assertThat(snippets).isNotEmpty().hasSameSizeAs(outputs);
    for (int i = 0; i < snippets.size(); i++) {
      assertThat(run("Snippet" + i, snippets.get(i).replace("\"auto\"", "\"cpu\"")))
          .isEqualTo(outputs.get(i));
    }
  }

  @TestFactory
  List<DynamicTest> theExamplesOfTheJavadocRun() throws IOException {
    List<Path> sources;
    try (Stream<Path> files = Files.walk(ROOT)) {
      sources =
          files
              .filter(
                  file ->
                      file.toString()
                          .matches(
                              ".*/src/main/java/dev/activations/(catalogue/|cpu/)?\\w+(-info)?\\.java"))
              .filter(file -> !file.toString().contains("/target/"))
              .toList();
    }
    List<DynamicTest> tests = new ArrayList<>();
    for (Path file : sources) {
      Matcher example = EXAMPLE.matcher(Files.readString(file));
      if (example.find()) {
        String name = "Example" + tests.size();
        String code =
            "import dev.activations.*; import dev.activations.catalogue.*; import dev.activations.cpu.*;\n"
                + example.group(1).replaceAll("(?m)^ \\*", "").replace("\"auto\"", "\"cpu\"");
        tests.add(DynamicTest.dynamicTest(ROOT.relativize(file).toString(), () -> run(name, code)));
      }
    }
    assertThat(tests).hasSizeGreaterThanOrEqualTo(6);
    return tests;
  }

  /** What it prints. */
  private String run(String name, String snippet) throws Exception {
    String imports =
        snippet
            .lines()
            .filter(line -> line.startsWith("import "))
            .collect(Collectors.joining("\n"));
    String body =
        snippet
            .lines()
            .filter(line -> !line.startsWith("import "))
            .collect(Collectors.joining("\n"));
    String source =
        imports
            + "\npublic class "
            + name
            + " implements java.util.function.Consumer<java.io.PrintStream> {\n"
            + "  @Override public void accept(java.io.PrintStream stdout) {\n"
            + body.replace("System.out.", "stdout.")
            + "\n}}\n";
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> errors = new DiagnosticCollector<>();
    List<String> options =
        List.of(
            "-d", folder.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
    boolean compiled =
        compiler
            .getTask(null, null, errors, options, null, List.of(new Source(name, source)))
            .call();
    assertThat(compiled).as("%s%n%s", errors.getDiagnostics(), source).isTrue();
    URL[] classes = {folder.toUri().toURL()};
    try (URLClassLoader loader =
        new URLClassLoader(classes, Thread.currentThread().getContextClassLoader())) {
      @SuppressWarnings("unchecked")
      Consumer<PrintStream> code =
          (Consumer<PrintStream>) loader.loadClass(name).getDeclaredConstructor().newInstance();
      ByteArrayOutputStream printed = new ByteArrayOutputStream();
      try (PrintStream stdout = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
        code.accept(stdout);
      }
      return printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String code;

    Source(String name, String code) {
      super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
      this.code = code;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return code;
    }
  }
}
