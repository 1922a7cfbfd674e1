package dev.activations.tornado;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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

  /** The options that name folders of an SDK. */
  private static final List<String> FOLDERS =
      List.of("-Djava.library.path=", "--module-path .:", "--upgrade-module-path ");

  private final Map<String, String> environment;
  private final Path home;
  private final int javaFeature;

  Installation(Map<String, String> environment, Path home, int javaFeature) {
    this.environment = environment;
    this.home = home;
    this.javaFeature = javaFeature;
  }

  static Installation ofThisJvm() {
    String variable = System.getenv("HOME"); // as the launcher: it goes before the user's entry
    return new Installation(
        System.getenv(),
        Path.of(
            variable == null || variable.isEmpty()
                ? System.getProperty("user.home", ".")
                : variable),
        Runtime.version().feature());
  }

  static boolean isStarted() {
    return System.getProperty(STARTED) != null;
  }

  /** The folder of the SDK, be it there or not: the variable's, or else SDKMAN's. */
  Path sdk() {
    return named()
        .orElseGet(() -> home.resolve(Path.of(".sdkman", "candidates", "tornadovm", "current")));
  }

  private Optional<Path> named() {
    return Optional.ofNullable(environment.get(VARIABLE))
        .filter(variable -> !variable.isEmpty())
        .map(Path::of);
  }

  /** Why the running JVM, which lacks TornadoVM's options, lacks them. */
  Obstacle obstacle() {
    return unfit()
        .orElseGet(
            () ->
                new Obstacle(
                    "this JVM was started without TornadoVM's options",
                    "start java with @" + options() + ", or use the launcher ./activations"));
  }

  /** Why this JDK cannot be started with the SDK's options; empty where it can. */
  Optional<Obstacle> unfit() {
    Path sdk = sdk();
    if (!Files.isDirectory(sdk)) {
      return Optional.of(
          named().isPresent()
              ? new Obstacle(VARIABLE + " is " + sdk + ", which is no folder", INSTALL)
              : new Obstacle(
                  "TornadoVM is not installed: " + VARIABLE + " is not set, and there is no " + sdk,
                  INSTALL));
    }
    Path options = options();
    if (!Files.isReadable(options)) {
      return Optional.of(
          Files.isReadable(sdk.resolve("tornado-argfile.template"))
              ? new Obstacle(
                  sdk + " has no tornado-argfile yet, only its template",
                  "run '" + sdk.resolve(Path.of("bin", "tornado")) + " --generate-argfile' once")
              : new Obstacle(
                  sdk + " has no tornado-argfile, so it is no TornadoVM SDK of version 5 or newer",
                  INSTALL + " to a folder that has one"));
    }
    return unreadable(options).or(() -> anotherJdk(sdk, options));
  }

  private Path options() {
    return sdk().resolve("tornado-argfile");
  }

  /** A folder that the options name, and that keeps a JVM from starting; none is the rule. */
  private static Optional<Obstacle> unreadable(Path options) {
    List<String> lines;
    try {
      lines = Files.readAllLines(options, StandardCharsets.UTF_8);
    } catch (IOException odd) {
      return Optional.of(
          new Obstacle(options + " cannot be read: " + odd.getMessage(), "install the SDK anew"));
    }
    for (String line : lines) {
      for (String option : FOLDERS) {
        if (line.startsWith(option)) {
          Optional<Obstacle> found = unusable(options, line.substring(option.length()));
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Obstacle> unusable(Path options, String folders) {
    String first = folders.split(":", 2)[0];
    if (folders.chars().anyMatch(Character::isWhitespace)) {
      return Optional.of(
          new Obstacle(
              options + " names the folder " + folders + ", of which java reads a part: the space",
              "put the SDK into a folder without a space and generate the file again"
                  + " ('tornado --generate-argfile')"));
    }
    if (!isFolder(first)) {
      return Optional.of(
          new Obstacle(
              options + " names the folder " + first + ", which is not there: the SDK was moved",
              "generate the file again ('tornado --generate-argfile'), or install the SDK anew"));
    }
    return Optional.empty();
  }

  private static boolean isFolder(String name) {
    try {
      return Files.isDirectory(Path.of(name));
    } catch (InvalidPathException odd) {
      return false;
    }
  }

  private Optional<Obstacle> anotherJdk(Path sdk, Path options) {
    Optional<SdkJdk> told = SdkJdk.of(sdk);
    if (told.isEmpty()) {
      return Optional.of(
          new Obstacle(
              sdk
                  + " does not tell which JDK it is for: expected -jdkNN or -jdkNNplus in the name"
                  + " of its tornado-api jar, or etc/tornado.jdk with a line floor=NN",
              "install the SDK anew"));
    }
    SdkJdk needed = told.get();
    if (needed.fits(javaFeature)) {
      return Optional.empty();
    }
    return Optional.of(
        new Obstacle(
            String.format(Locale.ROOT, "this is Java %d, %s is for %s", javaFeature, sdk, needed),
            String.format(
                Locale.ROOT,
                "install JDK %d%s and start it with @%s (the launcher ./activations does so when it"
                    + " finds that JDK in JAVA_HOME, on the PATH, in /usr/lib/jvm or SDKMAN's), or"
                    + " install a TornadoVM for JDK %d",
                needed.release(),
                needed.newer() ? " or newer" : "",
                options,
                javaFeature)));
  }

  /** Of the running JVM; the simulator folds no case. */
  static Optional<Obstacle> foreignLetters() {
    return Objects.equals(System.getProperty(STARTED), "simulator")
        ? Optional.empty()
        : foreignLetters(Locale.getDefault());
  }

  /**
   * Why TornadoVM cannot compile a kernel in this JVM: it folds case with the default locale, and
   * Turkish has another small I. To set a locale is its program's matter, so this only says it.
   */
  static Optional<Obstacle> foreignLetters(Locale locale) {
    String capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    String small = capitals.toLowerCase(Locale.ROOT);
    if (capitals.toLowerCase(locale).equals(small) && small.toUpperCase(locale).equals(capitals)) {
      return Optional.empty();
    }
    return Optional.of(
        new Obstacle(
            "the default locale of this JVM is "
                + locale
                + ", whose letter i is not that of English, and TornadoVM compiles no kernel then",
            "start java with -Duser.language=en, call Locale.setDefault(Locale.ENGLISH) before the"
                + " first backend is listed or opened, or use the launcher ./activations"));
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
      if (root instanceof UnsupportedClassVersionError) {
        return new Obstacle(
            "TornadoVM's classes are for another JDK than this one, Java "
                + Runtime.version().feature()
                + ": "
                + message,
            "start the JDK that the SDK's name tells: -jdk25 is JDK 25 alone, -jdk22plus is 22 or"
                + " newer");
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
