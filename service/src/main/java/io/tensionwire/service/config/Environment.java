package io.tensionwire.service.config;

import io.tensionwire.model.yaml.Values;
import io.tensionwire.model.yaml.YamlException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The environment behind a configuration file: {@code ingest.allow-private-addresses} is overridden by {@code
 * TENSIONWIRE_INGEST_ALLOW_PRIVATE_ADDRESSES}, and {@code ${NAME}} or {@code ${NAME:-otherwise}} is filled in.
 */
public final class Environment implements Values {

  private static final String PREFIX = "TENSIONWIRE_";
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?}");

  private final Map<String, String> variables;

  public Environment(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  @Override
  public @Nullable String override(String path) {
    String name = variable(path);
    return unset(name) ? null : variables.get(name);
  }

  @Override
  public String variable(String path) {
    return PREFIX + path.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
  }

  @Override
  public Map<String, String> overridesBelow(String path) {
    String start = variable(path) + "_";
    Map<String, String> overrides = new TreeMap<>();
    variables.forEach(
        (name, value) -> {
          if (name.startsWith(start) && name.length() > start.length() && !value.isBlank()) {
            overrides.put(name.substring(start.length()).toLowerCase(Locale.ROOT).replace('_', '.'), value);
          }
        });
    return overrides;
  }

  @Override
  public @Nullable String missing(String text) {
    Matcher matcher = REFERENCE.matcher(text);
    while (matcher.find()) {
      if (matcher.group(2) == null && unset(matcher.group(1))) {
        return matcher.group(1);
      }
    }
    return null;
  }

  @Override
  public String substitute(String text, Function<String, YamlException> error) {
    String missing = missing(text);
    if (missing != null) {
      throw error.apply(missing + " is not set in the environment");
    }
    return REFERENCE
        .matcher(text)
        .replaceAll(
            match -> {
              String value = variables.get(match.group(1));
              return Matcher.quoteReplacement(
                  value != null && !value.isBlank() ? value : match.group(2) == null ? "" : match.group(2));
            });
  }

  private boolean unset(String name) {
    String value = variables.get(name);
    return value == null || value.isBlank();
  }
}
