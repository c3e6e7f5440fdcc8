package io.tensionwire.detection.role;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The particle at the end of a Korean word, told from words that only end so by the sound that must stand before it. */
final class KoreanParticle {

  /** What the syllable before a particle ends in. */
  private enum After { ANY, VOWEL, CONSONANT }

  private record Form(String form, Link link, After after) {}

  private static final List<Form> FORMS = List.of(
      form("으로부터", Link.FROM), form("로부터", Link.FROM), form("에게서", Link.FROM), form("한테서", Link.FROM),
      form("에서는", Link.AT), form("에서도", Link.AT), form("에서", Link.AT), form("에선", Link.AT),
      form("에게는", Link.TO), form("에게도", Link.TO), form("에게", Link.TO), form("한테", Link.TO),
      form("측에", Link.TO), form("측에는", Link.TO), form("에는", Link.TO), form("에도", Link.TO), form("에", Link.TO),
      form("께서", Link.SUBJECT), form("께", Link.TO), form("측은", Link.TOPIC), form("측이", Link.SUBJECT),
      form("측도", Link.TOPIC), form("측의", Link.OF), form("측을", Link.OBJECT), form("측과", Link.WITH),
      form("까지", Link.TO), form("발", Link.OF),
      new Form("은", Link.TOPIC, After.CONSONANT), new Form("는", Link.TOPIC, After.VOWEL),
      new Form("이", Link.SUBJECT, After.CONSONANT), new Form("가", Link.SUBJECT, After.VOWEL),
      new Form("을", Link.OBJECT, After.CONSONANT), new Form("를", Link.OBJECT, After.VOWEL),
      new Form("과", Link.WITH, After.CONSONANT), new Form("와", Link.WITH, After.VOWEL),
      form("의", Link.OF), form("도", Link.TOPIC), new Form("로", Link.OTHER, After.VOWEL),
      new Form("으로", Link.OTHER, After.CONSONANT));

  /** Words that end like a particle. */
  private static final Set<String> WHOLE = Set.of(
      "회의", "협의", "합의", "항의", "논의", "동의", "결의", "주의", "강의", "심의", "건의", "문의", "정의", "호의", "선의", "제의", "민주주의",
      "보도", "제도", "태도", "정도", "속도", "반도", "온도", "의도", "시도", "강도", "주도", "유도", "한반도", "지도", "고도", "독도",
      "추가", "허가", "휴가", "대가", "작가", "유가", "주가", "성과", "통과", "학과", "도로", "서로", "경로", "진로", "새로", "그대로",
      "하는", "있는", "없는", "되는", "오는", "가는", "받는", "다른", "같은", "많은", "높은", "깊은", "도발", "반발", "출발", "개발", "적발",
      "발발", "유발", "고발", "폭발", "재발", "남발", "선발", "초가", "사이", "차이", "나라", "세계", "관계", "조치", "대사", "특사", "정부");

  /** Names of one syllable. */
  private static final Set<String> SHORT = Set.of("군", "러", "북", "미", "일", "중", "한");

  private KoreanParticle() {}

  private static Form form(String form, Link link) {
    return new Form(form, link, After.ANY);
  }

  /** How a word hangs, or {@code null} where it has no particle. */
  static @Nullable Link of(String word) {
    if (WHOLE.contains(word)) {
      return null;
    }
    for (Form form : FORMS) {
      int base = word.length() - form.form().length();
      if (base >= 1 && word.endsWith(form.form()) && fits(form.after(), word.charAt(base - 1))) {
        return form.link() == Link.OF && form.form().equals("발") && base < 2 ? null : form.link();
      }
    }
    return null;
  }

  /** A phrase without the particle of its last word. */
  static String cut(String phrase) {
    String last = phrase.substring(phrase.lastIndexOf(' ') + 1);
    if (!WHOLE.contains(last)) {
      for (Form form : FORMS) {
        int base = last.length() - form.form().length();
        if ((base >= 2 || base == 1 && SHORT.contains(last.substring(0, 1))) && last.endsWith(form.form()) && fits(form.after(), last.charAt(base - 1))) {
          return phrase.substring(0, phrase.length() - form.form().length());
        }
      }
    }
    return phrase;
  }

  private static boolean fits(After after, char last) {
    if (after == After.ANY) {
      return true;
    }
    if (last < 0xAC00 || last > 0xD7A3) {
      return true;
    }
    boolean consonant = (last - 0xAC00) % 28 != 0;
    return consonant == (after == After.CONSONANT);
  }
}
