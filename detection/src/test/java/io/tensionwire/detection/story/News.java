package io.tensionwire.detection.story;

import io.tensionwire.detection.Articles;
import io.tensionwire.detection.Detector;
import io.tensionwire.detection.Judgement;
import io.tensionwire.model.Article;
import io.tensionwire.model.BodySource;
import io.tensionwire.model.Detection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** An article as it comes, and what is detected in it. */
record News(String name, int revision, String outlet, String title, String text, Instant at) {

  private static final Detector DETECTOR = Articles.shipped();
  private static final Instant MORNING = Instant.parse("2026-05-12T02:00:00Z");

  /** Of a morning in May. */
  static News of(String name, String title, String text) {
    return new News(name, 1, "Courier", title, text, MORNING);
  }

  News after(Duration time) {
    return new News(name, revision, outlet, title, text, at.plus(time));
  }

  News named(String other) {
    return new News(other, revision, other + " Gazette", title, text, at);
  }

  News titled(String headline) {
    return new News(name, revision, outlet, headline, text, at);
  }

  News revised(String words) {
    return new News(name, revision + 1, outlet, title, words, at);
  }

  Detection detection() {
    Article article = Article.builder(URI.create("https://courier.example/" + name)).revision(revision).outlet(outlet)
        .title(title).body(text, BodySource.PAGE).publishedAt(at).fetchedAt(at).build();
    if (DETECTOR.judge(article) instanceof Judgement.Named(Detection detection)) {
      return detection;
    }
    throw new IllegalStateException(name + " does not name both");
  }

  /** South Korea's ministry calls in the Russian ambassador over a drone; in the morning. */
  static final News SEOUL_SUMMONS = of("seoul-summons", "South Korea summons Russian ambassador over drone near Sokcho",
      """
      South Korea's foreign ministry summoned Russia's ambassador to Seoul on Tuesday over a surveillance drone that was \
      found by fishermen off Sokcho last week, a ministry spokesperson said.
      The vice minister told the ambassador that the flight of the drone was a grave violation of sovereignty and \
      demanded an apology and steps to keep it from happening again. The meeting lasted 35 minutes.
      The drone had flown 42 kilometres along the coast, according to the coast guard. The ambassador said he would \
      report to Moscow.
      """);

  static final News SEOUL_SUMMONS_KO = of("seoul-summons-ko", "외교부, 주한 러시아대사 초치…속초 앞바다 무인기에 강력 항의",
      """
      외교부는 12일 주한 러시아대사를 청사로 초치해 지난주 강원도 속초 앞바다에서 어민들이 발견한 정찰용 무인기에 대해 강력히 항의했다고 밝혔다.
      외교부 차관은 35분간의 면담에서 무인기 비행이 주권을 침해한 중대한 사안이라며 사과와 재발 방지를 요구했다.
      해경에 따르면 이 무인기는 해안을 따라 42㎞를 비행했다. 러시아대사는 본국에 보고하겠다고 답한 것으로 전해졌다.
      """).after(Duration.ofMinutes(25));

  static final News SEOUL_SUMMONS_RU = of("seoul-summons-ru", "Посла России вызвали в МИД Южной Кореи из-за беспилотника у Сокчхо",
      """
      Посол России в Сеуле вызван во вторник в МИД Республики Корея в связи с разведывательным беспилотником, который на \
      прошлой неделе рыбаки нашли в море у города Сокчхо, сообщил представитель министерства.
      Замглавы МИД заявил послу протест, назвал полет беспилотника грубым нарушением суверенитета и потребовал извинений. \
      Встреча длилась 35 минут.
      По данным береговой охраны, беспилотник пролетел вдоль побережья 42 километра. Посол обещал доложить в Москву.
      """).after(Duration.ofMinutes(50));

  /** Russia's ministry calls in the South Korean ambassador over something else; in the evening of the same day. */
  static final News MOSCOW_SUMMONS = of("moscow-summons", "Russia summons South Korean ambassador over mortar rounds sent to Poland",
      """
      Russia's foreign ministry summoned South Korea's ambassador to Moscow on Tuesday and handed over a protest note \
      about 12,000 mortar rounds which it says were shipped from Changwon to a depot in Poland.
      A deputy foreign minister warned the envoy that the shells would end up at the front in Ukraine and that such \
      supplies would have the gravest consequences for relations between Moscow and Seoul.
      The South Korean embassy said the rounds were bought by the Polish army for training.
      """).after(Duration.ofHours(9));

  static final News MOSCOW_SUMMONS_RU = of("moscow-summons-ru", "МИД России вызвал посла Южной Кореи из-за поставки мин в Польшу",
      """
      МИД России вызвал во вторник посла Южной Кореи и вручил ему ноту протеста из-за 12 тысяч минометных мин, которые, \
      по данным ведомства, отправлены из Чханвона на склад в Польше.
      Замглавы МИД предупредил посла, что боеприпасы окажутся на фронте на Украине и такие поставки будут иметь самые \
      серьезные последствия для отношений Москвы и Сеула.
      В посольстве заявили, что мины закупила польская армия для учений.
      """).after(Duration.ofHours(9).plusMinutes(30));

  static final News TIMELINE = of("timeline", "Timeline: four years of Seoul and Moscow growing apart",
      """
      March 2022: Russia puts South Korea on its list of unfriendly states after Seoul joins sanctions over Ukraine.
      June 2024: Moscow and Pyongyang sign a treaty; Seoul summons the Russian ambassador.
      October 2024: South Korea's spy agency says that North Korean troops are in Russia, and the ambassador is summoned again.
      July 2025: Russia bars dozens of South Koreans from entry.
      May 2026: the ambassador is called in over a drone found off Sokcho.
      """).after(Duration.ofDays(1));
}
