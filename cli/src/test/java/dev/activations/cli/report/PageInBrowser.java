package dev.activations.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.activations.cli.browser.Browser;
import dev.activations.cli.browser.Tab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A tab for each test, in which no page may complain or ask for anything but itself. */
abstract class PageInBrowser {
  static final Source WORKSTATION = new Source("workstation", SampleRuns.workstation());
  static final Source LAPTOP = new Source("laptop", SampleRuns.laptop());

  private static Browser browser;

  @TempDir static Path profile;
  @TempDir Path folder;
  Tab tab;

  @BeforeAll
  static void startBrowser() throws IOException, InterruptedException {
    browser = Browser.start(profile);
  }

  @AfterAll
  static void stopBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void openTab() throws IOException, InterruptedException {
    tab = browser.tab();
    tab.size(1400, 1000);
    tab.prefer("light");
  }

  @AfterEach
  void nothingWentWrong() {
    try (Tab closed = tab) {
      assertThat(closed.complaints()).isEmpty();
      assertThat(closed.requests())
          .allMatch(url -> url.startsWith("file:") || url.equals("data:,"));
      assertThat(closed.requests().stream().filter(url -> url.startsWith("file:"))).hasSize(1);
    }
  }

  void open(Source... sources) throws IOException, InterruptedException {
    Path page = folder.resolve("page.html");
    Files.writeString(page, Page.html(List.of(sources)));
    tab.open(page);
  }

  static Source empty() {
    return new Source("empty", SampleRuns.empty());
  }

  /** What is drawn in a panel, as ECharts knows it. */
  JsonNode option(String panel) {
    return tab.eval(
        "JSON.parse(JSON.stringify((o => ({series: o.series, names: (o.yAxis[0].data || [])}))("
            + chart(panel)
            + ".getOption())))");
  }

  static String chart(String panel) {
    return "echarts.getInstanceByDom(document.querySelector('#panel-" + panel + " .chart'))";
  }

  /** Points at a mark: the one at an index of the series with that name. */
  void point(String panel, String series, int index) {
    tab.eval(
        "document.querySelector('#panel-"
            + panel
            + "').scrollIntoView({behavior: 'instant', block: 'center'})");
    JsonNode place =
        tab.eval(
            "((chart, box) => { const at = chart.getOption().series.findIndex(s => s.name === '"
                + series
                + "'); const [x, y] = chart.convertToPixel({seriesIndex: at},"
                + " chart.getOption().series[at].data["
                + index
                + "].value); return [box.x + x, box.y + y]; })("
                + chart(panel)
                + ", document.querySelector('#panel-"
                + panel
                + " .chart').getBoundingClientRect())");
    tab.move(place.get(0).doubleValue() - 30, place.get(1).doubleValue() - 30);
    tab.move(place.get(0).doubleValue(), place.get(1).doubleValue());
  }

  /** Presses a button that saves, and reads what it saved. */
  String saved(String button) throws IOException, InterruptedException {
    Path downloads = Files.createDirectories(folder.resolve("saved"));
    tab.saveTo(downloads);
    tab.click(button);
    for (int i = 0; i < 500; i++) {
      try (Stream<Path> files = Files.list(downloads)) {
        Path file =
            files.filter(f -> !f.toString().endsWith(".crdownload")).findFirst().orElse(null);
        if (file != null && Files.size(file) > 0) {
          String text = Files.readString(file);
          Files.delete(file);
          return text;
        }
      }
      Thread.sleep(20);
    }
    return fail("nothing was saved by " + button);
  }
}
