package io.tensionwire.benchmarks;

import io.tensionwire.model.Language;
import java.util.ArrayList;
import java.util.List;

/**
 * What a language's articles are put together from.
 *
 * @param small words of every sentence
 * @param one how the one party is called
 * @param other how the other party is called
 * @param others names of everybody else
 * @param vocabulary the words that rules and articles share: begins, middles and ends in all combinations
 * @param syllables of which unseen words are made
 */
record Parts(
    List<String> small, List<String> one, List<String> other, List<String> others, List<String> vocabulary,
    List<String> syllables) {

  static Parts of(Language language) {
    return switch (language) {
      case EN -> ENGLISH;
      case KO -> KOREAN;
      case RU -> RUSSIAN;
      case OTHER -> throw new IllegalArgumentException("no parts for other languages");
    };
  }

  private static final Parts ENGLISH = new Parts(
      words("the of and to in a for with on was that said by is after at from will its it has not been who would"),
      List.of("South Korea", "Seoul", "South Korean", "Busan"),
      List.of("Russia", "Moscow", "Russian", "Kremlin"),
      List.of("Portugal", "Chile", "Ottawa", "Nairobi", "Jakarta", "Norwegian", "Peru"),
      combine(
          words("- re over under out inter counter pre mis sub trans fore"),
          words("port sign vote trade press claim state line mark form fund court track work call turn cast charge view"
              + " guard build count measure print range order play point pass pay plan place draw drive land light load"
              + " look match name note part plant pull rate ride rule run ship side sell stand take tone use value weigh"
              + " win write yield field grade"),
          words("- s ing ed er ers ment able ness ly")),
      words("ba cor del fin gar hol jun kel lor min nar os pel quin ros sal tor ul ven wis xan yor zel bri clo dra fle"));

  private static final Parts KOREAN = new Parts(
      words("그 이 및 또 더 약 올해 지난 최근 이날 오전 오후 관련 대해 위해 따라 통해 이번 모두 다시 한편 특히 것으로 있는"),
      List.of("한국은", "한국과", "서울에서", "한국의", "대한민국은"),
      List.of("러시아는", "러시아와", "모스크바에서", "러시아의", "크렘린은"),
      List.of("포르투갈은", "칠레의", "오타와에서", "나이로비는", "자카르타의", "노르웨이와", "페루는"),
      combine(
          words("경제 사회 지역 기술 문화 교육 환경 시장 산업 농업 금융 주택"),
          words("정책 계획 사업 회의 조사 지원 투자 개발 연구 행사 대회 협력 보고 평가 관리 운영 예산 기금 시설 자료 전망 변화 성장 과제 문제 대책 방안 수준 규모"
              + " 기준 센터 기관 단체 위원 대표 회장 직원 주민 학생 교사 가구 기업 공장 도로 공원 병원 학교 시험 방송 신문 축제 공연 전시 훈련 상담 점검 공급 수요"),
          words("- 이 은 을 의 에 에서 으로 과 도")),
      words("가 나 다 라 마 바 사 아 자 차 카 타 파 하 강 남 동 문 박 상 용 정 준 철 현 호 희 림 봉"));

  private static final Parts RUSSIAN = new Parts(
      words("и в на не что с по из к для от за как это его при уже был было были также после того более между однако"),
      List.of("Сеул", "Южная Корея", "Южной Кореи", "Сеулом"),
      List.of("Россия", "Москва", "России", "Москвой", "Кремль"),
      List.of("Португалия", "Чили", "Оттава", "Найроби", "Джакарта", "Норвегия", "Перу"),
      combine(
          words("- пере вы за при раз от под про над об до"),
          words("говор вод ход работ строй груз дел каз лет мер мест нос пис плат прав рез руб сад свет след служ смотр"
              + " став стро суд торг ток тяг уч хват цен чит шум бор бег вар вез глас гор город дар держ зем зим игр кат"
              + " клад ключ кур лом луч мах мен мет"),
          words("ка ки ать ал ная ного ение ения ости ами")),
      words("ба вол гра дом жен зил кра лен мор нир оль пет рук сов тан ум фед хан цел чер шир эль юр яков бру"));

  private static List<String> words(String text) {
    return List.of(text.split(" "));
  }

  private static List<String> combine(List<String> begins, List<String> middles, List<String> ends) {
    List<String> all = new ArrayList<>();
    for (String middle : middles) {
      for (String begin : begins) {
        for (String end : ends) {
          all.add((begin + middle + end).replace("-", ""));
        }
      }
    }
    return List.copyOf(all);
  }
}
