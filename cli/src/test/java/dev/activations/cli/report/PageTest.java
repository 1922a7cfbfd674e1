package dev.activations.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.activations.measuring.results.BackendRun;
import dev.activations.measuring.results.BenchRun;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the HTML is, before any browser reads it. */
class PageTest {
  private static final String PAGE =
      Page.html(List.of(new Source("workstation", SampleRuns.workstation())));

  @Test
  void hasEverythingInIt() {
    assertThat(PAGE)
        .startsWith("<!DOCTYPE html>")
        .doesNotContainPattern("\\{\\{(hashes|style|data|notice|library|script)}}");
    String markup = PAGE.replaceAll("(?s)<script>.*?</script>", "");
    assertThat(markup)
        .doesNotContainPattern("<(link|script|img|iframe)[^>]+(src|href)=\"(?!data:,)");
    assertThat(markup).doesNotContainPattern("@import|url\\(");
    assertThat(PAGE).contains("default-src 'none'").contains("'sha256-");
  }

  @Test
  void carriesTheNoticeOfTheLibrary() {
    assertThat(PAGE)
        .contains("Copyright 2017-2022 The Apache Software Foundation")
        .contains("Apache License\n                           Version 2.0");
  }

  @Test
  void whatAFileSaysCannotLeaveItsElement() {
    String evil = "</script><script>alert(1)</script><!-- \u2028 {{script}} $1";
    BenchRun run = SampleRuns.empty();
    BackendRun backend =
        new BackendRun("cpu", "cpu", evil, Map.of(evil, evil), evil, List.of(), List.of());
    BenchRun bad =
        new BenchRun(run.format(), evil, 1, evil, true, run.machine(), List.of(backend), List.of());
    String page = Page.html(List.of(new Source(evil, bad)));
    Matcher data =
        Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>")
            .matcher(page);
    assertThat(data.find()).isTrue();
    assertThat(data.group(1)).doesNotContain("<").contains("alert(1)").contains("{{script}} $1");
    assertThat(page).doesNotContain("<script>alert");
  }

  @Test
  void scriptsMustNotEndTheirElement() {
    assertThatThrownBy(() -> Inline.script("x = '</SCRIPT>'")).hasMessageContaining("would end");
    assertThatThrownBy(() -> Page.html(List.of())).hasMessageContaining("needs a run");
  }
}
