package dev.activations.generator.emission.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.generator.Floats;
import dev.activations.generator.Interpreter;
import dev.activations.generator.algorithms.Rows;
import dev.activations.generator.expression.Program;
import dev.activations.generator.expression.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The loops over rows, compiled and run: bits, and the order of all sums. */
class EmittedRowsTest {
  private static final int LANES = 16;
  private static final int GROUP = 256;

  /** Three groups, the last one cut short. */
  private static final int COUNT = 2 * GROUP + 3 * LANES;

  private static final int FROM = 5;

  /** A row whose largest element is 9, at a temperature of 1.25 and shifted by 2^-3. */
  private static final Map<String, Float> NUMBERS =
      Map.ofEntries(
          Map.entry("top", 9f),
          Map.entry("sign", 1f),
          Map.entry("factor", 0.8f),
          Map.entry("factorLow", (float) (0.8 - 0.8f)),
          Map.entry("lowest", -80f),
          Map.entry("offset", Value.powerOfTwoOffset(25) - 3),
          Map.entry("logarithm", 2.5f),
          Map.entry("logarithmLow", 0x1p-26f),
          Map.entry("total", 0.75f),
          Map.entry("scale", 4f));

  private static Stream<Arguments> kernels() {
    return Stream.of(Target.values())
        .flatMap(
            target ->
                RowKernelSet.all().stream()
                    .map(kernel -> Arguments.of(target, kernel.method(), kernel)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("kernels")
  void givesTheBitsOfTheAlgorithm(Target target, String method, Kernel kernel) throws Exception {
    Map<String, float[]> arrays = arrays(kernel);
    Map<String, float[]> before = copies(arrays);
    Map<String, float[]> lanes = new LinkedHashMap<>();
    kernel.lanes().forEach(name -> lanes.put(name, Floats.between(0, 0.5, LANES)));
    Loaded all = Loaded.all(target);
    List<Object> arguments = new ArrayList<>(List.of(all.rowConstants(NUMBERS), all.scratch()));
    arrays.values().forEach(array -> arguments.addAll(List.of(array, FROM)));
    arguments.add(COUNT);
    arguments.addAll(lanes.values());
    Loaded.call(all.kernels("GeneratedRows"), method, arguments.toArray());

    float[][] expected = expected(kernel, before);
    float[] first = before.get(kernel.inputs().get(0));
    int result = 0;
    for (String output : kernel.outputs().keySet()) {
      assertThat(Floats.differences(first, expected[result++], arrays.get(output), FROM)).isEmpty();
    }
    for (String sums : kernel.sums().keySet()) {
      float[] start = Floats.between(0, 0.5, LANES);
      assertThat(lanes.get(sums)).containsExactly(summed(start, expected[result++]));
    }
    if (kernel.exact()) {
      float[] sums = Floats.between(0, 0.5, LANES);
      float[] lost = sums.clone();
      sumExactly(sums, lost, expected[0]);
      assertThat(lanes.get("lanes")).containsExactly(sums);
      assertThat(lanes.get("lost")).containsExactly(lost);
    }
    if (kernel.terms().isPresent()) {
      float[] sums = Floats.between(0, 0.5, LANES);
      float[] lost = sums.clone();
      float[] most = sums.clone();
      split(sums, lost, most, expected[result]);
      assertThat(lanes.get("lanes")).containsExactly(sums);
      assertThat(lanes.get("lost")).containsExactly(lost);
      assertThat(lanes.get("most")).containsExactly(most);
    }
  }

  /** Elements that are the top, whose exponential is 0, and of all sizes between. */
  private static Map<String, float[]> arrays(Kernel kernel) {
    Map<String, float[]> arrays = new LinkedHashMap<>();
    for (String name : kernel.arrays()) {
      float[] array = new float[FROM + COUNT];
      for (int i = 0; i < COUNT; i++) {
        array[FROM + i] = i % 7 == 0 ? 9 : i % 11 == 0 ? -200 : 8 - i * 0.03f - name.length();
      }
      array[FROM + 1] = name.equals("x") ? Float.NEGATIVE_INFINITY : 0;
      arrays.put(name, array);
    }
    return arrays;
  }

  private static Map<String, float[]> copies(Map<String, float[]> arrays) {
    Map<String, float[]> copies = new HashMap<>();
    arrays.forEach(
        (name, array) -> copies.put(name, Arrays.copyOfRange(array, FROM, FROM + COUNT)));
    return copies;
  }

  /** All results of a kernel, element by element. */
  private static float[][] expected(Kernel kernel, Map<String, float[]> inputs) {
    Interpreter oracle =
        new Interpreter(kernel.forVectors(), kernel.inputs(), EmittedRowsTest::number);
    float[][] expected = new float[kernel.results().size()][COUNT];
    for (int i = 0; i < COUNT; i++) {
      float[] arguments = new float[kernel.inputs().size()];
      for (int input = 0; input < arguments.length; input++) {
        arguments[input] = inputs.get(kernel.inputs().get(input))[i];
      }
      float[] results = oracle.run(arguments);
      for (int result = 0; result < results.length; result++) {
        expected[result][i] = results[result];
      }
    }
    return expected;
  }

  /** The value of c.name or -c.name. */
  private static double number(String java) {
    boolean negative = java.startsWith("-");
    float number = NUMBERS.get(java.substring(negative ? 3 : 2));
    return negative ? -number : number;
  }

  /** Element i in lane i modulo 16, and each group by itself. */
  private static float[] summed(float[] start, float[] terms) {
    float[] lanes = start.clone();
    for (int group = 0; group < terms.length; group += GROUP) {
      float[] part = new float[LANES];
      for (int i = group; i < Math.min(terms.length, group + GROUP); i++) {
        part[i % LANES] += terms[i];
      }
      for (int lane = 0; lane < LANES; lane++) {
        lanes[lane] += part[lane];
      }
    }
    return lanes;
  }

  /** Element i in lane i modulo 16: fours, then what is left one by one, with what that loses. */
  private static void sumExactly(float[] lanes, float[] lost, float[] terms) {
    int fours = terms.length - terms.length % (4 * LANES);
    for (int lane = 0; lane < LANES; lane++) {
      for (int i = lane; i < fours; i += 4 * LANES) {
        float one = terms[i] + terms[i + LANES];
        float two = terms[i + 2 * LANES] + terms[i + 3 * LANES];
        addTwo(lanes, lost, lane, one, two);
      }
      for (int i = fours + lane; i < terms.length; i += LANES) {
        join(lanes, lost, lane, terms[i], 0);
      }
    }
  }

  /** As {@link #sumExactly}, without the largest of each lane, which stays beside. */
  private static void split(float[] lanes, float[] lost, float[] most, float[] terms) {
    int fours = terms.length - terms.length % (4 * LANES);
    for (int lane = 0; lane < LANES; lane++) {
      for (int i = lane; i < fours; i += 4 * LANES) {
        float more = Math.max(terms[i], terms[i + LANES]);
        float otherMore = Math.max(terms[i + 2 * LANES], terms[i + 3 * LANES]);
        float top = Math.max(more, otherMore);
        float one = Math.min(most[lane], top) + Math.min(more, otherMore);
        float less = Math.min(terms[i], terms[i + LANES]);
        float two = less + Math.min(terms[i + 2 * LANES], terms[i + 3 * LANES]);
        most[lane] = Math.max(most[lane], top);
        addTwo(lanes, lost, lane, one, two);
      }
      for (int i = fours + lane; i < terms.length; i += LANES) {
        keep(lanes, lost, most, lane, terms[i]);
      }
    }
  }

  private static void keep(float[] lanes, float[] lost, float[] most, int lane, float term) {
    join(lanes, lost, lane, Math.min(most[lane], term), 0);
    most[lane] = Math.max(most[lane], term);
  }

  private static void addTwo(float[] lanes, float[] lost, int lane, float one, float two) {
    float before = lanes[lane];
    lanes[lane] += one + two;
    float own = lanes[lane] - before;
    float ofBefore = before - (lanes[lane] - own);
    lost[lane] += ofBefore + (Math.max(one, two) - own + Math.min(one, two));
  }

  private static void join(float[] lanes, float[] lost, int lane, float sum, float sumLost) {
    lost[lane] += sumLost + lost(lanes[lane], sum);
    lanes[lane] += sum;
  }

  private static float lost(float one, float other) {
    return new BigDecimal(one)
        .add(new BigDecimal(other))
        .subtract(new BigDecimal(one + other))
        .floatValue();
  }

  /** Rows side by side, with lanes side by side, and rows and lanes with others between them. */
  @Test
  void manyShortRowsAreAsOneByOne() throws Exception {
    rowsAreAsOneByOne(GROUP + 3 * LANES, GROUP + 3 * LANES, 1);
    rowsAreAsOneByOne(GROUP + 3 * LANES, GROUP, 3);
    rowsAreAsOneByOne(LANES, LANES, 2);
  }

  private static void rowsAreAsOneByOne(int stride, int count, int pieces) throws Exception {
    int rows = 3;
    Value input = Value.input("x");
    float[] x = Floats.between(-90, 9, FROM + rows * stride);
    Loaded all = Loaded.all(Target.SIMD);
    Object c = all.rowConstants(NUMBERS);
    Object kernels = all.kernels("GeneratedRows");
    float[] y = new float[x.length];
    float[] copy = new float[x.length];
    float[] terms = new float[rows * count];
    int size = rows * pieces * LANES;
    float[][] sums = new float[2][size];
    float[][] split = new float[3][size];
    int from = (pieces - 1) * LANES;
    int apart = pieces * LANES;
    Loaded.call(
        kernels,
        "exponentialsOfRows",
        c,
        x,
        FROM,
        y,
        FROM,
        rows,
        stride,
        count,
        sums[0],
        sums[1],
        from,
        apart);
    Loaded.call(
        kernels,
        "termsOfRows",
        c,
        x,
        FROM,
        copy,
        FROM,
        rows,
        stride,
        count,
        terms,
        split[0],
        split[1],
        split[2],
        from,
        apart);
    for (int row = 0; row < rows; row++) {
      int start = FROM + row * stride;
      float[] own = Arrays.copyOfRange(x, start, start + count);
      float[] e = all(own, Rows.exponential(input));
      assertThat(Floats.differences(own, e, y, start)).isEmpty();
      assertThat(Floats.differences(own, e, terms, row * count)).isEmpty();
      assertThat(Floats.differences(own, own, copy, start)).isEmpty();
      float[] exact = new float[LANES];
      float[] rest = new float[LANES];
      sumExactly(exact, rest, e);
      assertThat(lanes(sums[0], row * pieces + pieces - 1)).containsExactly(exact);
      assertThat(lanes(sums[1], row * pieces + pieces - 1)).containsExactly(rest);
      float[] others = new float[LANES];
      float[] lost = new float[LANES];
      float[] largest = new float[LANES];
      split(others, lost, largest, e);
      assertThat(lanes(split[0], row * pieces + pieces - 1)).containsExactly(others);
      assertThat(lanes(split[1], row * pieces + pieces - 1)).containsExactly(lost);
      assertThat(lanes(split[2], row * pieces + pieces - 1)).containsExactly(largest);
    }
  }

  /** The second half of the lanes is added to the first, and again; four are left. */
  @Test
  void lanesAreFolded() throws Exception {
    int rows = 3;
    int size = (rows + 1) * LANES;
    float[][] found = new float[5][size];
    float[][] expected = new float[5][];
    for (int i = 0; i < found.length; i++) {
      found[i] = Floats.between(0, 1 + i, size);
      expected[i] = found[i].clone();
    }
    for (int row = 0; row < rows; row++) {
      for (int half = LANES / 2; half >= 4; half /= 2) {
        for (int i = row * LANES; i < row * LANES + half; i++) {
          join(expected[0], expected[1], i, expected[0][i + half], expected[1][i + half]);
          join(expected[2], expected[3], i, expected[2][i + half], expected[3][i + half]);
          keep(expected[2], expected[3], expected[4], i, expected[4][i + half]);
        }
      }
    }
    Object kernels = Loaded.all(Target.SIMD).kernels("GeneratedRows");
    Loaded.call(kernels, "foldSums", found[0], found[1], rows);
    Loaded.call(kernels, "foldTerms", found[2], found[3], found[4], rows);
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < found.length; i++) {
        int from = row * LANES;
        assertThat(Arrays.copyOfRange(found[i], from, from + 4))
            .containsExactly(Arrays.copyOfRange(expected[i], from, from + 4));
      }
    }
  }

  @Test
  void rowsAreScaledAndShiftedByTwoFloats() throws Exception {
    float[] high = {1 / 3f, 0.7f};
    float[] low = {(float) (1 / 3.0 - 1 / 3f), (float) (0.7 - 0.7f)};
    float[] x = Floats.between(-3, 5, FROM + 2 * LANES);
    float[] scaled = x.clone();
    float[] shifted = x.clone();
    Object kernels = Loaded.all(Target.SIMD).kernels("GeneratedRows");
    Loaded.call(kernels, "scaleRows", scaled, FROM, 2, LANES, LANES, high, low);
    Loaded.call(kernels, "shiftRows", shifted, FROM, 2, LANES, LANES, high, low);
    for (int i = FROM; i < x.length; i++) {
      int row = (i - FROM) / LANES;
      assertThat(scaled[i]).isEqualTo(Math.fma(x[i], high[row], x[i] * low[row]));
      assertThat(shifted[i]).isEqualTo(x[i] - high[row] - low[row]);
    }
    assertThat(Arrays.copyOf(scaled, FROM)).containsExactly(Arrays.copyOf(x, FROM));
  }

  private static float[] all(float[] x, Value value) {
    Interpreter oracle =
        new Interpreter(Program.forVectors(List.of(value)), List.of("x"), EmittedRowsTest::number);
    float[] results = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      results[i] = oracle.valueAt(x[i]);
    }
    return results;
  }

  private static float[] lanes(float[] lanes, int row) {
    return Arrays.copyOfRange(lanes, row * LANES, (row + 1) * LANES);
  }
}
