package dev.activations.cli;

import dev.activations.measuring.machine.MachineFacts;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: the version of the command, and the JVM that runs it. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Main.class.getPackage().getImplementationVersion();
    return new String[] {
      "activations " + (version == null ? "(not packaged)" : version),
      "Java "
          + MachineFacts.java()
          + ", "
          + System.getProperty("os.name")
          + " "
          + MachineFacts.architecture()
    };
  }
}
