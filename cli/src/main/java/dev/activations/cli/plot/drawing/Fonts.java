package dev.activations.cli.plot.drawing;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The font of this machine that pixels are written with. */
public final class Fonts {
  /** The order in which an SVG asks for them; Java's own name comes last. */
  private static final List<String> FAMILIES =
      List.of("Helvetica", "Arial", "Liberation Sans", "DejaVu Sans", Font.SANS_SERIF);

  private final String family;

  private Fonts(String family) {
    this.family = family;
  }

  /**
   * Looks for a font. Sets {@code java.awt.headless}, since no window is ever opened.
   *
   * @return the font that is there
   * @throws IOException when there is none, with what to install
   */
  public static Fonts find() throws IOException {
    System.setProperty("java.awt.headless", "true");
    try {
      List<String> there =
          List.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames());
      String family = FAMILIES.stream().filter(there::contains).findFirst().orElse(Font.SANS_SERIF);
      Font font = new Font(family, Font.PLAIN, 12);
      if (font.getStringBounds("x", new FontRenderContext(null, true, true)).getWidth() > 0) {
        return new Fonts(family);
      }
      throw none("its font has no width", null);
    } catch (LinkageError | InternalError | RuntimeException broken) {
      // Which of them it is depends on what is missing: fontconfig, its files, or a library.
      throw none(String.valueOf(root(broken).getMessage()), broken);
    }
  }

  String family() {
    return family;
  }

  private static IOException none(String reason, @Nullable Throwable cause) {
    return new IOException(
        "a PNG needs a font, and Java finds none here ("
            + reason
            + "): install fontconfig and fonts-dejavu-core, or write an .svg, which needs none",
        cause);
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
