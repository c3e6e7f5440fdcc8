package io.tensionwire.model.yaml;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What stands behind the values of a file: the environment of a process, or nothing. */
public interface Values {

  /** Values mean what they say. */
  Values AS_WRITTEN =
      new Values() {
        @Override
        public @Nullable String override(String path) {
          return null;
        }

        @Override
        public String variable(String path) {
          return path;
        }

        @Override
        public Map<String, String> overridesBelow(String path) {
          return Map.of();
        }

        @Override
        public @Nullable String missing(String text) {
          return null;
        }

        @Override
        public String substitute(String text, Function<String, YamlException> error) {
          return text;
        }
      };

  /** The value that takes the place of the file's, {@code null} where the file's stands. */
  @Nullable String override(String path);

  /** The name of what overrides a path, for messages. */
  String variable(String path);

  /** Overrides of settings that the file need not name, by their key below the path. */
  Map<String, String> overridesBelow(String path);

  /** The first reference in a text that cannot be filled in. */
  @Nullable String missing(String text);

  /** Fills in references. */
  String substitute(String text, Function<String, YamlException> error);
}
