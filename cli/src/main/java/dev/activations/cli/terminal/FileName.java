package dev.activations.cli.terminal;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** Names of files, as Java can read them: in the charset of the locale that it was started in. */
public final class FileName {
  private static final String STREAM = "-";

  private FileName() {}

  /**
   * The file of that name.
   *
   * @param text what the user wrote
   * @return its path
   * @throws IllegalArgumentException when no file can be called so here
   */
  public static Path parse(String text) {
    Path path = path(text, "'" + text + "'");
    if (!path.isAbsolute() && !text.equals(STREAM)) {
      String folder = System.getProperty("user.dir", "");
      path(folder, "the working directory '" + folder + "'");
    }
    return path;
  }

  private static Path path(String text, String found) {
    try {
      return Path.of(text);
    } catch (InvalidPathException odd) {
      throw new IllegalArgumentException(unfit(text, found, odd, charset()), odd);
    }
  }

  private static String unfit(
      String text, String found, InvalidPathException odd, Charset charset) {
    return charset.newEncoder().canEncode(text)
        ? String.format(
            Locale.ROOT, "expected the name of a file, found %s: %s", found, odd.getReason())
        : String.format(
            Locale.ROOT,
            "expected a name in the locale's charset, %s, found %s: set LC_ALL to a locale with"
                + " UTF-8, such as C.UTF-8",
            charset,
            found);
  }

  /** That of names of files, which the JVM takes from the locale and from nothing else. */
  private static Charset charset() {
    String name = System.getProperty("sun.jnu.encoding", "UTF-8");
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return StandardCharsets.UTF_8;
    }
  }
}
