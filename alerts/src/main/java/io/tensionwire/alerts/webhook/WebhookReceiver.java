package io.tensionwire.alerts.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tensionwire.alerts.http.HttpCall;
import io.tensionwire.alerts.http.HttpCaller;
import io.tensionwire.alerts.http.Refusals;
import io.tensionwire.alerts.http.Reply;
import io.tensionwire.alerts.receiver.Dispatch;
import io.tensionwire.alerts.receiver.Notice;
import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Rate;
import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.alerts.receiver.Retries;
import io.tensionwire.model.yaml.Secret;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Posts signed events. */
final class WebhookReceiver implements Receiver {

  private final String name;
  private final Secret url;
  private final List<SigningKey> keys;
  private final Rate rate;
  private final Retries retries;
  private final HttpCaller http;
  private final InstantSource clock;

  WebhookReceiver(String name, Secret url, List<SigningKey> keys, Rate rate, Retries retries, HttpCaller http) {
    this(name, url, keys, rate, retries, http, InstantSource.system());
  }

  WebhookReceiver(
      String name, Secret url, List<SigningKey> keys, Rate rate, Retries retries, HttpCaller http,
      InstantSource clock) {
    this.name = name;
    this.url = url;
    this.keys = List.copyOf(keys);
    this.rate = rate;
    this.retries = retries;
    this.http = http;
    this.clock = clock;
  }

  @Override
  public String name() {
    return name;
  }

  /** A program is told all that happens: what it makes of an edit is its own affair. */
  @Override
  public boolean showsEdits() {
    return true;
  }

  /** By its webhook-id. */
  @Override
  public boolean recognisesRepeats() {
    return true;
  }

  @Override
  public Rate rate() {
    return rate;
  }

  @Override
  public Retries retries() {
    return retries;
  }

  @Override
  public Outcome send(Dispatch dispatch) throws InterruptedException {
    return post(id(dispatch.alert().id()), WebhookEvent.json(dispatch.alert(), dispatch.message()));
  }

  @Override
  public Outcome send(Notice notice) throws InterruptedException {
    return post(id(notice.id()), WebhookEvent.json(notice, clock.instant()));
  }

  private Outcome post(String id, byte[] body) throws InterruptedException {
    Instant now = clock.instant();
    String signatures =
        keys.stream().map(key -> key.sign(id, now.getEpochSecond(), body)).collect(Collectors.joining(" "));
    var call = new HttpCall(
        "POST", url,
        Map.of(
            "webhook-id", id,
            "webhook-timestamp", Long.toString(now.getEpochSecond()),
            "webhook-signature", signatures),
        body);
    return switch (http.call(call)) {
      case Reply.None none -> none.outcome();
      case Reply.Answer answer when answer.isSuccess() -> new Outcome.Delivered(id, null);
      case Reply.Answer answer -> refusal(answer);
    };
  }

  /**
   * The specification lets all be tried again but 410, with which the other side wants no more events. What it does not
   * understand it will not understand later.
   */
  private static Outcome refusal(Reply.Answer answer) {
    String detail = answer.detail("");
    return switch (Refusals.of(answer, "")) {
      case Outcome.Rejected gone when answer.status() == 410 -> new Outcome.Rejected(Reason.DISABLED, detail);
      case Outcome.Rejected no when no.reason() == Reason.INVALID_MESSAGE -> no;
      case Outcome.Rejected no when no.reason() == Reason.UNEXPECTED_ANSWER ->
          new Outcome.Retryable(no.reason(), detail, answer.retryAfter());
      // Not forbidden or not found for good, as it would be elsewhere: a program is being put in place, or moved.
      case Outcome.Rejected no -> new Outcome.Retryable(Reason.UNAVAILABLE, detail, answer.retryAfter());
      case Outcome other -> other;
    };
  }

  /** The same for each try of one alert at this receiver, another for any other; no full stop stands in it. */
  private String id(String alertId) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest((name + "\n" + alertId).getBytes(UTF_8));
      return "msg_" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 27);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
