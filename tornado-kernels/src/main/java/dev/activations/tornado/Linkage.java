package dev.activations.tornado;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether a TornadoVM has all that our bytecode names: the file {@value #LIST} beside this class,
 * which LinkageTest holds equal to the bytecode. Asked before the first class of TornadoVM is
 * touched, so that another version is one line, and not a failure somewhere in a call.
 */
final class Linkage {
  static final String LIST = "tornadovm-api.txt";

  /** A class that every TornadoVM has. */
  private static final String LANDMARK = "uk/ac/manchester/tornado/api/TaskGraph";

  private static final Pattern JAR = Pattern.compile("(.*/tornado-api-(.+)\\.jar)!/.*");

  private final ClassLoader loader;
  private final Map<String, Optional<ClassFile>> read = new HashMap<>();

  Linkage(ClassLoader loader) {
    this.loader = loader;
  }

  /** Of this JVM's TornadoVM; looked at once. */
  static Optional<Installation.Obstacle> ofThisJvm() {
    return ThisJvm.OBSTACLE;
  }

  private static final class ThisJvm {
    static final Optional<Installation.Obstacle> OBSTACLE =
        new Linkage(Objects.requireNonNull(Linkage.class.getClassLoader())).obstacle();
  }

  /** The first that is missing, if any is. */
  Optional<Installation.Obstacle> obstacle() {
    List<String> missing = new ArrayList<>();
    for (ApiMember member : used()) {
      instead(member).ifPresent(found -> missing.add("expected " + member + ", found " + found));
    }
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    String others = missing.size() == 1 ? "" : " (and " + (missing.size() - 1) + " more)";
    return Optional.of(
        new Installation.Obstacle(
            version() + " lacks what the kernels use: " + missing.get(0) + others,
            "install another TornadoVM (tested: 'sdk install tornadovm 5.2.0-jdk25-opencl'), or a"
                + " release of tornado-activations for that one"));
  }

  /** All that our bytecode names. */
  static List<ApiMember> used() {
    try (InputStream list = Linkage.class.getResourceAsStream(LIST);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    Objects.requireNonNull(list, LIST), StandardCharsets.US_ASCII))) {
      return lines.lines().filter(line -> !line.startsWith("#")).map(ApiMember::parse).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What is there instead of a member; empty where the JVM will find it. */
  private Optional<String> instead(ApiMember member) {
    String owner = member.owner().replace('.', '/');
    ClassFile type = read(owner).orElse(null);
    if (type == null) {
      return Optional.of("no such class");
    }
    return switch (member.kind()) {
      case CLASS -> type.isInterface() ? Optional.of("an interface") : Optional.empty();
      case INTERFACE -> type.isInterface() ? Optional.empty() : Optional.of("a class");
      default -> {
        List<ClassFile.Member> namesakes = new ArrayList<>();
        collect(owner, member.name(), namesakes);
        yield namesakes.stream().anyMatch(member::is)
            ? Optional.empty()
            : Optional.of(described(namesakes));
      }
    };
  }

  /** Of a class and of all that it inherits from; constructors are not inherited. */
  private void collect(String owner, String name, List<ClassFile.Member> namesakes) {
    read(owner)
        .ifPresent(
            type -> {
              type.members().stream()
                  .filter(member -> member.name().equals(name))
                  .forEach(namesakes::add);
              if (!name.equals("<init>")) {
                type.parents().forEach(parent -> collect(parent, name, namesakes));
              }
            });
  }

  private static String described(List<ClassFile.Member> namesakes) {
    return namesakes.isEmpty()
        ? "none of that name"
        : namesakes.stream()
            .map(ClassFile.Member::toString)
            .distinct()
            .limit(3)
            .collect(Collectors.joining(" and "));
  }

  private Optional<ClassFile> read(String owner) {
    return read.computeIfAbsent(
        owner,
        name -> {
          try {
            return Optional.ofNullable(ClassFile.find(name, loader));
          } catch (IOException unreadable) {
            throw new UncheckedIOException(name + " cannot be read", unreadable);
          }
        });
  }

  /** Which TornadoVM it is, and where it lies. */
  private String version() {
    URL place = loader.getResource(LANDMARK + ".class");
    if (place == null) {
      return "this TornadoVM";
    }
    Matcher jar = JAR.matcher(place.toString());
    return jar.matches()
        ? "TornadoVM " + jar.group(2) + " (" + file(jar.group(1)) + ")"
        : "TornadoVM (" + place + ")";
  }

  private static String file(String jar) {
    return Path.of(URI.create(jar.replaceFirst("^jar:", ""))).toString();
  }
}
