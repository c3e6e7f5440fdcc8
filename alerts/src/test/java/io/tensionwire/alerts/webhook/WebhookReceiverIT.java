package io.tensionwire.alerts.webhook;

import static io.tensionwire.alerts.AlertBuilder.alert;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.tensionwire.alerts.SampleAlerts;
import io.tensionwire.alerts.http.HttpCaller;
import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.receiver.Dispatch;
import io.tensionwire.alerts.receiver.HttpReceiverContract;
import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Rate;
import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.alerts.receiver.Retries;
import io.tensionwire.fixtures.receivers.FakeReceiver;
import io.tensionwire.fixtures.receivers.Trouble;
import io.tensionwire.fixtures.receivers.WebhookManners;
import io.tensionwire.fixtures.web.Request;
import io.tensionwire.model.yaml.Secret;
import io.tensionwire.service.address.PrivateAddresses;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookReceiverIT extends HttpReceiverContract {

  private static final String NEW_KEY = "whsec_bmV3LW5ldy1uZXctbmV3LW5ldy1uZXctbmV3";
  private static final String OLD_KEY = "whsec_b2xkLW9sZC1vbGQtb2xkLW9sZC1vbGQtb2xk";
  private static final String PATH_SECRET = "hook-4f9a1c";
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  private final WebhookManners consumer = new WebhookManners();
  private final FakeReceiver fake = FakeReceiver.start(consumer);
  private final Receiver receiver = receiver("desk", PrivateAddresses.ALL);

  private Receiver receiver(String name, PrivateAddresses allowed) {
    return new WebhookReceiver(
        name, new Secret(fake.uri("/in/" + PATH_SECRET).toString()),
        Stream.of(NEW_KEY, OLD_KEY).map(key -> SigningKey.of(new Secret(key))).toList(), new Rate(10),
        Retries.STANDARD_WEBHOOKS, new HttpCaller(allowed, CALL_TIMEOUT), () -> NOW);
  }

  @Override
  protected Receiver receiver() {
    return receiver;
  }

  @Override
  protected FakeReceiver fake() {
    return fake;
  }

  @Override
  protected List<String> secrets() {
    return List.of(PATH_SECRET, NEW_KEY, OLD_KEY);
  }

  @Override
  protected int messages() {
    return consumer.events().size();
  }

  @Override
  protected String told() {
    var text = new StringBuilder();
    consumer.events().forEach(event -> text.append(event.toPrettyString()).append("\nand ")
        .append(event.path("data").path("more").asInt()).append(" more\n"));
    return text.toString();
  }

  @Test
  void eachKeyVerifiesWhatWasSigned() throws Exception {
    send(SampleAlerts.korean());

    Request call = fake.calls().getFirst();
    assertThat(Verification.verifies(NEW_KEY, call)).isTrue();
    assertThat(Verification.verifies(OLD_KEY, call)).isTrue();
    assertThat(Verification.verifies("whsec_b3RoZXItb3RoZXItb3RoZXItb3RoZXItb3Ro", call)).isFalse();
    assertThat(call.header("webhook-timestamp")).isEqualTo(Long.toString(NOW.getEpochSecond()));
    assertThat(call.header("content-type")).startsWith("application/json");
  }

  @Test
  void theIdStaysOverRetriesAndIsAnotherForAnotherAlertOrReceiver() throws Exception {
    fake.next(Trouble.says(500, ""));

    send(alert().id("a").build());
    send(alert().id("a").build());
    send(alert().id("b").build());
    try (Receiver other = receiver("other", PrivateAddresses.ALL)) {
      other.send(Dispatch.of(
          alert().id("a").build(), Message.of(alert().id("a").build(), PARIS)));
    }

    List<String> ids = fake.calls().stream().map(call -> call.header("webhook-id")).toList();
    assertThat(ids.get(0)).isEqualTo(ids.get(1));
    assertThat(ids.stream().distinct()).hasSize(3);
  }

  @Test
  void theEventIsAsThePublishedSchemaSays() throws Exception {
    for (var alert : List.of(
        SampleAlerts.english(), SampleAlerts.korean(), SampleAlerts.russian(), SampleAlerts.escalated(),
        SampleAlerts.updated(), alert().kind(null).url(null).polarity(null).build())) {
      send(alert);
    }

    var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(WebhookReceiverIT.class.getResourceAsStream("/schemas/webhook-event-1.json"));
    assertThat(consumer.events()).hasSize(6).allSatisfy(event -> assertThat(schema.validate(event)).isEmpty());
    assertThat(consumer.events().getFirst().path("type").asText()).isEqualTo("alert.opened");
    assertThat(consumer.events().getLast().path("type").asText()).isEqualTo("alert");
  }

  @Test
  void goneMeansNoMoreEvents() throws Exception {
    fake.next(Trouble.says(410, "bye"));

    assertThat(send(alert().build())).isEqualTo(new Outcome.Rejected(Reason.DISABLED, "410"));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 401, 403, 404, 405, 409})
  void whatMayBeMendedOnTheOtherSideIsTriedAgain(int status) throws Exception {
    fake.next(Trouble.says(status, "", Map.of("Retry-After", "9")));

    assertThat(send(alert().build())).isInstanceOf(Outcome.Retryable.class);
    assertThat(send(alert().build())).isInstanceOf(Outcome.Delivered.class);
  }

  @Test
  void anInnerAddressIsCalledOnlyWhereThatIsAllowed() throws Exception {
    try (Receiver careful = receiver("careful", PrivateAddresses.NONE)) {
      var refused = careful.send(Dispatch.of(
          alert().build(), Message.of(alert().build(), PARIS)));

      assertThat(refused).isInstanceOfSatisfying(
          Outcome.Rejected.class, no -> assertThat(no.detail()).contains("allow-private-addresses"));
    }
    assertThat(fake.calls()).isEmpty();
  }
}
