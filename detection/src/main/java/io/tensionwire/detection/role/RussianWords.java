package io.tensionwire.detection.role;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a Russian word is by its form: enough to read roles, no dictionary. */
final class RussianWords {
  static final Set<String> PREPOSITIONS = Set.of(
      "в", "во", "на", "с", "со", "к", "ко", "против", "от", "ото", "из", "у", "для", "о", "об", "обо", "по", "при",
      "за", "из-за", "между", "над", "под", "перед", "после", "до", "без", "через", "вокруг", "около", "вместо",
      "среди", "кроме", "вопреки", "благодаря", "согласно", "ради", "вслед", "вместе", "насчет", "относительно",
      "касательно", "помимо", "включая");

  private static final Set<String> COUNTS = Set.of(
      "двое", "трое", "четверо", "пятеро", "шестеро", "семеро", "два", "две", "три", "четыре", "пять", "шесть", "семь",
      "восемь", "девять", "десять", "несколько", "ряд", "группа", "десятки", "сотни", "часть", "большинство", "пара");

  /** Who may speak or act for a party: stems of the heads of noun phrases. */
  private static final List<String> HEADS = List.of(
      "пос", "министр", "замминистр", "замглав", "глав", "мид", "министерств", "минобороны", "правительств", "президент",
      "премьер", "представител", "спикер", "дипломат", "посольств", "консул", "граждан", "суд", "компани", "авиакомпани",
      "верф", "корабл", "судн", "самолет", "истребител", "бомбардировщик", "военн", "власт", "ведомств", "администраци",
      "разведк", "полици", "прокуратур", "секретар", "лидер", "депутат", "делегаци", "сотрудник", "спецслужб", "парламент",
      "канцеляри", "генштаб", "армия", "вмс", "ввс", "вкс", "флот", "атташе", "временн", "поверенн", "спецпосланник",
      "посланник", "совет", "служб", "минторг", "минфин", "минюст", "журналист", "миссионер", "моряк", "рыбак", "экипаж",
      "чиновник", "генконсул", "комитет", "объединенн", "начальник", "пресс", "официальн", "чрезвычайн", "полномочн",
      "нов", "бывш", "первого", "первый", "первым", "временно", "военны", "старш", "высокопоставленн", "действующ",
      "государственн", "национальн", "иностранн", "дел", "обороны", "безопасности", "заместител", "зам", "имени",
      "коллег", "партнер", "стран", "сторон", "лиц", "актив", "банк", "завод", "танкер", "паром", "бюро", "корреспондент",
      "генерал", "адмирал", "сенатор", "госсекретар", "уполномоченн", "спецпредставител", "резидент", "шпион", "студент",
      "бизнесмен", "предпринимател", "капитан", "турист", "кабинет", "кабмин", "полпред", "омбудсмен", "торгпред");

  /** Nouns of what is done to somebody: their genitive is whom. */
  private static final List<String> TRANSITIVE = List.of(
      "высылк", "арест", "задержан", "вызов", "осужден", "обвинен", "выдворен", "депортаци", "отзыв", "освобожден",
      "изъят", "конфискаци", "наказан", "преследован", "исключен", "отстранен", "блокировк", "запрет", "закрыт",
      "приостанов", "отмен", "снят", "ослаблен", "смягчен", "перехват", "критик", "разрыв", "нарушен", "похищен");

  private static final Pattern ADJECTIVE = Pattern.compile(".*(ский|цкий|ская|ское|ские|ского|скому|ским|ском|ской|скую|ских|скими|цкого|цкому|цкая|цкие|цких|ный|ная|ное|ные|ного|ному|ным|ной|ную|ных|ными|вый|вая|вые|вого|вому|вым|вых|жняя|южной|южную|южная|вший|вшего|вшему|вшим|щий|щего|щему)");
  private static final Pattern SHORT_PASSIVE = Pattern.compile(".*(ан|ана|ано|аны|ен|ена|ено|ены|ят|ята|ято|яты|ыт|ыта|ыто|ыты)");
  private static final Pattern NOT_PASSIVE = Pattern.compile(".*(ыват|ят)$");
  private static final Pattern LONG_PASSIVE = Pattern.compile(".*(анн|енн|ят|ыт)(ый|ая|ое|ые|ого|ому|ым|ом|ой|ую|ых|ыми)");
  private static final Pattern VERB = Pattern.compile(".*(л|ла|ло|ли|лся|лась|лось|лись|ет|ит|ют|ят|ут|ат|ть|ти|ться|тся|ется|ются|ешь|им|ем|ая|яя|ав|ив|ев)");
  private static final Pattern NO_VERB = Pattern.compile(".*(ост|ент|нет|вет|ность|ссия|кция|чем|всем)");

  private RussianWords() {}

  /** "Двое российских дипломатов": a number takes the genitive and stands in the nominative itself. */
  static boolean counted(String word) {
    return COUNTS.contains(word) || !word.isEmpty() && Character.isDigit(word.charAt(0));
  }

  static boolean adjective(String word) {
    return ADJECTIVE.matcher(word).matches();
  }

  static boolean modifier(String word) {
    return adjective(word) && !PREPOSITIONS.contains(word);
  }

  static boolean noun(String word) {
    for (String head : HEADS) {
      if (word.startsWith(head)) {
        return !word.equals("после") && !word.startsWith("послед");
      }
    }
    return false;
  }

  static boolean passive(String word) {
    return word.length() > 5 && SHORT_PASSIVE.matcher(word).matches()
        && !NOT_PASSIVE.matcher(word).matches() || LONG_PASSIVE.matcher(word).matches();
  }

  static boolean verb(String word) {
    return VERB.matcher(word).matches()
        && !NO_VERB.matcher(word).matches() && word.length() > 3;
  }

  static boolean transitive(String word) {
    for (String stem : TRANSITIVE) {
      if (word.startsWith(stem)) {
        return true;
      }
    }
    return false;
  }
}
