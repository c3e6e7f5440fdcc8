package io.tensionwire.model;

import java.util.List;

/**
 * What an article names, in forms that do not depend on its language, so that reports of one event in different
 * languages can be recognised.
 */
public record Mentions(List<String> parties, List<String> people, List<String> places, List<String> numbers) {

  public static final Mentions NONE = new Mentions(List.of(), List.of(), List.of(), List.of());

  public Mentions {
    parties = parties == null ? List.of() : List.copyOf(parties);
    people = people == null ? List.of() : List.copyOf(people);
    places = places == null ? List.of() : List.copyOf(places);
    numbers = numbers == null ? List.of() : List.copyOf(numbers);
  }
}
