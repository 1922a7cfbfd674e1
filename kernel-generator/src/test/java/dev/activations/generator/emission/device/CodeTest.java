package dev.activations.generator.emission.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CodeTest {
  @Test
  void blocksAreIndentedByWhatTheyAreIn() {
    Code inner = Code.block("if (x > y)", Code.of("x = y;\ny = 0f;"));
    Code outer = Code.of("float y = 1f;").then(Code.block("while (x > 0f)", inner.then("x--;")));
    assertThat(outer.indented(1))
        .isEqualTo(
            """
              float y = 1f;
              while (x > 0f) {
                if (x > y) {
                  x = y;
                  y = 0f;
                }
                x--;
              }
            """);
  }

  @Test
  void piecesStayAsTheyAre() {
    Code piece = Code.of("a();");
    piece.then("b();");
    Code.block("if (c)", piece);
    assertThat(piece).hasToString("a();\n");
    assertThat(Code.of(List.of(piece, Code.none(), piece))).hasToString("a();\na();\n");
    assertThat(Code.none().indented(3)).isEmpty();
  }
}
