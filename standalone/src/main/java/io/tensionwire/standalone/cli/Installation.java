package io.tensionwire.standalone.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** Where this copy of Tensionwire lies: the folder with {@code config}, as the launcher says. */
public final class Installation {

  /** Set by the launcher; without it the working directory is the installation, as in the container. */
  static final String HOME = "tensionwire.home";

  private Installation() {}

  public static Path home() {
    return Path.of(System.getProperty(HOME, "")).toAbsolutePath().normalize();
  }

  public static Path defaultConfiguration() {
    return home().resolve("config").resolve("tensionwire.yaml");
  }

  /** What {@code --version} says. */
  public static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      @Nullable String version = Installation.class.getPackage().getImplementationVersion();
      return new String[] {
        "tensionwire " + (version == null ? "(not packaged)" : version), "Java " + Runtime.version()
      };
    }
  }
}
