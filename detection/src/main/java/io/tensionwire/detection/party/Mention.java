package io.tensionwire.detection.party;

import io.tensionwire.detection.watch.Party.Holder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words of an article that mean a party.
 *
 * @param from the first token
 * @param to the token after the last
 */
public record Mention(List<String> parties, @Nullable Holder holder, int from, int to) {}
