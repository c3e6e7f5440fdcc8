package io.tensionwire.alerts.slack;

import io.tensionwire.alerts.receiver.HttpReceiverContract;
import io.tensionwire.alerts.receiver.Rate;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.fixtures.receivers.FakeReceiver;
import io.tensionwire.fixtures.receivers.Response;
import io.tensionwire.model.yaml.Secret;
import java.util.ArrayList;
import java.util.List;

class SlackWebhookTroubleIT extends HttpReceiverContract {

  private static final String SECRET = "very-secret_1";

  private final List<String> taken = new ArrayList<>();
  private final FakeReceiver fake = FakeReceiver.start(call -> {
    taken.add(call.text());
    return Response.of(200, "ok");
  });
  private final Receiver receiver = new SlackWebhookReceiver(
      "newsroom", new Secret(fake.uri("/services/T0FAKE/B0FAKE/" + SECRET).toString()), new Rate(1), CALL_TIMEOUT);

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
    return List.of(SECRET);
  }

  @Override
  protected int messages() {
    return taken.size();
  }

  @Override
  protected String told() {
    return taken.toString();
  }
}
