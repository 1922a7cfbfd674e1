package dev.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Service files that are lost, doubled, foreign or broken. */
class ProvidersTest {
  private static final String SERVICE = "META-INF/services/dev.activations.BackendProvider";

  @TempDir Path folder;

  @Test
  void theCpuIsThereWithoutItsServiceFile() {
    Providers providers = Providers.seenBy(new ServiceFile());

    assertThat(families(providers)).containsExactly("cpu");
    assertThat(providers.list()).singleElement().matches(BackendInfo::isUsable);
  }

  @Test
  void theCpuIsThereOnceWithItsServiceFileTwice() throws IOException {
    String line = "dev.activations.cpu.CpuBackendProvider\n";

    assertThat(families(seen(line, line))).containsExactly("cpu");
  }

  @Test
  void theServiceFileOfAnotherReplacesThatOfTheCpu() throws IOException {
    Providers providers = seen(Foreign.class.getName());

    assertThat(families(providers)).containsExactly("cpu", "foreign");
    assertThat(providers.list()).extracting(BackendInfo::selector).contains("cpu", "foreign:1");
  }

  @Test
  void aForeignProviderCannotTakeTheNameOfTheCpu() throws IOException {
    Providers providers = seen(Impostor.class.getName());

    assertThat(providers.loaded().get(0).getClass().getName())
        .isEqualTo("dev.activations.cpu.CpuBackendProvider");
  }

  /** Each is listed with its reason, once, and none takes the CPU or its neighbours with it. */
  @Test
  void providersThatFail() throws IOException {
    Providers providers =
        seen(
            "dev.activations.NoSuchProvider",
            ProvidersTest.class.getName(),
            FailsToStart.class.getName(),
            FailsToInitialise.class.getName(),
            FailsToSayItsFamily.class.getName(),
            FailsToList.class.getName(),
            "this is no name of a class",
            Foreign.class.getName());

    assertThat(families(providers)).containsExactlyInAnyOrder("cpu", "foreign", "mute");
    List<String> reasons =
        providers.list().stream()
            .filter(info -> !info.isUsable() && !info.selector().equals("foreign:1"))
            .map(BackendInfo::reason)
            .collect(Collectors.toList());
    assertThat(reasons).hasSize(7);
    for (String part :
        new String[] {
          "NoSuchProvider",
          "not a subtype",
          "it does not start",
          "FailsToInitialise",
          "has no family",
          "no list",
          "configuration-file syntax"
        }) {
      assertThat(reasons).filteredOn(reason -> reason.contains(part)).as(part).hasSize(1);
    }
  }

  @Test
  void aClassLoaderThatCannotReadIsOneLine() {
    ClassLoader unreadable =
        new ClassLoader(ProvidersTest.class.getClassLoader()) {
          @Override
          public Enumeration<URL> getResources(String name) throws IOException {
            throw new IOException("the disk is gone");
          }
        };

    assertThat(Providers.seenBy(unreadable).list())
        .extracting(BackendInfo::isUsable)
        .containsExactly(true, false);
  }

  /** Who writes a provider need not share backends; a caller is told what to do. */
  @Test
  void aProviderThatSharesNoneSaysSo() {
    assertThatThrownBy(new Foreign()::shared)
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("foreign")
        .hasMessageContaining("open one");
  }

  /** As beside the API alone: it is listed with the mend, and nothing else of it is known. */
  @Test
  void aCpuThatIsNotThereIsOneLine() {
    Providers providers = Providers.seenBy(new WithoutCpu(null));

    assertThat(providers.of("cpu")).isNull();
    assertThat(providers.list())
        .singleElement()
        .hasToString(
            "cpu (pure Java): activations-cpu-fallback is not beside activations-api; put"
                + " activations-cpu-fallback on the class path or module path that has"
                + " activations-api; give jlink its module, dev.activations");
  }

