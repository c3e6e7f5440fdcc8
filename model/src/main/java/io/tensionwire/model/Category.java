package io.tensionwire.model;

/** The kinds of thing said or done, each of one polarity. */
public enum Category {
  RED_LINE(Polarity.ESCALATION),
  UNFRIENDLY_STATE(Polarity.ESCALATION),
  ARMS_TO_UKRAINE(Polarity.ESCALATION),
  NK_RUSSIA_MILITARY(Polarity.ESCALATION),
  SANCTIONS_EXPORT_CONTROL(Polarity.ESCALATION),
  RETALIATION_THREAT(Polarity.ESCALATION),
  DIPLOMATIC_PROTEST(Polarity.ESCALATION),
  RELATIONS_WORSENING(Polarity.ESCALATION),
  HOSTILE_RHETORIC(Polarity.ESCALATION),
  MILITARY_INCIDENT(Polarity.ESCALATION),
  EXPULSION_ENTRY_BAN(Polarity.ESCALATION),
  DETENTION_ESPIONAGE(Polarity.ESCALATION),
  TRAVEL_FLIGHTS(Polarity.ESCALATION),
  TRADE_ASSET_DISPUTE(Polarity.ESCALATION),
  CYBER_INTERFERENCE(Polarity.ESCALATION),
  DIALOGUE(Polarity.DEESCALATION),
  NORMALISATION(Polarity.DEESCALATION),
  REOPENING(Polarity.DEESCALATION);

  private final Polarity polarity;

  Category(Polarity polarity) {
    this.polarity = polarity;
  }

  /** The direction this kind of thing moves relations in when it stands asserted. */
  public Polarity polarity() {
    return polarity;
  }
}
