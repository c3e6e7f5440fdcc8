package io.tensionwire.model;

import java.util.Locale;

/** The name of an enum constant outside Java: {@code NK_RUSSIA_MILITARY} is {@code nk-russia-military}. */
public final class WireName {

  private WireName() {}

  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
