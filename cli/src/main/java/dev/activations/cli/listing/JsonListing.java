package dev.activations.cli.listing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.activations.catalogue.Catalogue;
import dev.activations.catalogue.CatalogueEntry;
import dev.activations.catalogue.FunctionEntry;
import dev.activations.catalogue.Kink;
import dev.activations.catalogue.Limits;
import dev.activations.catalogue.Numbers;
import dev.activations.catalogue.Parameter;
import dev.activations.catalogue.RowEntry;
import dev.activations.catalogue.SystemName;
import java.io.IOException;
import java.io.PrintWriter;

/** The catalogue for programs. Infinities are the strings "inf" and "-inf". */
final class JsonListing {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonListing() {}

  static void print(PrintWriter out) throws IOException {
    ObjectNode root = MAPPER.createObjectNode();
    ArrayNode functions = root.putArray("functions");
    for (FunctionEntry entry : Catalogue.functions()) {
      ObjectNode node = describe(functions.addObject(), entry);
      ArrayNode examples = node.putArray("examples");
      for (double[] example : entry.examples()) {
        ObjectNode binding = examples.addObject();
        for (int i = 0; i < example.length; i++) {
          binding.put(entry.parameters().get(i).name(), example[i]);
        }
      }
      ArrayNode kinks = node.putArray("kinks");
      for (Kink kink : entry.kinks()) {
        kinks.add(kink.pointText());
      }
      limits(node.putObject("limits"), entry);
      node.putObject("cpuUlps")
          .put("value", entry.valueUlps())
          .put("derivative", entry.derivativeUlps());
      node.putObject("cpuFloors")
          .put("value", entry.valueFloor())
          .put("derivative", entry.derivativeFloor());
    }
    ArrayNode rows = root.putArray("rowOperations");
    for (RowEntry entry : Catalogue.rowOperations()) {
      describe(rows.addObject(), entry);
    }
    out.println(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root));
  }

  private static ObjectNode describe(ObjectNode node, CatalogueEntry entry) {
    node.put("name", entry.name());
    ArrayNode aliases = node.putArray("aliases");
    entry.aliases().forEach(aliases::add);
    ArrayNode names = node.putArray("names");
    for (SystemName name : entry.systemNames()) {
      ObjectNode one = names.addObject();
      one.put("name", name.toString()).put("system", name.family().title());
      one.put("step", name.meaning().toString());
    }
    node.put("formula", entry.formula());
    node.put(entry instanceof RowEntry ? "backward" : "derivative", entry.derivative());
    node.put("range", entry.range());
    ArrayNode parameters = node.putArray("parameters");
    for (Parameter parameter : entry.parameters()) {
      ObjectNode one = parameters.addObject().put("name", parameter.name());
      if (parameter.defaultValue().isPresent()) {
        one.put("default", parameter.defaultValue().getAsDouble());
      } else {
        one.putNull("default");
      }
      one.put("legal", parameter.legal().toString()).put("meaning", parameter.meaning());
    }
    node.put("usedIn", entry.usedIn());
    return node;
  }

  private static void limits(ObjectNode node, FunctionEntry entry) {
    Limits limits = entry.limitsAt(entry.examples().get(0));
    number(node, "valueAtMinusInfinity", limits.value(false));
    number(node, "valueAtInfinity", limits.value(true));
    number(node, "derivativeAtMinusInfinity", limits.derivative(false));
    number(node, "derivativeAtInfinity", limits.derivative(true));
  }

  private static void number(ObjectNode node, String name, double value) {
    if (Double.isInfinite(value)) {
      node.put(name, Numbers.text(value));
    } else {
      node.put(name, value);
    }
  }
}
