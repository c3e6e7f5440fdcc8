package io.tensionwire.detection.gist;

import io.tensionwire.model.Language;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Cuts the endings off words, so that the forms of one word meet. Light: it need not be right, only the same. */
final class Stems {
  private static final int SHORTEST = 3;
  private static final Map<Character, List<String>> RUSSIAN = byLastLetter(
      "ироваться", "ившись", "ывшись", "ировать", "иями", "ями", "ами", "ией", "иям", "иях", "ием", "ого", "его", "ому",
      "ему", "ыми", "ими", "ешь", "ишь", "ете", "ите", "ует", "уют", "ают", "яют", "ала", "яла", "ило", "ила", "или",
      "ыла", "ыли", "ало", "али", "яли", "ают", "ает", "яет", "ить", "ать", "ять", "еть", "уть", "ующ", "ющ", "ащ", "вш",
      "ая", "яя", "ое", "ее", "ые", "ие", "ый", "ий", "ой", "ей", "ом", "ем", "ам", "ям", "ах", "ях", "ых", "их", "ым",
      "им", "ую", "юю", "ов", "ев", "ия", "ию", "ии", "ью", "ет", "ут", "ют", "ит", "ат", "ят", "ал", "ял", "ил", "ыл",
      "ла", "ло", "ли", "на", "но", "ны", "ен", "а", "я", "о", "е", "и", "ы", "у", "ю", "ь", "й", "л", "н");
  private static final Map<Character, List<String>> KOREAN = byLastLetter(
      "으로부터는", "으로부터", "에서는", "에서도", "에게는", "에게서", "로부터", "으로는", "으로서", "으로써", "이라고", "라고", "이라며", "라며", "이라는",
      "라는", "에서", "에는", "에도", "에게", "으로", "까지", "부터", "마다", "처럼", "보다", "이다", "이며", "이자", "하고", "하며", "하는", "하기",
      "했다", "한다", "했으며", "했고", "했던", "해야", "하자", "하면", "하던", "한", "할", "함", "해", "된다", "됐다", "되는", "되고", "된", "될",
      "됐으며", "시켰다", "시킨", "은", "는", "이", "가", "을", "를", "의", "에", "도", "만", "와", "과", "로", "들", "들이", "들은", "들을",
      "들의", "하겠다", "하지", "하지만", "했지만", "이나", "에선", "께서");

  private static final List<String> ENGLISH = List.of("ation", "ition", "ment", "ing", "ion", "ed", "er", "ly");

  private Stems() {}

  /** Each list has the longest first. */
  private static Map<Character, List<String>> byLastLetter(String... endings) {
    return Arrays.stream(endings).distinct().sorted(Comparator.comparingInt(String::length).reversed())
        .collect(Collectors.groupingBy(ending -> ending.charAt(ending.length() - 1)));
  }

  /** The stem of a folded word, or {@code null} where too little is left to tell anything. */
  static @Nullable String of(String word, Language language) {
    return switch (language) {
      case KO -> korean(word);
      case RU -> cut(word, RUSSIAN, SHORTEST);
      default -> english(word);
    };
  }

  private static @Nullable String korean(String word) {
    char first = word.charAt(0);
    return first < 0xAC00 || first > 0xD7A3 ? english(word) : cut(word, KOREAN, 2);
  }

  private static @Nullable String cut(String word, Map<Character, List<String>> endings, int least) {
    for (String ending : endings.getOrDefault(word.charAt(word.length() - 1), List.of())) {
      if (word.length() - ending.length() >= least && word.endsWith(ending)) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word.length() < least ? null : word;
  }

  private static @Nullable String english(String word) {
    if (word.length() < SHORTEST) {
      return null;
    }
    String stem = word;
    if (stem.endsWith("ies") && stem.length() > 4) {
      stem = stem.substring(0, stem.length() - 3) + "y";
    } else if (stem.endsWith("s") && !stem.endsWith("ss") && !stem.endsWith("us") && stem.length() > 3) {
      stem = stem.substring(0, stem.length() - 1);
    }
    for (String ending : ENGLISH) {
      if (stem.endsWith(ending) && stem.length() - ending.length() >= SHORTEST + 1) {
        stem = stem.substring(0, stem.length() - ending.length());
        break;
      }
    }
    int last = stem.length() - 1;
    if (stem.length() > SHORTEST && stem.charAt(last) == 'e') {
      return stem.substring(0, last);
    }
    return stem.length() > SHORTEST && stem.charAt(last) == stem.charAt(last - 1) ? stem.substring(0, last) : stem;
  }
}
