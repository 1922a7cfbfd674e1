package dev.activations.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file that is not to be read is refused in one line that says what was found. */
final class BrokenFilesTest {
  private static final Map<String, String> FOUND = new TreeMap<>();

  static {
    found("empty", "is empty; expected a .npy file");
    found("five-bytes", "truncated: found 5 bytes");
    found("other-five-bytes", "not a .npy file: expected it to start with '\\x93NUMPY'");
    found("magic-only", "truncated: found 6 bytes");
    found("no-length", "truncated: found 9 bytes");
    found("no-length-v2", "truncated: found 11 bytes");
    found("truncated-header", "truncated: expected a header of 118 bytes, found 30");
    found(
        "truncated-data",
        "truncated: header promises 48 bytes of data (shape (3, 4), float32), file holds 40");
    found("trailing-data", "header does not match: header promises 48 bytes", "3 extra bytes");
    found("shape-too-large", "truncated: header promises 60 bytes", "file holds 48");
    found("shape-too-small", "header does not match: header promises 36", "12 extra bytes");
    found("version-4", "found .npy format version 4.0; expected 1.0, 2.0 or 3.0");
    found("version-1-1", "found .npy format version 1.1");
    found("not-npy", "not a .npy file", "found '%PDF-1'");
    found("huge-header-v3", "truncated: expected a header of 4294967295 bytes");
    found("npz", "found a zip archive", "extract the member");

    found("int8", "found int8 (descr '|i1')", "array.astype('float32')");
    found(
        "int32",
        "found int32 (descr '<i4'); expected float16, float32 or float64: "
            + "convert with array.astype('float32')");
    found("uint16", "found uint16 (descr '<u2')", "array.astype('float32')");
    found("bool", "found bool (descr '|b1')", "array.astype('float32')");
    found("complex64", "found complex64 (descr '<c8')", "array.real");
    found("longdouble", "found float128 (descr '<f16')", "array.astype('float64')");
    found("object", "found Python objects (descr '|O')", "pickled arrays are never loaded");
    found("structured", "found a structured (record) type", "array['field']");
    found("structured-v3", "found a structured (record) type");
    found("bytes", "found strings (descr '|S2')");
    found("strings", "found strings (descr '<U2')");
    found("datetime", "found datetime64 (descr '<M8[D]')");
    found("timedelta", "found timedelta64 (descr '<m8[s]')");
    found("void", "found raw bytes", "bfloat16", "(descr '|V2')");
    found("descr-float0", "found type '<f0'; expected float16, float32 or float64");
    found("descr-float3", "found type '<f3'; expected float16, float32 or float64");
    found("descr-ordered-name", "found type '<float32'");
    found("descr-int-code", "found int64 (descr 'l')", "array.astype('float32')");
    found("descr-int-name", "found int32 (descr 'int32')", "array.astype('float32')");
    found("descr-longdouble", "found longdouble (descr 'g')", "array.astype('float64')");
    found("descr-bfloat16", "found bfloat16 (descr 'bfloat16')", "array.astype('float32')");
    found("descr-object-name", "found Python objects (descr 'object')", "pickled arrays");
    found("descr-subarray", "found type '(2,)f4'");
    found("descr-unknown", "found type 'hello'");
    found("descr-number", "bad header: expected a type in quotes at character 11, found '4'");

    found("rank-0", "found a scalar (rank 0)", "array.reshape(1)");
    found("negative", "bad header: a dimension of its shape is negative");
    found("overflow", "bad header: the dimensions of its shape are too large");
    found("overflow-bytes", "bad header: the dimensions of its shape are too large");
    found("dimension-too-large", "is too large: '99999999999999999999'");
    found("dimension-float", "expected ',' at character 53, found '.'");
    found("dimension-octal", "expected a decimal integer at character 52, found '0'");
    found("shape-list", "expected '(' at character 51, found '['");
    found("shape-parenthesised", "expected ',' at character 53, found ')'");
    found("fortran-number", "expected True or False at character 35, found '0'");

    found("duplicate-key", "the key 'descr' occurs twice");
    found("missing-key", "it lacks the key 'fortran_order'");
    found("unknown-key", "found 'fortran_odor'");
    found("key-unquoted", "expected a key in quotes at character 2, found 'd'");
    found("no-comma", "expected '}' at character");
    found("no-colon", "expected ':' at character 10");
    found("unclosed", "expected a key in quotes at character 60, found its end");
    found("unclosed-string", "expected a closing quote at character 15, found its end");
    found("escape", "found type '<f\\x34'");
    found("after-dict", "expected the end of the header at character 61, found 'i'");
    found("not-a-dict", "expected '{' at character 1, found '['");
    found("non-ascii", "found 'd\\xe9scr'");
    found("control-characters", "found 'd\\x00\\x1b\\x0ascr'");
    found("no-text", "expected '{' at character 1, found its end");
  }

  private static void found(String name, String... parts) {
    FOUND.put(name, String.join("\n", parts));
  }

  static Stream<Arguments> broken() {
    return FOUND.entrySet().stream()
        .map(entry -> Arguments.of(entry.getKey(), entry.getValue().split("\n", -1)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void isRefusedInOneLine(String name, String[] parts) {
    Path file = Fixtures.path("broken/" + name + ".npy");
    assertThatThrownBy(() -> NpyInput.open(file))
        .isInstanceOf(NpyFormatException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContainingAll(parts)
        .message()
        .matches("[ -~]+");
  }

  @Test
  void everyFixtureIsTested() throws IOException {
    assertThat(Fixtures.names("broken")).isEqualTo(FOUND.keySet());
  }
}
