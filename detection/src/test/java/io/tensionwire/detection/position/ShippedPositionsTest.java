package io.tensionwire.detection.position;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.detection.Articles;
import io.tensionwire.detection.Detector;
import io.tensionwire.detection.watch.WatchReader;
import io.tensionwire.detection.watch.WatchRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The positions of the shipped pair, in the three languages it is read in. */
class ShippedPositionsTest {

  private static final Detector SHIPPED = Articles.shipped();

  private final Ledger ledger = new Ledger(SHIPPED);
  private int hour;

  @Test
  void inEnglish() {
    says("South Korea to review supplying lethal weapons to Ukraine, presidential office says after Russia warning");
    says("South Korea approves supply of artillery shells to Ukraine, drawing Russian anger");
    says("Russia angered", "Artillery shells from South Korea were delivered to Ukraine, Seoul's defence ministry said.");
    says(
        "Seoul rules out lethal arms for Ukraine, says position unchanged after Russia talks",
        "South Korea will not supply lethal weapons to Ukraine, the foreign ministry spokesperson said.");
    says("Russia removes South Korea from its list of unfriendly countries");
    says("Russia puts South Korea back on list of unfriendly countries");
    says("South Korea adds 243 items to export control list for Russia, bringing total to 1,402");
    says("South Korea lifts export controls on Russia");
    says("South Korea eases sanctions on Russia, partially lifting bank curbs");
    says("South Korea lifts sanctions against Russia");
    says("South Korea imposes new sanctions on Russian ships and people");
    says("South Korea and Russia agree to resume direct flights in March");
    says("Direct flights between Seoul and Moscow resume after four years");
    says("South Korea suspends direct flights to Russia again");

    assertThat(ledger.told()).containsExactly(
        "South Korea, lethal arms for Ukraine: none → under review",
        "South Korea, lethal arms for Ukraine: under review → approved",
        "South Korea, lethal arms for Ukraine: approved → delivered",
        "South Korea, lethal arms for Ukraine: delivered → none",
        "Russia, list of unfriendly states: listed → removed",
        "Russia, list of unfriendly states: removed → listed",
        "South Korea, export controls on Russia: in force → in force (1,402)",
        "South Korea, export controls on Russia: in force (1,402) → lifted",
        "South Korea, sanctions against Russia: in force → eased",
        "South Korea, sanctions against Russia: eased → lifted",
        "South Korea, sanctions against Russia: lifted → in force",
        "South Korea, direct flights: suspended → announced",
        "South Korea, direct flights: announced → resumed",
        "South Korea, direct flights: resumed → suspended");
  }

  @Test
  void inKorean() {
    says("정부, 우크라이나 살상무기 지원 재검토…러시아 반발");
    says("한국 정부, 우크라이나에 살상무기 지원 결정…러시아 강력 반발");
    says("한국산 포탄 우크라이나 도착, 러시아 반발");
    says("정부 \"우크라이나 살상무기 지원 안 한다\" 러시아에 입장 재확인");
    says("러시아, 한국을 비우호국 명단에서 제외");
    says("러시아, 한국 비우호국 명단에 다시 올려");
    says("한국, 대러 수출통제 품목 243개 추가…총 1402개");
    says("정부, 러시아 수출통제 전면 해제");
    says("한국, 대러 제재 일부 완화");
    says("한국, 대러 제재 해제");
    says("한국과 러시아, 직항 재개 합의");
    says("한러 직항 항공편 4년 만에 재개");
    says("한국, 러시아 직항 운항 다시 중단");

    assertThat(ledger.told()).containsExactly(
        "South Korea, lethal arms for Ukraine: none → under review",
        "South Korea, lethal arms for Ukraine: under review → approved",
        "South Korea, lethal arms for Ukraine: approved → delivered",
        "South Korea, lethal arms for Ukraine: delivered → none",
        "Russia, list of unfriendly states: listed → removed",
        "Russia, list of unfriendly states: removed → listed",
        "South Korea, export controls on Russia: in force → in force (1,402)",
        "South Korea, export controls on Russia: in force (1,402) → lifted",
        "South Korea, sanctions against Russia: in force → eased",
        "South Korea, sanctions against Russia: eased → lifted",
        "South Korea, direct flights: suspended → announced",
        "South Korea, direct flights: announced → resumed",
        "South Korea, direct flights: resumed → suspended");
  }

