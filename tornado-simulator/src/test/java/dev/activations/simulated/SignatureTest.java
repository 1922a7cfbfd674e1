package dev.activations.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.activations.simulator.SimulationError;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the simulator offers in TornadoVM's packages is in TornadoVM's API too. */
class SignatureTest {
  private static final String API = "tornado-api-";
  private static final String SIMULATED = "5.2.";

  private final List<String> mismatches = new ArrayList<>();

  @Test
  void everythingOfferedExists() throws Exception {
    Path jar = realApi();
    assumeTrue(jar != null, "no TornadoVM SDK: set TORNADOVM_HOME to compare the signatures");
    assumeTrue(
        jar.getFileName().toString().startsWith(API + SIMULATED),
        jar
            + " is not of the version that is simulated, "
            + SIMULATED
            + "x: what is used of it is"
            + " checked by LinkageTest");
    int compared = 0;
    try (URLClassLoader real =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      assumeTrue(isForThisJdk(real), jar + " is for another JDK than " + Runtime.version());
      for (String name : offered()) {
        Class<?> ours = Class.forName(name, false, getClass().getClassLoader());
        if (isOffered(ours.getModifiers())) {
          compare(ours, real);
          compared++;
        }
      }
    }
    assertThat(mismatches).as("members that TornadoVM's API lacks or has otherwise").isEmpty();
    assertThat(compared).isGreaterThan(40);
  }

  private static boolean isForThisJdk(ClassLoader real) throws ClassNotFoundException {
    try {
      Class.forName("uk.ac.manchester.tornado.api.TaskGraph", false, real);
      return true;
    } catch (UnsupportedClassVersionError forAnother) {
      return false;
    }
  }

  private void compare(Class<?> ours, ClassLoader real) {
    Class<?> theirs;
    try {
      theirs = Class.forName(ours.getName(), false, real);
    } catch (ClassNotFoundException absent) {
      mismatches.add(ours.getName() + ": no such class");
      return;
    }
    String name = ours.getName();
    // A nested interface is static with or without the word, and a sealed class is final for
    // nobody.
    check(name + ": kind", kind(ours), kind(theirs));
    check(name + ": superclass", name(ours.getSuperclass()), name(theirs.getSuperclass()));
    if (ours.isEnum()) {
      check(name + ": constants", constants(ours), constants(theirs));
    }
    for (Field field : ours.getDeclaredFields()) {
      if (isOffered(field)) {
        find(name, describe(field), Arrays.stream(theirs.getDeclaredFields()));
      }
    }
    for (Constructor<?> constructor : ours.getDeclaredConstructors()) {
      if (isOffered(constructor)) {
        find(name, describe(constructor), Arrays.stream(theirs.getDeclaredConstructors()));
      }
    }
    for (Method method : ours.getDeclaredMethods()) {
      if (isOffered(method)) {
        find(name, describe(method), Arrays.stream(theirs.getDeclaredMethods()));
      }
    }
  }

  private void find(String type, String ours, Stream<? extends Member> theirs) {
    if (theirs.map(SignatureTest::describe).noneMatch(ours::equals)) {
      mismatches.add(type + ": no " + ours);
    }
  }

  private void check(String what, Object ours, Object theirs) {
    if (!ours.equals(theirs)) {
      mismatches.add(what + " is " + ours + ", expected " + theirs);
    }
  }

  private static String describe(Member member) {
    int modifiers = member.getModifiers();
    String text = Modifier.isProtected(modifiers) ? "protected " : "";
    text += Modifier.isPublic(modifiers) ? "public " : "";
    text += Modifier.isStatic(modifiers) ? "static " : "";
    if (member instanceof Field field) {
      text += Modifier.isFinal(modifiers) ? "final " : "";
      return text + field.getType().getName() + " " + field.getName();
    }
    text += member instanceof Method method ? method.getReturnType().getName() + " " : "";
    Executable executable = (Executable) member;
    List<String> parameters =
        Arrays.stream(executable.getParameterTypes()).map(Class::getName).toList();
    List<String> thrown =
        Arrays.stream(executable.getExceptionTypes()).map(Class::getName).sorted().toList();
    return text + member.getName() + parameters + " throws " + thrown;
  }

  private static String kind(Class<?> type) {
    return (type.isAnnotation() ? "annotation" : type.isInterface() ? "interface" : "class")
        + (Modifier.isAbstract(type.getModifiers()) ? " abstract" : "")
        + (Modifier.isFinal(type.getModifiers()) ? " final" : "");
  }

  private static String name(Class<?> type) {
    return type == null ? "none" : type.getName();
  }

  private static List<String> constants(Class<?> type) {
    return Arrays.stream(type.getFields())
        .filter(Field::isEnumConstant)
        .map(Field::getName)
        .toList();
  }

  private static boolean isOffered(Member member) {
    return isOffered(member.getModifiers()) && !member.isSynthetic();
  }

  private static boolean isOffered(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private static List<String> offered() throws Exception {
    URI classes = SimulationError.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    Path root = Path.of(classes);
    try (Stream<Path> files = Files.walk(root.resolve("uk"))) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
          .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
          .toList();
    }
  }

  /** The API of the SDK that is installed here, or null. */
  private static Path realApi() throws IOException {
    String home = System.getenv("TORNADOVM_HOME");
    Path sdk =
        home == null
            ? Path.of(System.getProperty("user.home"), ".sdkman/candidates/tornadovm/current")
            : Path.of(home);
    Path jars = sdk.resolve("share/java/tornado");
    if (!Files.isDirectory(jars)) {
      return null;
    }
    try (DirectoryStream<Path> found = Files.newDirectoryStream(jars, API + "*.jar")) {
      for (Path jar : found) {
        return jar;
      }
    }
    return null;
  }
}
