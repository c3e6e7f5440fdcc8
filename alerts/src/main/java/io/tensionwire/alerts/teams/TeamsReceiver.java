package io.tensionwire.alerts.teams;

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
import io.tensionwire.model.yaml.Secret;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Posts cards to a Workflows webhook, whose address is its secret. */
final class TeamsReceiver implements Receiver {

  /** Teams throttles a webhook that is called more often in a second. */
  static final int PER_SECOND = 4;

  /** Some webhooks say 200, and that Teams behind them said something else. */
  private static final Pattern SAID_BEHIND = Pattern.compile("(?i)returned HTTP error (\\d{3})");

  private final String name;
  private final Secret url;
  private final Rate rate;
  private final HttpCaller http;

  TeamsReceiver(String name, Secret url, Rate rate, HttpCaller http) {
    this.name = name;
    this.url = url;
    this.rate = rate;
    this.http = http;
  }

  @Override
  public String name() {
    return name;
  }

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
    return post(TeamsCard.json(dispatch.message(), dispatch.mention()));
  }

  @Override
  public Outcome send(Notice notice) throws InterruptedException {
    return post(TeamsCard.json(notice));
  }

  private Outcome post(String card) throws InterruptedException {
    return switch (http.call(HttpCall.post(url, card))) {
      case Reply.None none -> none.outcome();
      case Reply.Answer answer when answer.isSuccess() -> taken(answer);
      case Reply.Answer answer -> Refusals.of(answer, "");
    };
  }

  private static Outcome taken(Reply.Answer answer) {
    Matcher behind = SAID_BEHIND.matcher(answer.text());
    if (!behind.find()) {
      return Outcome.delivered();
    }
    var said = new Reply.Answer(Integer.parseInt(behind.group(1)), answer.headers(), new byte[0], answer.secret());
    return said.isSuccess() ? new Outcome.Rejected(Reason.UNEXPECTED_ANSWER, null) : Refusals.of(said, "behind the webhook");
  }

  @Override
  public void close() {
    http.close();
  }
}
