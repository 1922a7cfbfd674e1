package dev.activations.generator.emission.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How sums of several work-items become one. */
class AccumulatorTest {
  private static final Accumulator PAIR = new TwoFloats("sum", "lost", "total", true);
  private static final Accumulator SINGLE = new OneFloat("top", false);

  @Test
  void whatTheFirstFloatLosesGoesToTheSecond() {
    assertThat(PAIR.add(stem -> stem + "All", stem -> stem + "Parts[i]"))
        .hasToString(
            """
            float totalHighNext = totalHighAll + totalHighParts[i];
            totalLowAll += RowFunctions.lostInSum(totalHighAll, totalHighParts[i], totalHighNext) + totalLowParts[i];
            totalHighAll = totalHighNext;
            """);
    assertThat(PAIR.addPart("Part"))
        .hasToString(
            """
            float totalNext = total + totalPart;
            totalLost += RowFunctions.lostInSum(total, totalPart, totalNext) + totalLostPart;
            total = totalNext;
            """);
  }

  @Test
  void oneFloatIsAdded() {
    assertThat(SINGLE.add(stem -> stem + "All", stem -> stem + "Parts[i]"))
        .hasToString("topSumAll += topSumParts[i];\n");
    assertThat(SINGLE.addPart("Part")).hasToString("topSum += topSumPart;\n");
  }

  @Test
  void aGroupAddsInTwoSteps() {
    GroupSum sum = new GroupSum(List.of(SINGLE));
    assertThat(sum.arrays())
        .containsExactly(
            new SharedArray(Type.FLOAT, "topSums", "LANES"),
            new SharedArray(Type.FLOAT, "topSumParts", "COMBINERS"));
    assertThat(sum.code())
        .hasToString(
            """
            topSums[lane] = top;
            context.localBarrier();
            if (lane < COMBINERS) {
              float topSumPart = 0f;
              for (int i = lane; i < LANES; i += COMBINERS) {
                topSumPart += topSums[i];
              }
              topSumParts[lane] = topSumPart;
            }
            context.localBarrier();
            float topSumAll = 0f;
            for (int i = 0; i < COMBINERS; i += 1) {
              topSumAll += topSumParts[i];
            }
            float topSum = topSumAll;
            """);
  }

  @Test
  void oneWorkItemHasTheSumOfAll() {
    assertThat(new GroupSum(List.of(PAIR, SINGLE)).ofOneItem())
        .hasToString("float total = sum;\nfloat totalLost = lost;\nfloat topSum = top;\n");
  }
}