  /** Its class is there and does not work: the reason is told, not that it is missing. */
  @Test
  void aCpuThatCannotBeLoadedSaysWhy() {
    Providers providers = Providers.seenBy(new WithoutCpu("its jar is broken"));

    assertThat(providers.list())
        .hasSize(2)
        .allSatisfy(
            info -> {
              assertThat(info.isUsable()).isFalse();
              assertThat(info.reason())
                  .contains("dev.activations.cpu.CpuBackendProvider")
                  .contains("its jar is broken")
                  .doesNotContain("not beside");
            });
  }

  @Test
  void theContextClassLoaderIsNotAsked() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try {
      for (ClassLoader context :
          new ClassLoader[] {null, ClassLoader.getSystemClassLoader().getParent()}) {
        thread.setContextClassLoader(context);
        assertThat(Backends.list()).extracting(BackendInfo::selector).contains("cpu");
        Backends.open("cpu").close();
      }
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static List<String> families(Providers providers) {
    return providers.loaded().stream().map(BackendProvider::family).collect(Collectors.toList());
  }

  /** Each text a service file of its own, as in jars one behind the other. */
  private Providers seen(String... texts) throws IOException {
    URL[] files = new URL[texts.length];
    for (int i = 0; i < texts.length; i++) {
      Path file = folder.resolve(String.valueOf(i));
      Files.write(file, texts[i].getBytes(StandardCharsets.UTF_8));
      files[i] = file.toUri().toURL();
    }
    return Providers.seenBy(new ServiceFile(files));
  }

  /** Sees our classes, and these service files alone. */
  private static final class ServiceFile extends ClassLoader {
    private final List<URL> files;

    ServiceFile(URL... files) {
      super(ProvidersTest.class.getClassLoader());
      this.files = Arrays.asList(files);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      return name.equals(SERVICE) ? Collections.enumeration(files) : super.getResources(name);
    }
  }

  /** Has no CPU backend, or one that cannot be linked. */
  private static final class WithoutCpu extends ClassLoader {
    private final @Nullable String broken;

    WithoutCpu(@Nullable String broken) {
      super(ProvidersTest.class.getClassLoader());
      this.broken = broken;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("dev.activations.cpu.")) {
        return super.loadClass(name, resolve);
      }
      if (broken != null) {
        throw new NoClassDefFoundError(broken);
      }
      throw new ClassNotFoundException(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      return name.equals(SERVICE) ? Collections.emptyEnumeration() : super.getResources(name);
    }
  }

  /** Nobody else's backend is broken; this one works, but is not ours. */
  public static class Foreign implements BackendProvider {
    @Override
    public String family() {
      return "foreign";
    }

    @Override
    public List<BackendInfo> list() {
      return Collections.singletonList(
          BackendInfo.unusable(
              "foreign:1", BackendInfo.Device.GPU, "a GPU", "this is a test", "find one"));
    }

    @Override
    public Backend open(String selector, BackendOptions options) {
      throw new IllegalArgumentException(selector);
    }
  }

  /** Says that it is the CPU. */
  public static final class Impostor extends Foreign {
    @Override
    public String family() {
      return "cpu";
    }
  }

  /** Its constructor throws. */
  public static final class FailsToStart extends Foreign {
    /** Called by the service loader. */
    public FailsToStart() {
      throw new IllegalStateException("it does not start");
    }
  }

  /** Its class cannot be initialised. */
  public static final class FailsToInitialise extends Foreign {
    static final int NOTHING = Integer.parseInt("nothing");
  }

  /** Selectors cannot begin with what it says. */
  public static final class FailsToSayItsFamily extends Foreign {
    @Override
    public String family() {
      return "";
    }
  }

  /** Answers what is no list. */
  public static final class FailsToList extends Foreign {
    @Override
    public String family() {
      return "mute";
    }

    @Override
    public List<BackendInfo> list() {
      throw new UnsupportedOperationException("no list");
    }
  }
}
