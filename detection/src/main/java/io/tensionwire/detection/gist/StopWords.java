package io.tensionwire.detection.gist;

import io.tensionwire.model.Language;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words that stand in any article whatever it is about. */
final class StopWords {
  private static final Map<Language, Set<String>> WORDS = Map.of(
      Language.EN, words("""
          the and for that with from this have has had was were will would could should been being are not but its his
          her their they them she you your our out over under after before into about between among against than then
          also who whom which what when where while why how said say says saying told tell tells according added adding
          statement spokesman spokesperson spokeswoman year years month months week weeks day days one two three first
          last next new more most some any all both other another each such only just even still since until during
          through because may might can must did does done make made take took taken give given there here these those
          very much many well now today yesterday tomorrow two-thirds per cent percent former government official
          officials ministry minister country countries including include part later earlier per via amid around
          monday tuesday wednesday thursday friday saturday sunday january february march april june july august
          september october november december without within again every several remain remained remains came come go
          went going back down off upon however though although like unless whether mr mrs ms no nor so too own same"""),
      Language.KO, words("""
          있다 있는 있으며 없다 없는 그는 그가 이번 지난 오는 대한 대해 위해 위한 통해 따라 따르면 관련 관련해 이후 이날 당시 현재 전날 오전 오후 것으로
          것이라고 것이 것은 것을 등을 등이 등의 밝혔다 말했다 전했다 했다 한다 됐다 된다 하는 하고 해야 또한 그러나 하지만 그리고 이어 이와 이에 이를
          그동안 앞서 다시 모두 함께 가장 매우 우리 우리는 정부 정부는 관계자 관계자는 대변인 대변인은 측은 측이 설명했다 덧붙였다 강조했다 지적했다
          보인다 알려졌다 나타났다 때문에 경우 같은 다른 여러 약 및 또는 아니라 아니다 않는다 않았다 않고 많은 모든 어떤 이런 그런 저런 최근 올해 지난해
          작년 내년 예정이다 계획이다 양국 사이 가운데 대로 만에 기자 뉴스 특파원 지금 아직 이미 더욱 특히"""),
      Language.RU, words("""
          это этот эта эти этого этой этом этому этим что чтобы как так или если при для под над без про между после перед
          был была было были быть есть нет его ему них ней она они оно мы вы вас нас наш ваш который которая которое
          которые которых которого которой которым тот того той тем теми также тоже уже ещё еще только лишь даже более
          менее очень сказал сказала сообщил сообщила сообщили сообщает заявил заявила заявили отметил отметила добавил
          добавила подчеркнул словам слова году года год лет месяц месяца день дня дней страны страна стран стороны сторона
          стороной правительство министр министерство ведомство ведомства представитель вместе однако поэтому потому
          тогда когда где куда пока здесь там теперь сейчас ранее позже вчера сегодня завтра накануне понедельник вторник
          среду среда четверг пятницу пятница субботу суббота воскресенье января февраля марта апреля мая июня июля августа
          сентября октября ноября декабря из-за кроме через около среди против все всех всем всего всё себя свою свои своих
          свой своего может могут мог должен должны будет будут нужно можно один одна одной два две три первый первая
          новый новая новые рамках связи отношении отношения очередь том число числе"""));

  private StopWords() {}

  private static Set<String> words(String words) {
    return Set.copyOf(List.of(words.replace('ё', 'е').split("\\s+")));
  }

  static Set<String> of(Language language) {
    return WORDS.getOrDefault(language, Set.of());
  }
}
