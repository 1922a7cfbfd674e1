package dev.activations.tornado;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a JVM has no TornadoVM, and what would mend it. Names no class of TornadoVM, so that it runs
 * in every JVM.
 */
final class Installation {
  /** TornadoVM's own options set it; without them touching TornadoVM's classes fails for good. */
  static final String STARTED = "tornado.load.runtime.implementation";

  private static final String VARIABLE = "TORNADOVM_HOME";
  private static final String INSTALL =
      "install TornadoVM ('sdk install tornadovm 5.2.0-jdk25-opencl'), or set " + VARIABLE;
  private static final String LIBRARY_PATH = "-Djava.library.path=";
  private static final Pattern API_JAR = Pattern.compile("tornado-api-.*-jdk(\\d+).*\\.jar");

  private final Map<String, String> environment;
  private final Path home;
  private final int javaFeature;

  Installation(Map<String, String> environment, Path home, int javaFeature) {
    this.environment = environment;
    this.home = home;
    this.javaFeature = javaFeature;
  }

  static Installation ofThisJvm() {
    return new Installation(
        System.getenv(),
        Path.of(System.getProperty("user.home", ".")),
        Runtime.version().feature());
  }

  static boolean isStarted() {
    return System.getProperty(STARTED) != null;
  }

  /** Why the running JVM, which lacks TornadoVM's options, lacks them. */
  Obstacle obstacle() {
    String variable = environment.get(VARIABLE);
    boolean byVariable = variable != null && !variable.isEmpty();
    Path sdk =
        byVariable && variable != null
            ? Path.of(variable)
            : home.resolve(Path.of(".sdkman", "candidates", "tornadovm", "current"));
    if (!Files.isDirectory(sdk)) {
      return byVariable
          ? new Obstacle(VARIABLE + " is " + sdk + ", which is no folder", INSTALL)
          : new Obstacle(
              "TornadoVM is not installed: " + VARIABLE + " is not set, and there is no " + sdk,
              INSTALL);
    }
    Path options = sdk.resolve("tornado-argfile");
    if (!Files.isReadable(options)) {
      return new Obstacle(
          sdk + " has no tornado-argfile, so it is no TornadoVM SDK of version 5",
          INSTALL + " to a folder that has one");
    }
    Path named = nativeLibraries(options);
    if (named != null && !Files.isDirectory(named)) {
      return new Obstacle(
          options + " names the folder " + named + ", which is not there: the SDK was moved",
          "generate the file again ('tornado --generate-argfile'), or install the SDK anew");
    }
    int needed = javaOf(sdk);
    if (needed != 0 && needed != javaFeature) {
      return new Obstacle(
          String.format(Locale.ROOT, "this is Java %d, %s is for JDK %d", javaFeature, sdk, needed),
          String.format(
              Locale.ROOT,
              "start JDK %d with @%s; the launcher ./activations does so when it finds that JDK in"
                  + " JAVA_HOME, on the PATH or in /usr/lib/jvm",
              needed,
              options));
    }
    return new Obstacle(
        "this JVM was started without TornadoVM's options",
        "start java with @" + options + ", or use the launcher ./activations");
  }

  /** The folder of the SDK's native libraries, which its options name by an absolute path. */
  private static @Nullable Path nativeLibraries(Path options) {
    try (Stream<String> lines = Files.lines(options)) {
      return lines
          .filter(line -> line.startsWith(LIBRARY_PATH))
          .map(line -> Path.of(line.substring(LIBRARY_PATH.length()).trim()))
          .findFirst()
          .orElse(null);
    } catch (IOException | UncheckedIOException | InvalidPathException unreadable) {
      return null;
    }
  }

  /** The feature release of the JDK that an SDK was built for; 0 when its jars do not tell. */
  private static int javaOf(Path sdk) {
    try (Stream<Path> jars = Files.list(sdk.resolve(Path.of("share", "java", "tornado")))) {
      return jars.map(jar -> API_JAR.matcher(jar.getFileName().toString()))
          .filter(Matcher::matches)
          .mapToInt(match -> Integer.parseInt(match.group(1)))
          .findFirst()
          .orElse(0);
    } catch (IOException unreadable) {
      return 0;
    }
  }

  /** What keeps a backend from being used. */
  record Obstacle(String reason, String fix) {
    /** What TornadoVM's failure to start means. */
    static Obstacle of(Throwable failure) {
      Throwable root = Failure.root(failure);
      String message = Failure.message(failure);
      String lower = message.toLowerCase(Locale.ROOT);
      if (lower.contains("jvmci")) {
        return new Obstacle(
            "the JVM was started without JVMCI", "start java with the SDK's tornado-argfile");
      }
      if (lower.contains("platform")
          || lower.contains("no opencl")
          || lower.contains("no device")) {
        return new Obstacle(
            "no driver offers a device: " + message,
            "install the driver of the device; Debian's pocl-opencl-icd makes any processor one");
      }
      if (root instanceof UnsatisfiedLinkError || lower.contains("library not found")) {
        return new Obstacle(
            "a native library of TornadoVM or of a driver is missing: " + message,
            "start java with the SDK's tornado-argfile; install the drivers of all its backends, or"
                + " an SDK with fewer backends");
      }
      if (root instanceof ClassNotFoundException || root instanceof NoClassDefFoundError) {
        return new Obstacle(
            "TornadoVM's classes are missing: " + message,
            "start java with the SDK's tornado-argfile");
      }
      return new Obstacle(
          "TornadoVM does not start: " + root.getClass().getSimpleName() + ": " + message,
          "try 'tornado --devices', which tells more");
    }
  }
}
