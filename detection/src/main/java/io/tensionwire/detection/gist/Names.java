package io.tensionwire.detection.gist;

import io.tensionwire.detection.gist.Entry.Kind;
import io.tensionwire.detection.text.Document;
import io.tensionwire.detection.text.Sentence;
import io.tensionwire.detection.text.Token;
import io.tensionwire.model.Language;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Proper names by their sound ({@link Sounds}). In English and Russian what is written with a capital where no sentence
 * begins; in Korean, see {@link KoreanNames}. What the glossary knows and the names of parties are none. A sound of
 * fewer than three consonants is dropped: Kim, Anna and Lee sound like too much else.
 */
final class Names {
  private static final int MOST = 40;
  private static final int LEAST_CONSONANTS = 3;

  /** Words of a run of which a Korean name consists: Kang Min-ho, Кан Мин Хо. */
  private static final int SYLLABLES = 3;
  private static final List<String> RUSSIAN_CASES = List.of(
      "ого", "его", "ому", "ему", "ами", "ями", "ыми", "ими", "ом", "ем", "ым", "им", "ах", "ях", "ам", "ям", "ых", "их");
  private static final int LONGEST_SYLLABLE = 4;
  private static final int SHORTEST_STEM = 4;

  private final Document document;
  private final Language language;
  private final Emphasis emphasis;
  private final BitSet known;
  private final Tally tally = new Tally();

  /** @param named the tokens that name parties */
  Names(Document document, Language language, Emphasis emphasis, List<Found> found, BitSet named) {
    this.document = document;
    this.language = language;
    this.emphasis = emphasis;
    this.known = (BitSet) named.clone();
    for (Found each : found) {
      boolean concept = each.entry().kind() == Kind.CONCEPT;
      // Short words of a concept are syllables of names as well: мин, chip, Мин.
      boolean chance = concept && language != Language.KO && each.to() == each.from() + 1
          && document.token(each.from()).word().length() <= LONGEST_SYLLABLE;
      if (each.entry().kind() != Kind.UNIT && !chance) {
        known.set(each.from(), each.to());
      }
    }
  }

  Map<String, Integer> read() {
    if (language == Language.KO) {
      new KoreanNames(document, known).each((from, to, sound, weight) -> add(sound, weight, from));
    } else {
      capitalised();
    }
    return tally.most(MOST);
  }

  private void capitalised() {
    Set<String> within = namesWithinSentences();
    for (Sentence sentence : document.sentences()) {
      boolean heading = heading(sentence);
      for (int i = sentence.from(); i < sentence.to(); i++) {
        int to = i;
        while (to < sentence.to() && candidate(to) && (to == i || adjoins(to) && !heading)) {
          to++;
        }
        boolean alone = i == sentence.from() && to == i + 1 && !hyphened(to);
        if (to > i && (!heading && !alone || within.contains(document.token(i).word()))) {
          run(i, to);
        }
        i = Math.max(i, to - 1);
      }
    }
  }

  /** Words that stand with a capital where nothing but being a name asks for it. */
  private Set<String> namesWithinSentences() {
    Set<String> within = new HashSet<>();
    for (Sentence sentence : document.sentences()) {
      if (!heading(sentence)) {
        for (int i = sentence.from() + 1; i < sentence.to(); i++) {
          if (candidate(i)) {
            within.add(document.token(i).word());
          }
        }
      }
    }
    return within;
  }

  /** English headings may have all words with capitals, or all letters. */
  private boolean heading(Sentence sentence) {
    if (!sentence.title() || language != Language.EN) {
      return false;
    }
    int words = 0;
    int capitals = 0;
    for (int i = sentence.from(); i < sentence.to(); i++) {
      if (document.token(i).word().length() > 3) {
        words++;
        capitals += capital(i) ? 1 : 0;
      }
    }
    return capitals * 3 > words * 2;
  }

  private boolean candidate(int token) {
    return capital(token) && !known.get(token) && !shouted(token)
        && !StopWords.of(language).contains(document.token(token).word());
  }

  private boolean capital(int token) {
    return Character.isUpperCase(letter(token, 0));
  }

  /** An abbreviation: its letters are no sounds. */
  private boolean shouted(int token) {
    Token word = document.token(token);
    return word.end() - word.start() > 1 && Character.isUpperCase(letter(token, 1));
  }

  private char letter(int token, int at) {
    Token word = document.token(token);
    return document.sentenceOf(token).source().charAt(word.start() + at);
  }

  /** Whether nothing but a blank or a hyphen divides a word from the one before. */
  private boolean adjoins(int token) {
    return !document.token(token).afterBreak() && document.token(token).start() == document.token(token - 1).end() + 1
        || hyphened(token) && !known.get(token);
  }

  private boolean hyphened(int token) {
    if (token == 0 || token >= document.size() || document.sentenceNumber(token) != document.sentenceNumber(token - 1)) {
      return false;
    }
    Token before = document.token(token - 1);
    return document.token(token).start() == before.end() + 1
        && document.sentenceOf(token).source().charAt(before.end()) == '-';
  }

  private void run(int from, int capitals) {
    int to = capitals;
    int end = document.sentenceOf(from).to();
    while (to < end && hyphened(to) && document.token(to).word().length() <= SYLLABLES + 2 && !known.get(to)) {
      to++;
    }
    var all = new StringBuilder();
    int monosyllables = 0;
    for (int i = from; i < to; i++) {
      String word = document.token(i).word();
      all.append(word);
      monosyllables += vowels(word) == 1 ? 1 : 0;
      single(word, i);
    }
    if (to - from == SYLLABLES && monosyllables == SYLLABLES) {
      add(Sounds.of(KoreanNames.surname(document.token(from).word())) + given(from + 1, to), Tally.FULL, from);
      add(given(from + 1, to), Tally.FULL, from);
    } else if (to - from == 2 && vowels(all.toString()) <= SYLLABLES) {
      add(Sounds.of(all.toString()), Tally.FULL, from);
    }
  }

  private String given(int from, int to) {
    var sounds = new StringBuilder();
    for (int i = from; i < to; i++) {
      String sound = Sounds.of(document.token(i).word());
      sounds.append(i > from && sound.startsWith("a") ? sound.substring(1) : sound);
    }
    return sounds.toString();
  }

  private void single(String word, int token) {
    add(Sounds.of(word), Tally.FULL, token);
    if (language == Language.RU) {
      for (String ending : RUSSIAN_CASES) {
        if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_STEM) {
          add(Sounds.of(word.substring(0, word.length() - ending.length())), Tally.FULL, token);
          return;
        }
      }
    }
  }

  private static int vowels(String word) {
    int groups = 0;
    boolean before = false;
    for (char c : word.toCharArray()) {
      boolean vowel = "aeiouyаеиоуыэюя".indexOf(c) >= 0;
      groups += vowel && !before ? 1 : 0;
      before = vowel;
    }
    return groups;
  }

  private void add(String sound, int weight, int token) {
    if (Sounds.strength(sound) >= LEAST_CONSONANTS) {
      int sentence = document.sentenceNumber(token);
      tally.add(sound, weight, sentence, emphasis.of(sentence));
    }
  }
}
