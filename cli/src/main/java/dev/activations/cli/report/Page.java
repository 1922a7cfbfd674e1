package dev.activations.cli.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page with everything in it, which shows one run or compares several. */
public final class Page {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

  private Page() {}

  /**
   * Writes the page. It loads nothing, and by its own policy cannot.
   *
   * @param sources the runs, at least one, with labels that differ
   * @return HTML
   */
  public static String html(List<Source> sources) {
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("a page needs a run: there is none");
    }
    String library = Inline.script(PageFiles.library());
    String script = Inline.script(PageFiles.script());
    Map<String, String> parts =
        Map.of(
            "hashes",
            Inline.hash(library) + " " + Inline.hash(script),
            "style",
            PageFiles.style(),
            "data",
            Inline.json(json(sources)),
            "notice",
            Inline.text(PageFiles.notice()),
            "library",
            library,
            "script",
            script);
    Matcher places = PLACE.matcher(PageFiles.template());
    return places.replaceAll(place -> Matcher.quoteReplacement(part(parts, place.group(1))));
  }

  private static String part(Map<String, String> parts, String name) {
    String part = parts.get(name);
    if (part == null) {
      throw new IllegalStateException("report.html has a place for " + name);
    }
    return part;
  }

  private static String json(List<Source> sources) {
    try {
      return MAPPER.writeValueAsString(sources);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
