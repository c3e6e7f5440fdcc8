package io.tensionwire.alerts.discord;

import io.tensionwire.alerts.http.AddressConfig;
import io.tensionwire.alerts.receiver.ReceiverConfig;
import io.tensionwire.model.yaml.Section;

/** A channel of Discord's, by its webhook. */
public final class DiscordConfig {

  private DiscordConfig() {}

  public static ReceiverConfig from(String name, Section section) {
    return AddressConfig.from(
        name, section, DiscordReceiver.PER_SECOND, "https://discord.com/api/webhooks/", DiscordReceiver::new);
  }
}
