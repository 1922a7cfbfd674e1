package dev.activations.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What the POMs say that consumers read. */
class PublishedPomTest {
  private final XPath path = XPathFactory.newInstance().newXPath();

  @ParameterizedTest
  @ValueSource(strings = {"bom", "api", "cpu-fallback", "tornado-kernels"})
  void saysWhoWhereAndWhat(String folder) throws Exception {
    Document pom = read(folder);

    assertThat(texts(pom, "/project/groupId")).containsExactly("dev.activations");
    assertThat(texts(pom, "/project/artifactId")).containsExactly("activations-" + folder);
    assertThat(texts(pom, "/project/version")).containsExactly(Published.VERSION);
    for (String element :
        new String[] {
          "name", "description", "url", "scm/url", "scm/connection", "developers/developer/name"
        }) {
      assertThat(texts(pom, "/project/" + element)).as(element).hasSize(1).doesNotContain("");
    }
    assertThat(texts(pom, "/project/licenses/license/name")).containsExactly("Apache-2.0");
    assertThat(texts(pom, "/project/url")).isEqualTo(texts(pom, "/project/scm/url"));
  }

  /** Neither a parent nor a profile, so nothing of the machine that built it. */
  @ParameterizedTest
  @ValueSource(strings = {"bom", "api", "cpu-fallback", "tornado-kernels"})
  void standsAlone(String folder) throws Exception {
    Document pom = read(folder);

    for (String element : new String[] {"parent", "profiles", "build", "repositories"}) {
      assertThat(texts(pom, "/project/" + element)).as(element).isEmpty();
    }
    assertThat(texts(pom, "//systemPath")).isEmpty();
    assertThat(texts(pom, "//scope")).doesNotContain("system", "test", "provided");
  }

  @Test
  void dependencies() throws Exception {
    String needed = "/project/dependencies/dependency/artifactId";

    assertThat(texts(read("api"), needed))
        .containsExactlyInAnyOrder("commons-numbers-core", "commons-numbers-gamma", "jspecify");
    assertThat(texts(read("cpu-fallback"), needed))
        .containsExactlyInAnyOrder("activations-api", "commons-numbers-core", "jspecify");
    assertThat(texts(read("tornado-kernels"), needed))
        .containsExactlyInAnyOrder("activations-api", "activations-cpu-fallback", "jspecify");
    assertThat(texts(read("bom"), needed)).isEmpty();
    assertThat(
            texts(read("bom"), "/project/dependencyManagement/dependencies/dependency/artifactId"))
        .containsExactlyInAnyOrder(
            "activations-api", "activations-cpu-fallback", "activations-tornado-kernels");
  }

  /** What a program compiles against is the API; the CPU is what a device needs at run time. */
  @Test
  void scopes() throws Exception {
    assertThat(texts(read("cpu-fallback"), scopeOf("api"))).containsExactly("compile");
    assertThat(texts(read("tornado-kernels"), scopeOf("api"))).containsExactly("compile");
    assertThat(texts(read("tornado-kernels"), scopeOf("cpu-fallback"))).containsExactly("runtime");
  }

  private static String scopeOf(String name) {
    return "/project/dependencies/dependency[artifactId='activations-" + name + "']/scope";
  }

  private static Document read(String folder) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(Published.pom(folder).toFile());
  }

  private List<String> texts(Document pom, String expression) throws Exception {
    NodeList nodes = (NodeList) path.evaluate(expression, pom, XPathConstants.NODESET);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent().trim());
    }
    return texts;
  }
}
