package io.tensionwire.benchmarks;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Set;
import org.apache.lucene.analysis.ko.KoreanTokenizer;

/** Lucene's Korean tokeniser, alone: no matching. */
final class Nori implements Engine {
  private final KoreanTokenizer tokenizer = new KoreanTokenizer();

  @Override
  public Set<String> find(Text text) {
    int tokens = count(text.article().title()) + count(text.article().body());
    return Set.of("" + tokens);
  }

  private int count(String field) {
    try {
      tokenizer.setReader(new StringReader(field));
      tokenizer.reset();
      int tokens = 0;
      while (tokenizer.incrementToken()) {
        tokens++;
      }
      tokenizer.end();
      tokenizer.close();
      return tokens;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
