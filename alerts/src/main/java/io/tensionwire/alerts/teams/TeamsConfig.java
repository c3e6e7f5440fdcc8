package io.tensionwire.alerts.teams;

import io.tensionwire.alerts.http.AddressConfig;
import io.tensionwire.alerts.receiver.ReceiverConfig;
import io.tensionwire.model.yaml.Section;

/** A channel of Microsoft Teams, by the webhook of a workflow. */
public final class TeamsConfig {

  private TeamsConfig() {}

  public static ReceiverConfig from(String name, Section section) {
    return AddressConfig.from(
        name, section, TeamsReceiver.PER_SECOND, "https://….logic.azure.com/workflows/", TeamsReceiver::new);
  }
}
