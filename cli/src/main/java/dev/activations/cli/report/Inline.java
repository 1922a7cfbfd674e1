package dev.activations.cli.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;

/** Text inside an HTML file. */
final class Inline {
  private static final Pattern END =
      Pattern.compile("<(?=/script|script|!--)", Pattern.CASE_INSENSITIVE);

  private Inline() {}

  /** In JSON, {@code <} stands in strings only, where it can be written as an escape. */
  static String json(String json) {
    return json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
  }

  /** Scripts are our own and a library's: what would end the element is a mistake in the build. */
  static String script(String script) {
    if (END.matcher(script).find()) {
      throw new IllegalStateException("a script of the page would end its element");
    }
    return script;
  }

  static String text(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** What a Content-Security-Policy calls a script that may run. */
  static String hash(String script) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }
}
