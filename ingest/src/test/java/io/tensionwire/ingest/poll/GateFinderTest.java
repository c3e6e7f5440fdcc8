package io.tensionwire.ingest.poll;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.ingest.fetch.AnswerHead;
import io.tensionwire.ingest.fetch.FetchOutcome.Refusal;
import io.tensionwire.model.FeedHealth;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateFinderTest {

  @ParameterizedTest
  @ValueSource(strings = {
    "<html><head><title>Just a moment...</title></head><body><script src=/cdn-cgi/challenge-platform/h/g></script></body></html>",
    "<html><body><form><div class='g-recaptcha' data-sitekey=x></div></form></body></html>",
    "<!doctype html><html><title>Один момент</title><body>Подтвердите, что вы не робот</body></html>",
    "<html><body>자동 접근 확인: 로봇이 아닙니다</body></html>",
    "<html><head><script>window._cf_chl_opt={}</script></head></html>",
    "<html><script src='https://x.example/_Incapsula_Resource?x'></script></html>",
    "<html><script>var dd={'host':'geo.captcha-delivery.com'}</script></html>",
  })
  void whoAsksWhetherWeAreHumanIsABotWall(String page) {
    assertThat(inDocument(page)).isEqualTo(FeedHealth.BOT_WALL);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "<html><script>document.cookie='a=1';location.reload();</script></html>",
    "<html><body onload=\"document.cookie = 'k=v; path=/'; window.location.href = '/rss.xml'\"></body></html>",
    "<html><body><script>document.cookie=\"c=2\";document.forms[0].submit()</script><form></form></body></html>",
    "<html><head><meta http-equiv=\"refresh\" content=\"0\"></head><script>document.cookie='x'</script></html>",
    "<html><body><p>Please enable your cookies and try again.</p></body></html>",
    "<html><body>쿠키 사용을 허용해 주세요</body></html>",
  })
  void whoWantsACookieIsACookieGate(String page) {
    assertThat(inDocument(page)).isEqualTo(FeedHealth.COOKIE_GATE);
  }

  @Test
  void anyOtherPageIsJustAPage() {
    assertThat(inDocument("<html><title>Log in</title><body><form><input name=user></form></body></html>"))
        .isEqualTo(FeedHealth.HTML_INSTEAD_OF_FEED);
  }

  @Test
  void aWholePageThatSetsCookiesAndHasACaptchaInItsFormOfCommentsIsJustAPage() {
    String front = "<html><title>The Daily</title><body>" + "<p>What happened today in the capital.</p>".repeat(400)
        + "<script>document.cookie='a=1'; location.href='#top'</script><div class=g-recaptcha></div></body></html>";

    assertThat(inDocument(front)).isEqualTo(FeedHealth.HTML_INSTEAD_OF_FEED);
  }

  @Test
  void aRefusalIsWhatItsHeadersSay() {
    var head = new AnswerHead(403, "text/html", null, null, null, null, null, Map.of("cf-mitigated", "challenge"));

    assertThat(refused(head, "")).isEqualTo(FeedHealth.BOT_WALL);
    assertThat(refused(AnswerHead.NONE, "<html><h1>403 Forbidden</h1></html>")).isEqualTo(FeedHealth.REFUSED);
    assertThat(refused(AnswerHead.NONE, "<html><h1>Checking your browser</h1></html>")).isEqualTo(FeedHealth.BOT_WALL);
  }

  private static FeedHealth inDocument(String page) {
    return GateFinder.inDocument(AnswerHead.NONE, page.getBytes(UTF_8));
  }

  private static FeedHealth refused(AnswerHead head, String page) {
    var refusal = new Refusal(URI.create("https://site.example/rss"), head, page.getBytes(UTF_8));
    return GateFinder.inRefusal(refusal, FeedHealth.REFUSED);
  }
}
