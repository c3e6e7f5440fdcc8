package io.tensionwire.benchmarks;

import io.tensionwire.model.Language;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Hands each text to its language's engine. */
record PerLanguage(Map<Language, ? extends Engine> engines) implements Engine {

  @Override
  public Set<String> find(Text text) {
    return Objects.requireNonNull(engines.get(text.language())).find(text);
  }
}
