package io.tensionwire.detection.text;

import io.tensionwire.model.Article;
import io.tensionwire.model.TextField;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;

/** An article as sentences of tokens: title, summary and body in this order. */
public final class Document {
  /** Characters: a text goes on in another sentence after so many, whatever its marks. */
  public static final int LONGEST_SENTENCE = Sentences.LONGEST;

  private final List<Sentence> sentences = new ArrayList<>();
  private final List<FoldedText> texts = new ArrayList<>();
  private final Words words = new Words();

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

  /** A text of its own, such as a sentence that was taken from an article. */
  public static Document of(String text) {
    var document = new Document();
    document.read(text, TextField.TITLE);
    return document;
  }

  /** The words of a text as an article would have them, folded; what no article can have is not among them. */
  public static List<String> words(String text) {
    return of(text).tokens().stream().map(Token::word).toList();
  }

  public List<Token> tokens() {
    return new Tokens();
  }

  public Token token(int i) {
    return new Token(this, i);
  }

  /** How many tokens there are. */
  public int size() {
    return words.size();
  }

  public List<Sentence> sentences() {
    return sentences;
  }

  public Sentence sentence(int i) {
    return sentences.get(i);
  }

  public Sentence sentenceOf(int token) {
    return sentences.get(words.sentence(token));
  }

  /** The number of a token's sentence. */
  public int sentenceNumber(int token) {
    return words.sentence(token);
  }

  /** Shows each word, folded, in the order of the tokens. */
  public void eachWord(WordReader reader) {
    for (int sentence = 0; sentence < sentences.size(); sentence++) {
      Sentence each = sentences.get(sentence);
      char[] characters = texts.get(sentence).characters();
      for (int token = each.from(); token < each.to(); token++) {
        reader.read(characters, words.from(token), words.to(token));
      }
    }
  }

  /** Takes words without a string for each of them. */
  public interface WordReader {
    /** One word: the characters from one index to before another, which are only to be looked at. */
    void read(char[] characters, int from, int to);
  }

  String word(int token) {
    return text(token).word(words.from(token), words.to(token));
  }

  int start(int token) {
    return text(token).start(words.from(token));
  }

  int end(int token) {
    return text(token).end(words.to(token) - 1);
  }

  boolean afterBreak(int token) {
    return words.afterBreak(token);
  }

  private FoldedText text(int token) {
    return texts.get(words.sentence(token));
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
      int first = words.size();
      words.read(text, from, to, sentences.size());
      if (words.size() > first) {
        int start = text.start(from);
        int end = text.end(to - 1);
        while (start < end && Character.isWhitespace(field.charAt(start))) {
          start++;
        }
        while (end > start && Character.isWhitespace(field.charAt(end - 1))) {
          end--;
        }
        sentences.add(new Sentence(sentences.size(), name, place++, start, end, first, words.size(), field));
        texts.add(text);
      }
      from = to;
    }
  }

  private final class Tokens extends AbstractList<Token> implements RandomAccess {
    @Override
    public Token get(int i) {
      return token(i);
    }

    @Override
    public int size() {
      return words.size();
    }
  }
}
