package dev.activations.cli.browser;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A headless Chromium with a profile of its own. */
public final class Browser implements AutoCloseable {
  /** Set to true, it makes a missing browser a failure. */
  private static final String REQUIRED = "activations.requireBrowser";

  /** Set to true, it skips the tests: where they have passed, another JDK changes nothing. */
  private static final String SKIPPED = "activations.skipBrowser";

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final int port;

  private Browser(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts it; where there is none, the test is skipped or fails, as the property says. */
  public static Browser start(Path profile) throws IOException, InterruptedException {
    Assumptions.assumeFalse(Boolean.getBoolean(SKIPPED), SKIPPED + " says so");
    Path program = find();
    ProcessBuilder builder =
        new ProcessBuilder(
            program.toString(),
            "--headless=new",
            "--no-sandbox", // root has none
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--no-first-run",
            "--hide-scrollbars",
            "--force-color-profile=srgb",
            "--remote-debugging-port=0",
            "--user-data-dir=" + profile);
    Process process =
        builder
            .redirectErrorStream(true)
            .redirectOutput(profile.resolve("chromium.log").toFile())
            .start();
    return new Browser(process, port(process, profile));
  }

  private static Path find() {
    Stream<Path> folders =
        Arrays.stream(System.getenv("PATH").split(":")).filter(f -> !f.isEmpty()).map(Path::of);
    return folders
        .flatMap(folder -> NAMES.stream().map(folder::resolve))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseGet(Browser::missing);
  }

  private static Path missing() {
    String reason = "no chromium on the PATH: apt-get install chromium";
    if (Boolean.getBoolean(REQUIRED)) {
      return fail(reason);
    }
    return abort(reason);
  }

  /** Chromium takes any free port and writes it down. */
  private static int port(Process process, Path profile) throws IOException, InterruptedException {
    Path file = profile.resolve("DevToolsActivePort");
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      if (Files.exists(file)) {
        List<String> lines = Files.readAllLines(file);
        if (lines.size() > 1) {
          return Integer.parseInt(lines.get(0));
        }
      }
      Thread.sleep(20);
    }
    process.destroyForcibly();
    return fail("chromium did not start: " + Files.readString(profile.resolve("chromium.log")));
  }

  /** Opens a tab. */
  public Tab tab() throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + port + "/json/new?about:blank");
    HttpRequest request =
        HttpRequest.newBuilder(address).PUT(HttpRequest.BodyPublishers.noBody()).build();
    String answer = client.send(request, BodyHandlers.ofString()).body();
    String socket = new ObjectMapper().readTree(answer).get("webSocketDebuggerUrl").textValue();
    return new Tab(new DevTools(client, URI.create(socket)));
  }

  @Override
  public void close() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    children.forEach(ProcessHandle::destroyForcibly);
  }
}
