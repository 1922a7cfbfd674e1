package dev.activations.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.activations.measuring.results.BackendRun;
import dev.activations.measuring.results.BenchRun;
import dev.activations.measuring.results.Measurement;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The page as a person uses it. */
@Execution(ExecutionMode.SAME_THREAD)
class BrowserTest extends PageInBrowser {
  private static final String SIMD = "size-0-0";

  @Test
  void everyChartIsDrawn() throws Exception {
    open(WORKSTATION);
    JsonNode marks =
        tab.eval(
            "[...document.querySelectorAll('.panel .chart')].map(c => [c.closest('.panel').id,"
                + " c.querySelectorAll('svg path').length, c.getAttribute('aria-label')])");
    assertThat(marks).hasSize(8);
    for (JsonNode mark : marks) {
      assertThat(mark.get(1).intValue()).as(mark.get(0).textValue()).isGreaterThan(15);
      assertThat(mark.get(2).textValue()).isNotBlank();
    }
  }

  @Test
  void filtersChangeWhatIsDrawn() throws Exception {
    open(WORKSTATION);
    assertThat(option("functions").get("names")).hasSize(14);
    assertThat(option("functions").get("series")).hasSize(6);
    tab.click("#filters .chip[data-lane='0/1']");
    assertThat(tab.number("document.querySelectorAll('#size-charts .panel').length")).isEqualTo(2);
    assertThat(option("functions").get("series")).hasSize(4);
    tab.enter("#search", "gelu soft");
    assertThat(option("functions").get("names"))
        .extracting(JsonNode::textValue)
        .containsExactlyInAnyOrder("gelu_erf", "gelu_tanh", "softplus", "softmax", "log_softmax");
    tab.enter("#direction", "all");
    assertThat(option("functions").get("names").toString()).contains("\"gelu_erf backward\"");
    tab.enter("#search", "no such function");
    assertThat(tab.text("document.querySelector('#panel-functions .note').textContent"))
        .contains("Nothing measured");
  }

  @Test
  void metricsAndShapesAreWhatTheFileSays() throws Exception {
    open(WORKSTATION);
    Measurement relu = find(WORKSTATION, 2, "relu", "forward", 1024);
    tab.enter("#function-shape", "1024x1024");
    assertThat(bar("relu", 2)).isCloseTo(relu.shareOfCopy(), withinPercentage(1e-9));
    tab.enter("#function-metric", "rate");
    assertThat(bar("relu", 2)).isCloseTo(relu.rate(), withinPercentage(1e-9));
    tab.enter("#function-metric", "time");
    assertThat(bar("relu", 2)).isCloseTo(relu.kernel().median(), withinPercentage(1e-9));
    tab.enter("#basis", "call");
    assertThat(bar("relu", 2)).isCloseTo(relu.endToEnd().median(), withinPercentage(1e-9));
  }

  private double bar(String name, int lane) {
    JsonNode option = option("functions");
    int at = 0;
    for (JsonNode one : option.get("names")) {
      if (one.textValue().equals(name)) {
        break;
      }
      at++;
    }
    return option.get("series").get(2 * lane).get("data").get(at).get("value").doubleValue();
  }

  @Test
  void pointingAtAMarkShowsItsNumbers() throws Exception {
    open(WORKSTATION);
    point(SIMD, "relu", 3);
    Measurement relu = find(WORKSTATION, 0, "relu", "forward", 1024);
    assertThat(relu.columns()).isEqualTo(1024);
    assertThat(tab.text("document.querySelector('.tip').innerText"))
        .contains("relu", "cpu:simd", "1024\u00a0×\u00a01024 = 1,048,576")
        .contains(digits(relu.rate()) + "\u00a0GB/s (")
        .contains(digits(relu.endToEnd().lower() * 1e6) + "\u00a0µs …")
        .contains("31; in brackets the quartiles");
  }

  @Test
  void functionsGetAColourOfTheirOwn() throws Exception {
    open(WORKSTATION);
    String count = "document.querySelectorAll('#function-chips [aria-pressed=true]').length";
    assertThat(tab.number(count)).isEqualTo(6);
    tab.eval("document.querySelectorAll('#function-chips .chip')[1].click()");
    tab.settle();
    assertThat(tab.number(count)).isEqualTo(7);
    assertThat(tab.text("document.querySelector('#panel-" + SIMD + " svg').textContent"))
        .contains("leaky_relu");
  }

