package io.tensionwire.standalone;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** Where this copy of Tensionwire lies: the folder with {@code config}, as the launcher says. */
final class Installation {

  /** Set by the launcher; without it the working directory is the installation, as in the container. */
  static final String HOME = "tensionwire.home";

  private Installation() {}

  static Path home() {
    return Path.of(System.getProperty(HOME, "")).toAbsolutePath().normalize();
  }

  static Path defaultConfiguration() {
    return home().resolve("config").resolve("tensionwire.yaml");
  }

  /** What {@code --version} says. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      @Nullable String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {
        "tensionwire " + (version == null ? "(not packaged)" : version), "Java " + Runtime.version()
      };
    }
  }
}
