package dev.activations.cli.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Chromium's own protocol: commands as JSON over a web socket, answers and events back. */
final class DevTools implements WebSocket.Listener {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int PATIENCE_SECONDS = 30;

  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private final AtomicInteger last = new AtomicInteger();
  private final StringBuilder message = new StringBuilder();
  private final WebSocket socket;

  DevTools(HttpClient client, URI address) {
    socket = client.newWebSocketBuilder().buildAsync(address, this).join();
  }

  /** Sends a command with parameters as name, value, name, value, and waits for its answer. */
  JsonNode call(String method, Object... parameters) {
    ObjectNode command = MAPPER.createObjectNode();
    int id = last.incrementAndGet();
    command.put("id", id).put("method", method);
    ObjectNode named = command.putObject("params");
    for (int i = 0; i < parameters.length; i += 2) {
      named.set((String) parameters[i], MAPPER.valueToTree(parameters[i + 1]));
    }
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    socket.sendText(command.toString(), true).join();
    JsonNode found = answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    if (found.has("error")) {
      throw new IllegalStateException(method + ": " + found.get("error"));
    }
    return found.get("result");
  }

  /** The events of that name since the beginning. */
  List<JsonNode> events(String method) {
    return events.stream()
        .filter(event -> event.get("method").textValue().equals(method))
        .map(event -> event.get("params"))
        .toList();
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean end) {
    message.append(part);
    if (end) {
      take(message.toString());
      message.setLength(0);
    }
    from.request(1);
    return null;
  }

  private void take(String json) {
    try {
      JsonNode node = MAPPER.readTree(json);
      if (node.has("id")) {
        waiting.remove(node.get("id").intValue()).complete(node);
      } else {
        events.add(node);
      }
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  void close() {
    socket.abort();
  }
}
