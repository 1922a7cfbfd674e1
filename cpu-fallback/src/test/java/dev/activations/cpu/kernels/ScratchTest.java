package dev.activations.cpu.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScratchTest {
  private final Scratch scratch = new Scratch();

  @Test
  void whatWasMadeIsGivenAgain() {
    for (int i = 0; i < 64; i++) {
      float[] block = scratch.block(i);
      assertThat(block).hasSizeGreaterThanOrEqualTo(Scratch.BLOCK);
      assertThat(scratch.block(i)).isSameAs(block);
    }
    assertThat(scratch.block(1)).isNotSameAs(scratch.block(0));
    assertThat(scratch.slopes()).hasSize(Scratch.BLOCK).isSameAs(scratch.slopes());
    assertThat(scratch.tail(0)).hasSize(16).isSameAs(scratch.tail(0)).isNotSameAs(scratch.tail(1));
    assertThat(scratch.lanes()).hasSize(16).isNotSameAs(scratch.most());
    assertThat(scratch.most()).hasSize(16);
    assertThat(scratch.constants()).isSameAs(scratch.constants());
  }

  @Test
  void floatsBetweenStepsGrowAndStay() {
    float[] few = scratch.floats(10);
    assertThat(few).hasSizeGreaterThanOrEqualTo(10);
    float[] more = scratch.floats(1000);
    assertThat(more).hasSizeGreaterThanOrEqualTo(1000);
    assertThat(scratch.floats(10)).isSameAs(more);
    assertThat(scratch.floats(1000)).isSameAs(more);
  }

  @Test
  void whatIsLargeIsNotKept() {
    float[] kept = scratch.floats(1 << 16);
    float[] large = scratch.floats((1 << 16) + 1);
    assertThat(large).hasSize((1 << 16) + 1);
    assertThat(scratch.floats(1 << 16)).isSameAs(kept);
    double[] keptDoubles = scratch.doubles(1 << 15);
    assertThat(scratch.doubles((1 << 15) + 1)).hasSize((1 << 15) + 1);
    assertThat(scratch.doubles(1 << 15)).isSameAs(keptDoubles);
    assertThat(scratch.doubles(5)).isSameAs(keptDoubles);
  }
}
