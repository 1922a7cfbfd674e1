package dev.activations.cli.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A page in the browser, used as a person would: with a mouse, and by looking. */
public final class Tab implements AutoCloseable {
  private final DevTools tools;

  Tab(DevTools tools) {
    this.tools = tools;
    tools.call("Page.enable");
    tools.call("Runtime.enable");
    tools.call("Log.enable");
    tools.call("Network.enable");
  }

  /** Makes the window so large; a narrow one is a phone's. */
  public void size(int width, int height) {
    tools.call(
        "Emulation.setDeviceMetricsOverride",
        "width",
        width,
        "height",
        height,
        "deviceScaleFactor",
        1,
        "mobile",
        width < 600);
  }

  /** What the system prefers: light or dark. */
  public void prefer(String scheme) {
    tools.call(
        "Emulation.setEmulatedMedia",
        "features",
        List.of(Map.of("name", "prefers-color-scheme", "value", scheme)));
  }

  /** Opens a file and waits until it has run. */
  public void open(Path page) throws InterruptedException {
    int before = tools.events("Page.loadEventFired").size();
    tools.call("Page.navigate", "url", page.toUri().toString());
    for (int i = 0; i < 1000 && tools.events("Page.loadEventFired").size() == before; i++) {
      Thread.sleep(20);
    }
    settle();
  }

  /** Two frames: by then what was changed is drawn. */
  public void settle() {
    eval("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(1))))");
  }

  /** The value of an expression, as JSON. */
  public JsonNode eval(String expression) {
    JsonNode answer =
        tools.call(
            "Runtime.evaluate",
            "expression",
            expression,
            "returnByValue",
            true,
            "awaitPromise",
            true);
    if (answer.has("exceptionDetails")) {
      throw new IllegalStateException(expression + ": " + answer.get("exceptionDetails"));
    }
    return answer.get("result").path("value");
  }

  /** The value of an expression that is a text. */
  public String text(String expression) {
    return eval(expression).asText();
  }

  /** The value of an expression that is a number. */
  public double number(String expression) {
    return eval(expression).asDouble();
  }

  /** Moves the mouse there, in the window's pixels. */
  public void move(double x, double y) {
    mouse("mouseMoved", x, y, 0);
    settle();
  }

  /** Clicks the middle of an element. */
  public void click(String selector) {
    JsonNode box =
        eval(
            "(e => { e.scrollIntoView({block: 'center', behavior: 'instant'});"
                + "const b = e.getBoundingClientRect();"
                + "return [b.x + b.width / 2, b.y + b.height / 2]; })(document.querySelector("
                + quoted(selector)
                + "))");
    double x = box.get(0).doubleValue();
    double y = box.get(1).doubleValue();
    mouse("mouseMoved", x, y, 0);
    mouse("mousePressed", x, y, 1);
    mouse("mouseReleased", x, y, 1);
    settle();
  }

  private void mouse(String type, double x, double y, int clicks) {
    tools.call(
        "Input.dispatchMouseEvent",
        "type",
        type,
        "x",
        x,
        "y",
        y,
        "button",
        clicks > 0 ? "left" : "none",
        "clickCount",
        clicks);
  }

  /** Presses a key, such as Tab or Enter. */
  public void press(String key, int code) {
    for (String type : List.of("keyDown", "keyUp")) {
      tools.call(
          "Input.dispatchKeyEvent",
          "type",
          type,
          "key",
          key,
          "code",
          key,
          "windowsVirtualKeyCode",
          code,
          "text",
          type.equals("keyDown") && key.equals("Enter") ? "\r" : "");
    }
    settle();
  }

  /** Chooses an option of a list, or types into a field. */
  public void enter(String selector, String value) {
    eval(
        "(e => { e.value = "
            + quoted(value)
            + "; e.dispatchEvent(new Event(e.tagName === 'SELECT' ? 'change' : 'input', {bubbles:"
            + " true})); })(document.querySelector("
            + quoted(selector)
            + "))");
    settle();
  }

  /** Puts what the page saves into a folder. */
  public void saveTo(Path folder) {
    tools.call(
        "Browser.setDownloadBehavior", "behavior", "allow", "downloadPath", folder.toString());
  }

  /** Everything that went wrong in the page, as the console shows it. */
  public List<String> complaints() {
    Stream<String> thrown =
        tools.events("Runtime.exceptionThrown").stream()
            .map(event -> event.at("/exceptionDetails/exception/description").toString());
    Stream<String> logged =
        tools.events("Log.entryAdded").stream()
            .map(event -> event.get("entry"))
            .filter(entry -> !List.of("verbose", "info").contains(entry.get("level").textValue()))
            .map(JsonNode::toString);
    Stream<String> printed =
        tools.events("Runtime.consoleAPICalled").stream()
            .filter(call -> List.of("error", "warning").contains(call.get("type").textValue()))
            .map(JsonNode::toString);
    return Stream.of(thrown, logged, printed).flatMap(all -> all).toList();
  }

  /** What the page asked the network or the disk for, itself included. */
  public List<String> requests() {
    return tools.events("Network.requestWillBeSent").stream()
        .map(event -> event.get("request").get("url").textValue())
        .toList();
  }

  /** A picture of the page, as far down as it goes or no further than the window. */
  public void picture(Path file, boolean whole) throws IOException {
    JsonNode answer =
        tools.call("Page.captureScreenshot", "format", "png", "captureBeyondViewport", whole);
    Files.write(file, Base64.getDecoder().decode(answer.get("data").textValue()));
  }

  /** A text as JavaScript writes it. */
  static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  @Override
  public void close() {
    tools.close();
  }
}
