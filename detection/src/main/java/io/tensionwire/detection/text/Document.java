package io.tensionwire.detection.text;

import io.tensionwire.model.Article;
import io.tensionwire.model.TextField;
import java.util.ArrayList;
import java.util.List;

/** An article as sentences of tokens: title, summary and body in this order. */
public final class Document {
  private final List<Token> tokens = new ArrayList<>();
  private final List<Sentence> sentences = new ArrayList<>();

  private Document() {}

  public static Document of(Article article) {
    var document = new Document();
    document.read(article.title(), TextField.TITLE);
    if (!article.body().startsWith(article.summary().strip()) || article.body().isEmpty()) {
      document.read(article.summary(), TextField.SUMMARY);
    }
    document.read(article.body(), TextField.BODY);
    return document;
  }

  public List<Token> tokens() {
    return tokens;
  }

  public Token token(int i) {
    return tokens.get(i);
  }

  public List<Sentence> sentences() {
    return sentences;
  }

  public Sentence sentence(int i) {
    return sentences.get(i);
  }

  public Sentence sentenceOf(int token) {
    return sentences.get(tokens.get(token).sentence());
  }

  private void read(String field, TextField name) {
    FoldedText text = FoldedText.of(field);
    int place = 0;
    int from = 0;
    while (from < text.length()) {
      int past = name == TextField.BODY ? Furniture.end(text, from) : from;
      if (past > from) {
        from = past;
        continue;
      }
      int to = Sentences.end(text, from);
      int first = tokens.size();
      Words.read(text, from, to, sentences.size(), tokens);
      if (tokens.size() > first) {
        int start = text.start(from);
        int end = text.end(to - 1);
        while (start < end && Character.isWhitespace(field.charAt(start))) {
          start++;
        }
        while (end > start && Character.isWhitespace(field.charAt(end - 1))) {
          end--;
        }
        sentences.add(new Sentence(sentences.size(), name, place++, start, end, first, tokens.size(),
            field.substring(start, end)));
      }
      from = to;
    }
  }
}
