package dev.activations.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: the version of the command, and the JVM that runs it. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Main.class.getPackage().getImplementationVersion();
    return new String[] {
      "activations " + (version == null ? "(not packaged)" : version),
      "Java "
          + System.getProperty("java.version")
          + ", "
          + System.getProperty("java.vendor")
          + ", "
          + System.getProperty("os.name")
          + " "
          + System.getProperty("os.arch")
    };
  }
}
