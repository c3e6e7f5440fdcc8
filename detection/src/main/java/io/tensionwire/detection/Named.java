package io.tensionwire.detection;

import io.tensionwire.detection.party.Mention;
import io.tensionwire.detection.stance.Currency;
import io.tensionwire.detection.text.Document;
import io.tensionwire.detection.text.Token;
import io.tensionwire.model.Mentions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What an article names, in forms that are the same in every language. */
final class Named {
  private static final int MOST_NUMBERS = 20;

  private Named() {}

  static Mentions of(Document document, List<Mention> mentions, List<String> places) {
    Set<String> parties = new LinkedHashSet<>();
    Set<String> people = new LinkedHashSet<>();
    for (Mention mention : mentions) {
      parties.addAll(mention.parties());
      var holder = mention.holder();
      if (holder != null) {
        people.add(holder.id());
      }
    }
    return new Mentions(
        parties.stream().sorted().toList(), people.stream().sorted().toList(), places, numbers(document));
  }

  /** Figures that tell one event from another; years and single digits tell nothing. */
  private static List<String> numbers(Document document) {
    Set<String> numbers = new LinkedHashSet<>();
    for (Token token : document.tokens()) {
      String word = token.word();
      int digits = 0;
      while (digits < word.length() && (Character.isDigit(word.charAt(digits)) || word.charAt(digits) == ',')) {
        digits++;
      }
      String number = word.substring(0, digits).replace(",", "");
      if (number.length() >= 2 && number.length() <= 9 && Currency.year(token) == 0 && numbers.size() < MOST_NUMBERS) {
        numbers.add(number);
      }
    }
    return List.copyOf(numbers);
  }
}