  @Test
  void themesChangeEverything() throws Exception {
    open(WORKSTATION);
    String page = "getComputedStyle(document.body).backgroundColor";
    String text = "document.querySelector('#panel-functions svg').outerHTML";
    assertThat(tab.text(page)).isEqualTo("rgb(244, 246, 248)");
    assertThat(tab.text(text)).contains("#0072b2").doesNotContain("#56b4e9");
    tab.click("#theme");
    assertThat(tab.text(page)).isEqualTo("rgb(14, 18, 23)");
    assertThat(tab.text(text)).contains("#56b4e9").doesNotContain("#0072b2");
    tab.eval("document.querySelector('#theme').focus()");
    tab.press("Enter", 13);
    assertThat(tab.text(page)).isEqualTo("rgb(244, 246, 248)");
  }

  @Test
  void theSystemsThemeComesFirst() throws Exception {
    tab.prefer("dark");
    open(WORKSTATION);
    assertThat(tab.text("document.querySelector('#panel-functions svg').outerHTML"))
        .contains("#56b4e9");
    tab.prefer("light");
    tab.settle();
    assertThat(tab.text("document.querySelector('#panel-functions svg').outerHTML"))
        .contains("#0072b2");
  }

  /** The pictures are for people. */
  @Test
  void nothingIsWiderThanTheWindow() throws Exception {
    open(WORKSTATION, LAPTOP);
    tab.eval("document.querySelectorAll('details').forEach(d => d.open = true)");
    for (int width : new int[] {1400, 768, 360}) {
      tab.size(width, 800);
      tab.settle();
      tab.settle();
      assertThat(tab.number("document.documentElement.scrollWidth")).isEqualTo(width);
      String wide = "c.getBoundingClientRect().right > innerWidth";
      String cut = "c.querySelector('svg').clientWidth > c.clientWidth";
      assertThat(
              tab.number(
                  "[...document.querySelectorAll('.panel .chart')].filter(c => "
                      + (wide + " || " + cut + ").length")))
          .isZero();
      tab.picture(Path.of("target", "report-" + width + ".png"), true);
    }
  }

  @Test
  void failuresAreTheFirstThing() throws Exception {
    open(WORKSTATION);
    assertThat(tab.text("document.querySelector('#failures').innerText"))
        .contains("3 failures", "libcuda.so.1 was not found", "CL_MEM_OBJECT_ALLOCATION_FAILURE");
    assertThat(tab.text("document.querySelector('#table-accuracy .bad').innerText"))
        .contains("✗ beyond", "softplus derivative", SampleRuns.DEVICE, "9.2", "-87.33");
  }

  @Test
  void tablesSort() throws Exception {
    open(WORKSTATION);
    tab.eval("document.querySelector('#numbers-details').open = true");
    tab.settle();
    tab.click("#table-numbers [data-column='GB/s']");
    tab.click("#table-numbers [data-column='GB/s']");
    Measurement fastest =
        WORKSTATION.run().backends().get(2).results().stream()
            .filter(m -> m.direction().equals("forward") && m.rate() != null)
            .max((a, b) -> Double.compare(a.rate(), b.rate()))
            .orElseThrow();
    assertThat(tab.text("document.querySelector('#table-numbers tbody tr').innerText"))
        .contains(fastest.title(), SampleRuns.DEVICE);
    assertThat(tab.text("document.querySelector('#table-numbers [aria-sort]').innerText"))
        .startsWith("GB/s");
  }

  @Test
  void aRunWithNothingInItIsSaidSo() throws Exception {
    open(empty());
    assertThat(tab.text("document.body.innerText"))
        .contains("was stopped before the last measurement", "Nothing measured");
  }

  @Test
  void whatAFileSaysIsTextOnly() throws Exception {
    String evil = "<img src=x onerror='evil = 1'></script><script>evil = 1</script>";
    BenchRun run = SampleRuns.laptop();
    BackendRun cpu = run.backends().get(0);
    BackendRun bad =
        new BackendRun(evil, "cpu", evil, Map.of(evil, evil), null, cpu.copies(), cpu.results());
    open(
        new Source(
            evil,
            new BenchRun(
                run.format(), evil, 1, evil, true, run.machine(), List.of(bad), List.of())));
    point(SIMD, "relu", 3);
    assertThat(tab.text("document.querySelector('.tip').innerText")).contains("<img src=x");
    assertThat(tab.text("typeof evil")).isEqualTo("undefined");
    assertThat(tab.number("document.images.length")).isZero();
    assertThat(saved("#panel-" + SIMD + " [data-save=svg]"))
        .contains("&lt;img")
        .doesNotContain("<img");
  }

  static Measurement find(Source source, int backend, String function, String direction, int rows) {
    return source.run().backends().get(backend).results().stream()
        .filter(m -> m.function().equals(function) && m.direction().equals(direction))
        .filter(m -> m.rows() == rows && m.columns() == rows)
        .findFirst()
        .orElseThrow();
  }

  /** Three significant ones, as the page writes them. */
  static String digits(double value) {
    return new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros().toPlainString();
  }
}
