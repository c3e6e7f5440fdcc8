package io.tensionwire.alerts.slack;

import io.tensionwire.alerts.http.HttpCall;
import io.tensionwire.alerts.http.HttpCaller;
import io.tensionwire.alerts.http.Refusals;
import io.tensionwire.alerts.http.Reply;
import io.tensionwire.alerts.receiver.Dispatch;
import io.tensionwire.alerts.receiver.Notice;
import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Rate;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.model.yaml.Secret;
import io.tensionwire.service.address.PrivateAddresses;
import java.time.Duration;

/** Posts to an incoming webhook. The address is the secret: it is in no log, exception or outcome. */
public final class SlackWebhookReceiver implements Receiver {

  /** Slack allows one message a second and channel; going on past a limit can get the app disabled. */
  public static final Rate RATE = new Rate(1);

  private final String name;
  private final Secret url;
  private final Rate rate;
  private final HttpCaller http;

  public SlackWebhookReceiver(String name, Secret url, Rate rate) {
    this(name, url, rate, new HttpCaller(PrivateAddresses.ALL));
  }

  SlackWebhookReceiver(String name, Secret url, Rate rate, Duration callTimeout) {
    this(name, url, rate, new HttpCaller(PrivateAddresses.ALL, callTimeout));
  }

  private SlackWebhookReceiver(String name, Secret url, Rate rate, HttpCaller http) {
    this.name = name;
    this.url = url;
    this.rate = rate;
    this.http = http;
  }

  @Override
  public String name() {
    return name;
  }

  /** A webhook gives its messages no name, so it can neither change nor answer them. */
  @Override
  public boolean showsEdits() {
    return false;
  }

  @Override
  public Rate rate() {
    return rate;
  }

  @Override
  public Outcome send(Dispatch dispatch) throws InterruptedException {
    return post(SlackMessage.json(dispatch.message(), Mention.of(dispatch.mention())));
  }

  @Override
  public Outcome send(Notice notice) throws InterruptedException {
    return post(SlackNotice.json(notice));
  }

  private Outcome post(String json) throws InterruptedException {
    return switch (http.call(HttpCall.post(url, json))) {
      case Reply.None none -> none.outcome();
      case Reply.Answer answer when answer.status() == 200 -> Outcome.delivered();
      case Reply.Answer answer -> Refusals.of(answer, word(answer));
    };
  }

  /** Slack's own word, such as {@code no_service}; anything longer is somebody else's page. */
  private static String word(Reply.Answer answer) {
    String text = answer.text().strip();
    return text.matches("[a-z0-9_.-]{1,60}") ? text : "";
  }

  @Override
  public void close() {
    http.close();
  }
}
