package dev.activations.cli.plot;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** An SVG of the command, read as a reader sees it: positions mean what the axes say. */
final class Svg {
  /** A circle, in the numbers of the axes. */
  record Dot(String role, double x, double y, boolean filled) {}

  /** What belongs to one panel. */
  static final class Panel {
    private final Element group;
    private final Scale x;
    private final Scale y;

    private Panel(Element group) {
      this.group = group;
      List<Element> texts = texts();
      // Marks of the horizontal axis stand in the middle below it, those of the vertical one end
      // at it.
      double below =
          texts.stream()
              .filter(text -> text.getAttribute("text-anchor").equals("end"))
              .mapToDouble(text -> number(text, "y"))
              .max()
              .orElseThrow();
      x =
          Scale.of(
              texts.stream()
                  .filter(text -> text.getAttribute("text-anchor").equals("middle"))
                  .filter(text -> text.hasAttribute("x") && number(text, "y") > below)
                  .filter(text -> !text.getTextContent().matches("x.*"))
                  .toList(),
              "x",
              0);
      y =
          Scale.of(
              texts.stream()
                  .filter(text -> text.getAttribute("text-anchor").equals("end"))
                  .toList(),
              "y",
              -0.36);
    }

    private List<Element> texts() {
      return elements(group, "text").toList();
    }

    List<String> lines() {
      return texts().stream().map(Element::getTextContent).toList();
    }

    /** The polylines of a role. */
    List<double[]> curves(String role) {
      List<double[]> parts = new ArrayList<>();
      elements(group, "path")
          .filter(path -> path.getAttribute("class").equals(role))
          .filter(path -> path.hasAttribute("stroke"))
          .forEach(
              path -> {
                for (String part : path.getAttribute("d").substring(1).split("M", -1)) {
                  double[] xy =
                      Stream.of(part.replace('L', ' ').trim().split(" "))
                          .mapToDouble(Double::parseDouble)
                          .toArray();
                  for (int i = 0; i < xy.length; i += 2) {
                    xy[i] = x.value(xy[i]);
                    xy[i + 1] = y.value(xy[i + 1]);
                  }
                  parts.add(xy);
                }
              });
      return parts;
    }

    List<Dot> dots() {
      return elements(group, "circle")
          .map(
              circle ->
                  new Dot(
                      circle.getAttribute("class"),
                      x.value(number(circle, "cx")),
                      y.value(number(circle, "cy")),
                      !circle.getAttribute("fill").equals("#ffffff")))
          .toList();
    }
  }

  private record Scale(double at0, double perUnit) {
    /** From the first and the last mark; shift is from the middle of a line to its base. */
    static Scale of(List<Element> marks, String attribute, double shift) {
      Element first = marks.get(0);
      Element last = marks.get(marks.size() - 1);
      double v0 = value(first);
      double v1 = value(last);
      double p0 = number(first, attribute) + shift * number(first, "font-size");
      double p1 = number(last, attribute) + shift * number(last, "font-size");
      double perUnit = (v1 - v0) / (p1 - p0);
      return new Scale(v0 - p0 * perUnit, perUnit);
    }

    private static double value(Element mark) {
      return Double.parseDouble(mark.getTextContent().replace('−', '-'));
    }

    double value(double position) {
      return at0 + perUnit * position;
    }
  }

  private final Element root;

  Svg(String text) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    Document document =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    root = document.getDocumentElement();
  }

  Element root() {
    return root;
  }

  Panel panel(String name) {
    return new Panel(
        elements(root, "g")
            .filter(group -> group.getAttribute("id").equals(name))
            .findFirst()
            .orElseThrow());
  }

  List<String> panels() {
    return elements(root, "g").map(group -> group.getAttribute("id")).toList();
  }

  List<String> lines() {
    return elements(root, "text").map(Element::getTextContent).toList();
  }

  private static Stream<Element> elements(Element within, String name) {
    NodeList found = within.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements.stream();
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }
}