  @Test
  void inRussian() {
    says("Сеул и Москва", "Администрация президента Южной Кореи заявила, что пересмотрит вопрос о поставках летального "
        + "вооружения Украине.");
    says("Южная Корея одобрила поставки летального оружия Украине", "Москва пообещала ответить.");
    says("Южная Корея поставила Украине первую партию снарядов, подтвердило минобороны в Сеуле");
    says("Сеул исключил поставки летального оружия Украине", "Россия это приветствовала.");
    says("Россия исключила Южную Корею из списка недружественных стран");
    says("Россия вновь включила Южную Корею в перечень недружественных государств");
    says("Южная Корея расширила список запрещенных к вывозу в Россию товаров до 1402 позиций");
    says("Южная Корея сняла экспортные ограничения против России");
    says("Южная Корея смягчила санкции против России");
    says("Южная Корея сняла санкции с России");
    says("Россия и Южная Корея договорились возобновить прямые рейсы");
    says("Прямое авиасообщение между Россией и Южной Кореей возобновлено");
    says("Южная Корея приостановила прямые рейсы в Россию");

    assertThat(ledger.told()).containsExactly(
        "South Korea, lethal arms for Ukraine: none → under review",
        "South Korea, lethal arms for Ukraine: under review → approved",
        "South Korea, lethal arms for Ukraine: approved → delivered",
        "South Korea, lethal arms for Ukraine: delivered → none",
        "Russia, list of unfriendly states: listed → removed",
        "Russia, list of unfriendly states: removed → listed",
        "South Korea, export controls on Russia: in force → in force (1,402)",
        "South Korea, export controls on Russia: in force (1,402) → lifted",
        "South Korea, sanctions against Russia: in force → eased",
        "South Korea, sanctions against Russia: eased → lifted",
        "South Korea, direct flights: suspended → announced",
        "South Korea, direct flights: announced → resumed",
        "South Korea, direct flights: resumed → suspended");
  }

  @Test
  void aWishADemandOrTheWordOfOthersChangesNothing() {
    says("Russia demands that South Korea rule out lethal arms for Ukraine");
    says("South Korea has decided to supply lethal arms to Ukraine, Russian foreign minister says");
    says("Seoul and Moscow", "The Russian foreign minister claimed South Korea has decided to send shells to Ukraine.");
    says("South Korea could approve lethal arms for Ukraine if Russia crosses red line");
    says("Seoul urges Russia to take South Korea off unfriendly list");
    says("Russia hopes direct flights with South Korea will resume soon, ambassador says");
    says("Seoul says it will decide by itself how to help Ukraine as Russia warns against weapons");
    says("한러, 영사협의…직항 재개 실무그룹 만들기로");
    says("러시아, 한국에 제재 해제 촉구");
    says("Москва надеется на возобновление прямых рейсов с Южной Кореей");
    says("South Korea approves non-lethal aid for Ukraine, Russia unhappy", "Generators and demining gear will be sent.");

    assertThat(ledger.told()).isEmpty();
  }

  @Test
  void thePositionThatThePageShowsIsOne() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "positions.md"));
    String shown = page.substring(page.indexOf("```yaml\n") + 8, page.indexOf("```", page.indexOf("```yaml\n") + 8));
    String watch = Files.readString(Articles.WATCH);

    WatchRules rules = WatchReader.read(watch.substring(0, watch.indexOf("\npositions:\n") + 1) + shown, "positions.md");

    assertThat(rules.positions().getFirst().becomes()).hasSize(2);
  }

  private void says(String title) {
    says(title, "");
  }

  private void says(String title, String body) {
    hour++;
    ledger.says("article" + hour, title, body, Ledger.NOON.plusSeconds(3600L * hour));
  }
}
