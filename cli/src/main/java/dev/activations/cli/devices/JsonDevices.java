package dev.activations.cli.devices;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.activations.BackendInfo;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** The devices for programs; the keys are explained by {@code activations devices --help}. */
final class JsonDevices {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonDevices() {}

  static void print(PrintWriter out, List<DeviceEntry> entries) throws IOException {
    ObjectNode root = MAPPER.createObjectNode();
    Automatic automatic = Automatic.find();
    root.put("auto", automatic.selector());
    root.put("autoFailure", automatic.failure());
    ArrayNode backends = root.putArray("backends");
    for (DeviceEntry entry : entries) {
      describe(backends.addObject(), entry);
    }
    out.println(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root));
  }

  private static void describe(ObjectNode node, DeviceEntry entry) {
    BackendInfo info = entry.info();
    node.put("selector", info.selector());
    node.put("device", info.device().name().toLowerCase(Locale.ROOT));
    node.put("description", info.description());
    node.put("usable", info.isUsable());
    node.put("reason", info.reason());
    node.put("fix", info.fix());
    ObjectNode facts = node.putObject("facts");
    info.facts().forEach(facts::put);
    OptionalLong least = entry.breakEven();
    if (least == null) {
      node.putNull("breakEven");
    } else {
      ObjectNode breakEven = node.putObject("breakEven");
      breakEven.put("elements", least.isPresent() ? (Long) least.getAsLong() : null);
      breakEven.put("source", DeviceEntry.isSet() ? DeviceEntry.PROPERTY : "measured");
    }
    node.put("failure", entry.failure());
  }
}
