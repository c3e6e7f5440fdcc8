package io.tensionwire.detection.gist;

import io.tensionwire.detection.text.Document;
import io.tensionwire.detection.text.Token;
import io.tensionwire.model.Language;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Names in Korean, which has no capitals: words that nothing knows, before a title (강민호 씨, 지노비예프 대사), with the
 * suffix of a ship (해안호), in quotation marks, with syllables by which Korean writes foreign sounds, or repeated. Other
 * unknown words of the opening count least: their sounds meet a name of another language or nothing.
 */
final class KoreanNames {
  private static final Set<String> TITLES = Set.of(
      "씨", "선장", "목사", "선교사", "대사", "장관", "차관", "의원", "대표", "교수", "위원장", "대통령", "총리", "국장", "사장", "회장", "대변인",
      "사령관", "판사", "검사", "변호사", "감독", "선수", "기자", "총영사", "영사", "주지사", "시장", "단장", "부장관", "박사", "군", "양", "제독", "대령",
      "외무장관", "부위원장", "실장", "차장", "소장", "이사장", "의장", "총장", "본부장", "특사", "공사", "무관", "중위", "대위", "소령", "중령", "소위");

  /** Syllables that write a consonant of another language: hardly in Korean words, of which some are left over. */
  private static final String FOREIGN = "프브크트르즈츠흐스드그슈쿠투루푸부니노비예레례랴료류체첸셰쳐콥톱꼬뽀또";
  private static final Set<String> SURNAMES = Set.of(
      "김", "이", "박", "최", "정", "강", "조", "윤", "장", "임", "한", "오", "서", "신", "권", "황", "안", "송", "류", "전", "홍", "고", "문",
      "양", "손", "배", "백", "허", "유", "남", "심", "노", "하", "곽", "성", "차", "주", "우", "구", "민", "나", "진", "지", "엄", "채", "원",
      "천", "방", "공", "현", "함", "변", "염", "여", "추", "도", "소", "석", "선", "설", "마", "길", "연", "위", "표", "명", "기", "반", "왕");

  /** As they are written in Latin letters, which is not as they sound. */
  private static final Map<String, String> WRITTEN = Map.of(
      "park", "pak", "lee", "li", "이", "리", "임", "림", "choi", "choe", "цой", "че", "чхве", "че", "유", "류", "yoo", "ryu");
  private static final int NAME = 3;

  private final Document document;
  private final BitSet known;

  KoreanNames(Document document, BitSet known) {
    this.document = document;
    this.known = known;
  }

  /** Takes names. */
  interface Taker {
    /** A name's tokens {@code from} to before {@code to}, its sound and how surely it is one, 1 to 3. */
    void take(int from, int to, String sound, int weight);
  }

  /** A surname as it sounds. */
  static String surname(String written) {
    return WRITTEN.getOrDefault(written, written);
  }

  void each(Taker taker) {
    Map<String, Integer> times = new HashMap<>();
    for (int i = 0; i < document.size(); i++) {
      if (!known.get(i)) {
        times.merge(stem(i), 1, Integer::sum);
      }
    }
    for (int i = 0; i < document.size(); i++) {
      String word = document.token(i).word();
      char first = word.charAt(0);
      if (known.get(i) && !word.endsWith("호") || first < 0xAC00 || first > 0xD7A3) {
        continue;
      }
      String stem = stem(i);
      if (stem.length() < 2 || StopWords.of(Language.KO).contains(word) || StopWords.of(Language.KO).contains(stem)) {
        continue;
      }
      name(i, stem, times.getOrDefault(stem, 0), taker);
    }
  }

  private void name(int token, String stem, int times, Taker taker) {
    boolean titled = titled(token);
    boolean korean = stem.length() == NAME && SURNAMES.contains(stem.substring(0, 1));
    boolean ship = stem.length() >= NAME && stem.endsWith("호") && !korean;
    if (ship) {
      taker.take(token, token + 1, Sounds.of(stem.substring(0, stem.length() - 1)), Tally.FULL);
      return;
    }
    boolean sure = titled || quoted(token) || foreign(stem);
    int weight = sure ? Tally.FULL : korean && times > 1 ? 2 : times > 1 || korean ? 1 : 0;
    if (weight == 0 && document.sentenceOf(token).place() > 1) {
      return;
    }
    if (korean && (titled || times > 1)) {
      taker.take(token, token + 1, Sounds.of(surname(stem.substring(0, 1)) + stem.substring(1)), Math.max(weight, 1));
      taker.take(token, token + 1, Sounds.of(stem.substring(1)), Math.max(weight, 1));
    } else {
      taker.take(token, token + 1, Sounds.of(stem), Math.max(weight, 1));
    }
  }

  private String stem(int token) {
    String stem = Stems.of(document.token(token).word(), Language.KO);
    return stem == null ? "" : stem;
  }

  private boolean titled(int token) {
    int next = token + 1;
    if (next >= document.sentenceOf(token).to() || document.token(next).afterBreak()) {
      return false;
    }
    String stem = Stems.of(document.token(next).word(), Language.KO);
    return TITLES.contains(document.token(next).word()) || stem != null && TITLES.contains(stem)
        || document.token(next).word().startsWith("씨") && document.token(next).word().length() <= 2;
  }

  /** In quotation marks of its own, or with one other word. */
  private boolean quoted(int token) {
    Token word = document.token(token);
    String source = document.sentenceOf(token).source();
    return word.start() > 0 && opens(source.charAt(word.start() - 1)) && closes(source, word.end());
  }

  private static boolean opens(char c) {
    return "'‘“\"「『<《〈".indexOf(c) >= 0;
  }

  private static boolean closes(String source, int from) {
    return from < source.length() && "'’”\"」』>》〉".indexOf(source.charAt(from)) >= 0;
  }

  private static boolean foreign(String stem) {
    int signs = 0;
    for (char c : stem.toCharArray()) {
      signs += FOREIGN.indexOf(c) >= 0 ? 1 : 0;
    }
    return stem.length() >= NAME && signs >= 1 && (signs >= 2 || "프브크트르즈츠흐".indexOf(stem.charAt(stem.length() - 1)) >= 0);
  }
}
