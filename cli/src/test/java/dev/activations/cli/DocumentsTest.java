package dev.activations.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");

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
  @ValueSource(strings = {"README.md", "CONTRIBUTING.md"})
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

  /** The synopsis at the head of the commands: each command is there, with options that it has. */
  @Test
  void theSynopsisNamesCommandsAndOptions() throws IOException {
    String synopsis =
        blocks("README.md", "")
            .filter(block -> block.startsWith("activations "))
            .collect(Collectors.joining("\n"));
    CommandLine main = command();
    Set<String> named = new LinkedHashSet<>();
    CommandSpec command = main.getCommandSpec();
    for (String line : synopsis.lines().toList()) {
      if (line.startsWith("activations ")) {
        String name = line.split(" ", 3)[1];
        assertThat(main.getSubcommands()).containsKey(name);
        named.add(name);
        command = main.getSubcommands().get(name).getCommandSpec();
      }
      Matcher options = OPTION.matcher(line);
      while (options.find()) {
        assertThat(command.optionsMap()).as(line).containsKey(options.group());
      }
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
  void theJavaCodeCompilesAndRuns() throws Exception {
    List<String> snippets = blocks("README.md", "java").toList();
    assertThat(snippets).isNotEmpty();
    for (int i = 0; i < snippets.size(); i++) {
      run("Snippet" + i, snippets.get(i).replace("\"auto\"", "\"cpu\""));
    }
  }

  private void run(String name, String snippet) throws Exception {
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
    String code =
        imports
            + "\npublic class "
            + name
            + " implements Runnable {\n  @Override public void run() {\n"
            + body
            + "\n}}\n";
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> errors = new DiagnosticCollector<>();
    List<String> options =
        List.of(
            "-d", folder.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
    boolean compiled =
        compiler.getTask(null, null, errors, options, null, List.of(new Source(name, code))).call();
    assertThat(compiled).as("%s%n%s", errors.getDiagnostics(), code).isTrue();
    URL[] classes = {folder.toUri().toURL()};
    try (URLClassLoader loader =
        new URLClassLoader(classes, Thread.currentThread().getContextClassLoader())) {
      ((Runnable) loader.loadClass(name).getDeclaredConstructor().newInstance()).run();
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
