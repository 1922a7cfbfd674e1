package dev.activations.tornado;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The JDK that an SDK of TornadoVM is for: {@code jdk25} is JDK 25 and no other, {@code jdk22plus}
 * is 22 or newer. The SDK's etc/tornado.jdk decides where there is one; else the names do. The
 * function sdk_jdk of sdk.bash is the same rule.
 *
 * @param release the feature release
 * @param newer whether newer releases fit, too
 */
record SdkJdk(int release, boolean newer) {
  private static final Pattern FLOOR = Pattern.compile("\\s*floor\\s*=\\s*(\\d{1,4})\\s*");

  /** Classes with preview features run on the JDK that compiled them, and on no other. */
  private static final Pattern PREVIEW = Pattern.compile("\\s*preview\\s*=\\s*true\\s*");

  private static final Pattern NAMED = Pattern.compile(".*-jdk(\\d{1,4})(plus)?(-.*)?");
  private static final String API = "tornado-api-";
  private static final String JAR = ".jar";

  /** Empty where an SDK does not tell. */
  static Optional<SdkJdk> of(Path sdk) {
    return told(sdk).or(() -> names(sdk).flatMap(name -> named(name).stream()).findFirst());
  }

  boolean fits(int feature) {
    return feature == release || newer && feature > release;
  }

  private static Optional<SdkJdk> told(Path sdk) {
    List<String> lines;
    try {
      // Not UTF-8: what is no letter of it would make the file unreadable.
      lines =
          Files.readAllLines(
              sdk.resolve(Path.of("etc", "tornado.jdk")), StandardCharsets.ISO_8859_1);
    } catch (IOException absent) {
      return Optional.empty();
    }
    boolean preview = lines.stream().anyMatch(line -> PREVIEW.matcher(line).matches());
    return lines.stream()
        .map(FLOOR::matcher)
        .filter(Matcher::matches)
        .findFirst()
        .map(floor -> new SdkJdk(Integer.parseInt(floor.group(1)), !preview));
  }

  /** The jars of the API in the order of their names, then the folder itself. */
  private static Stream<String> names(Path sdk) {
    return Stream.concat(jars(sdk).stream(), folder(sdk).stream());
  }

  private static List<String> jars(Path sdk) {
    try (Stream<Path> jars = Files.list(sdk.resolve(Path.of("share", "java", "tornado")))) {
      return jars.map(jar -> jar.getFileName().toString())
          .filter(name -> name.startsWith(API) && name.endsWith(JAR))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException unreadable) {
      return List.of();
    }
  }

  private static Optional<String> folder(Path sdk) {
    try {
      return Optional.ofNullable(sdk.toRealPath().getFileName()).map(Path::toString);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<SdkJdk> named(String name) {
    String stem = name.endsWith(JAR) ? name.substring(0, name.length() - JAR.length()) : name;
    Matcher match = NAMED.matcher(stem);
    return match.matches()
        ? Optional.of(new SdkJdk(Integer.parseInt(match.group(1)), match.group(2) != null))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "JDK " + release + (newer ? " or newer" : " alone");
  }
}
