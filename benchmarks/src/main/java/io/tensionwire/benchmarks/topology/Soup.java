package io.tensionwire.benchmarks.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tensionwire.model.Language;
import java.util.List;
import java.util.Random;

/** Text of words that never come again among small ones of a language: about nothing, and the dearest to read. */
public final class Soup {

  private Soup() {}

  /** So many bytes of UTF-8, or a word more. */
  public static String of(Random random, Language language, int bytes) {
    var text = new StringBuilder();
    for (int size = 0, words = 1; size < bytes; words++) {
      String word = word(random, language) + (words % 14 == 0 ? ". " : " ");
      text.append(word);
      size += word.getBytes(UTF_8).length;
    }
    return text.toString();
  }

  private static String word(Random random, Language language) {
    if (random.nextInt(3) == 0) {
      return switch (language) {
        case KO -> List.of("그리고", "이번", "것으로", "있는", "대한").get(random.nextInt(5));
        case RU -> List.of("и", "в", "на", "что", "по").get(random.nextInt(5));
        default -> List.of("the", "of", "and", "to", "in").get(random.nextInt(5));
      };
    }
    var word = new StringBuilder();
    for (int letters = 3 + random.nextInt(6); letters > 0; letters--) {
      word.append(switch (language) {
        case KO -> (char) (0xAC00 + random.nextInt(11_172));
        case RU -> (char) ('а' + random.nextInt(32));
        default -> (char) ('a' + random.nextInt(26));
      });
      if (language == Language.KO && word.length() == 3) {
        break;
      }
    }
    return word.toString();
  }
}
