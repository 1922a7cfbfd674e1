package dev.activations.tornado;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders as the builds of TornadoVM lay them out: the files that tell what an SDK is. */
enum PretendSdk {
  /** With native libraries and a Graal compiler in the place of the JDK's. */
  V5_2_JDK21("5.2.0-jdk21", "", "--enable-preview", Layout.JNI, "21 "),
  V5_2_JDK25("5.2.0-jdk25", "", "--enable-preview", Layout.JNI, "25 "),
  /** The first that tells its JDK. */
  V6_JDK21("6.0.0-jdk21", "floor=21\npreview=true\n", "--enable-preview", Layout.JNI, "21 "),
  V6_JDK22PLUS("6.0.0-jdk22plus", "floor=22\npreview=false\n", "", Layout.VENDORED, "22 25 26 "),
  /** Without native libraries of its own, and with its own Graal compiler among the modules. */
  V8_JDK22PLUS("8.0.0-jdk22plus", "floor=22\npreview=false\n", "", Layout.VENDORED, "22 25 26 "),
  /** Where the name does not tell. */
  V8_UNNAMED("8.2.0", "floor = 22\r\npreview = false\r\n", "", Layout.VENDORED, "22 25 26 ");

  private enum Layout {
    JNI,
    VENDORED
  }

  private final String version;
  private final String told;
  private final String preview;
  private final Layout layout;
  private final String releases;

  PretendSdk(String version, String told, String preview, Layout layout, String releases) {
    this.version = version;
    this.told = told;
    this.preview = preview;
    this.layout = layout;
    this.releases = releases;
  }

  /** Which of the JDKs 17, 21, 22, 25 and 26 it fits. */
  String releases() {
    return releases;
  }

  /** Makes its folder. */
  Path in(Path parent) throws IOException {
    Path sdk = Files.createDirectories(parent.resolve(version + "-opencl"));
    Path jars = Files.createDirectories(sdk.resolve("share/java/tornado"));
    for (String jar : new String[] {"tornado-annotation", "tornado-api", "tornado-runtime"}) {
      Files.createFile(jars.resolve(jar + "-" + version + ".jar"));
    }
    Files.createFile(jars.resolve("asm-9.9.jar"));
    Path etc = Files.createDirectories(sdk.resolve("etc"));
    Files.writeString(
        etc.resolve("tornado.release"), "version=" + version + "\nbranch=UNKNOWN\ncommit=0\n");
    Files.writeString(etc.resolve("tornado.backend"), "tornado.backends=opencl-backend\n");
    if (!told.isEmpty()) {
      Files.writeString(etc.resolve("tornado.jdk"), told);
    }
    Files.writeString(sdk.resolve("tornado-argfile"), options(sdk));
    return sdk;
  }

  private String options(Path sdk) throws IOException {
    String modules = sdk.resolve("share/java/tornado").toString();
    String common =
        """
        # === JVM mode and memory settings ===
        -server
        -XX:+UnlockExperimentalVMOptions
        -XX:+EnableJVMCI
        %s
        -XX:+UseParallelGC
        -Dtornado.load.runtime.implementation=uk.ac.manchester.tornado.runtime.TornadoCoreRuntime
        --add-modules ALL-SYSTEM,tornado.runtime,tornado.annotation,tornado.drivers.opencl
        --enable-native-access=tornado.drivers.opencl
        """
            .replace("%s", preview);
    return common
        + switch (layout) {
          case JNI -> {
            Path library = Files.createDirectories(sdk.resolve("lib"));
            Path graal = Files.createDirectories(sdk.resolve("share/java/graalJars"));
            yield "-Djava.library.path="
                + library
                + "\n--module-path .:"
                + modules
                + "\n--upgrade-module-path "
                + graal
                + "\n";
          }
          case VENDORED -> {
            Path vendored = Files.createDirectories(sdk.resolve("share/java/jvmci"));
            yield "-Djdk.internal.vm.ci.enabled=true\n--patch-module jdk.internal.vm.ci="
                + Files.createFile(vendored.resolve("jvmci-21.0.2.jar"))
                + "\n--module-path .:"
                + modules
                + ":"
                + vendored
                + "\n";
          }
        };
  }
}
