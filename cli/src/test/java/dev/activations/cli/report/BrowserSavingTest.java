package dev.activations.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.activations.measuring.results.Measurement;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.w3c.dom.Document;

/** What the page saves, and two runs side by side. */
@Execution(ExecutionMode.SAME_THREAD)
class BrowserSavingTest extends PageInBrowser {
  @Test
  void chartsAreSavedAsSvg() throws Exception {
    open(WORKSTATION);
    for (String panel : List.of("size-0-2", "functions", "call-0-2", "break-even-0", "compare")) {
      String svg = saved("#panel-" + panel + " [data-save=svg]");
      Document drawing =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
      assertThat(drawing.getDocumentElement().getTagName()).isEqualTo("svg");
      assertThat(drawing.getElementsByTagName("path").getLength()).isGreaterThan(15);
      String title = tab.text("document.querySelector('#panel-" + panel + " h3').textContent");
      assertThat(drawing.getDocumentElement().getTextContent()).contains(title);
    }
  }

  @Test
  void theNumbersOfAChartAreSavedAsCsv() throws Exception {
    open(WORKSTATION);
    String[] lines = saved("#panel-size-0-2 [data-save=csv]").split("\r\n");
    assertThat(lines[0]).isEqualTo("function,elements,rows,columns,rate (GB/s),lower,upper");
    assertThat(lines).hasSize(1 + 6 + 14 * 6);
    Measurement silu = BrowserTest.find(WORKSTATION, 2, "silu", "forward", 4096);
    String[] cells = line(lines, "silu,16777216,");
    assertThat(Double.parseDouble(cells[4])).isCloseTo(silu.rate(), within(1e-9));
    assertThat(Double.parseDouble(cells[5]))
        .isCloseTo(silu.bytes() / silu.kernel().upper() / 1e9, within(1e-9));
  }

  @Test
  void everythingIsSavedAsCsv() throws Exception {
    open(WORKSTATION, LAPTOP);
    String[] lines = saved("#save-all").split("\r\n");
    assertThat(lines).hasSize(1 + 5 * (6 + 12 * 3 * 6 + 2 * 2 * 6));
    Measurement mish = BrowserTest.find(LAPTOP, 0, "mish", "derivative", 1024);
    String[] cells = line(lines, "laptop,cpu:simd,mish,derivative,1024,1024,");
    int column = Arrays.asList(lines[0].split(",")).indexOf("endToEnd.median");
    assertThat(Double.parseDouble(cells[column])).isEqualTo(mish.endToEnd().median());
  }

  @Test
  void twoRunsStandSideBySide() throws Exception {
    open(WORKSTATION, LAPTOP);
    assertThat(tab.text("document.querySelector('#compare-summary').innerText"))
        .startsWith("laptop against workstation: ");
    double mine = time(LAPTOP, 0);
    double other = time(WORKSTATION, 0);
    assertThat(tab.text("document.querySelector('#table-ratios tbody tr').innerText"))
        .contains("relu forward", "cpu:simd", "▼ slower", BrowserTest.digits(other / mine));
    assertThat(tab.text("document.querySelector('#table-machines .differs').innerText"))
        .contains("≠ processor", "AMD EPYC", "Intel Core");
    assertThat(tab.number("document.querySelectorAll('#panel-functions svg pattern').length"))
        .isPositive();
  }

  @Test
  void twoBackendsAreComparedByCalls() throws Exception {
    open(WORKSTATION);
    tab.enter("#compare-that", "lane 0/1");
    double mine = time(WORKSTATION, 2);
    double other = time(WORKSTATION, 1);
    assertThat(tab.text("document.querySelector('#table-ratios tbody tr').innerText"))
        .contains("relu forward", "▲ faster", BrowserTest.digits(other / mine));
  }

  private static double time(Source source, int backend) {
    return BrowserTest.find(source, backend, "relu", "forward", 4096).endToEnd().median();
  }

  private static String[] line(String[] lines, String start) {
    return Arrays.stream(lines)
        .filter(one -> one.startsWith(start))
        .findFirst()
        .orElseThrow()
        .split(",");
  }
}
