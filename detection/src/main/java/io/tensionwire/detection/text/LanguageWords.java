package io.tensionwire.detection.text;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What a language's shortest texts give away: words that every text of it is full of, and endings.
 *
 * @param words small words, and names of the countries as the language writes them; two points each
 * @param endings of words of five letters or more; one point each
 */
record LanguageWords(Set<String> words, List<String> endings) {
  private static final LanguageWords RUSSIAN = of(
      "и в не что с по из о об к как это его для уже был была были после до у же ли или также если при над под между"
          + " россия россии рф южной южная корея кореи мид посол посла заявил сообщил который которые свою своего из-за может"
          + " чтобы нет еще перед ни без они она он мы",
      "ого его ому ему ый ий ой ая яя ое ые ых их ым им ами ями ть тся ться ет ют ит ят ал ала али ил ила или ение ения"
          + " ению ость ости ство ства ов ев ией ию ей");

  /** Russian, then those it is told from. */
  static final List<LanguageWords> CYRILLIC = List.of(
      RUSSIAN,
      of( // Ukrainian
          "та що у з до від про після як через для його який але також було вже проти під щодо або чи це цього які які"
              + " не на росія росії південна південної кореї викликали між має буде був зі ще",
          "ння ють ати ити ути ський ської ського ної ний ено ємо єте"),
      of( // Bulgarian
          "се да са ще че със във от като след при между към който която които това му е не на за с и ли бе беше била"
              + " русия руски руския руската южна южнокорейския корейски посланик посланика според заради срещу"
              + " без нов нова до си го ги им",
          "ата ята ът ят ите ото ета ията ието ове ски ска ско ация"),
      of( // Macedonian and Serbian
          "се на во и од за ќе дека со ја го ги е да сe што су је није да ли као код према због након русија руски јужна"
              + " амбасадор амбасадора са или али у би",
          "ата ите ото ње ње ски ска ско ција"),
      of( // Belarusian and Kazakh
          "і у з на не што па пра для ад да яго каб гэта быў былі расія расіі мен бен және үшін деп бұл туралы оның",
          "ага ыць ўся скі ская лар лер дар дер ның нің ға ге"));

  private static final LanguageWords ENGLISH = of(
      "the of and to in on for with is was by from that it at as are after says said over has have had will its be not"
          + " us amid against new this their his who would could about into up out more first south north korean russian"
          + " russia moscow kremlin talks ties envoy warns calls war between than or an but no",
      "ing tion ed ly ish ness ment ers ghts ship ays ry ity ian ates ls ns ts");

  /** English, then those it is told from. */
  static final List<LanguageWords> LATIN = List.of(
      ENGLISH,
      of("der die das und von mit ist wieder vor den dem des im auf für nicht ein eine nach sich zu zum zur bei als auch wegen"
          + " über aus hat wird werden russland russische südkorea südkoreas moskau gegen", "ung ungen ischen ische lich keit heit ieren schen"),
      of("le la les des et du est en une un dans pour par sur au aux avec que qui ne pas son sa ses plus contre après"
          + " russie corée sud séoul moscou ce cette entre se", "eur aux ement tion ique ais ait ée ées euse"),
      of("el los las y del que una un por para con su se al es en de la lo como más tras sobre contra rusia corea sur"
          + " seúl moscú entre no", "ción ciones ado ada idad mente ores ista"),
      of("il di che una un della del dei per con non si al da nel alla sono le gli la contro dopo corea mosca"
          + " tra ha sud", "zione zioni ento ità ato ata ore"),
      of("o os as do da dos das e que um uma para com não em no na por se ao mais sobre contra após rússia coreia seul"
          + " moscou moscovo entre de", "ção ções ado ada dade mente"),
      of("het een van en de dat op te zijn voor met niet is aan door over rusland zuid moskou russische bij om ook na"
          + " tegen", "en heid lijk ische eren"),
      of("w i na z do nie się że jest od po za przez dla rosja rosji korei południowa o oraz jak przed", "ów ego ych ość nia ski ska"),
      of("v na se že do za je pro po od rusko ruska koreje jižní o ve k podle", "ní ého ých ost ský ská ou"),
      of("ve bir bu için ile de da olarak rusya güney kore moskova olan daha sonra", "lar ler nda nde ının nin dan den yor"),
      of("yang dan di untuk dengan dari pada tidak akan selatan rusia ini itu ke oleh kepada terhadap soal"
          + " dalam telah", "kan nya"),
      of("và của là không các cho với một đã nga hàn quốc trong được", "nh"),
      of("och att det som en ett på av för med är inte ryssland sydkorea til av på ikke og er det i den fra mot"
          + " russland sørkorea sydkoreas moskva", "ningen erna else"),
      of("si cu la de pe nu un o din pentru este care rusia coreea sud moscova după că", "ului ilor țiile ează"),
      of("ja on ei se että oli venäjä venäjän etelä kutsui az és hogy nem egy oroszország dél", "ssa ssä lla ista nak nek ban ben"));

  private static LanguageWords of(String words, String endings) {
    return new LanguageWords(Set.of(distinct(words)), List.of(endings.split(" ")));
  }

  private static String[] distinct(String words) {
    return Arrays.stream(words.split(" ")).distinct().toArray(String[]::new);
  }
}
