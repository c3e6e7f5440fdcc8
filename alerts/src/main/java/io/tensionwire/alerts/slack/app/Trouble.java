package io.tensionwire.alerts.slack.app;

import io.tensionwire.alerts.receiver.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is wrong with the app or its channel, in one line that says what to do; once, until something else is wrong. */
final class Trouble {

  private static final Logger log = LoggerFactory.getLogger(SlackAppReceiver.class);

  private final String receiver;
  private @Nullable String told;

  Trouble(String receiver) {
    this.receiver = receiver;
  }

  synchronized void tell(CallFailed failure) {
    if (failure.outcome() instanceof Outcome.Rejected no) {
      String problem = no.detail() == null ? failure.word() : no.detail();
      tell(problem, advice(failure.word(), problem));
    } else {
      log.atDebug().addKeyValue("receiver", receiver).addKeyValue("problem", failure.outcome()).log("a call to Slack failed");
    }
  }

  /** Slack says with each answer what the token may do. */
  void tellMissing(@Nullable Map<String, List<String>> headers) {
    List<String> values = headers == null ? null : headers.get("x-oauth-scopes");
    if (values == null || values.isEmpty()) {
      return;
    }
    Set<String> scopes = Set.copyOf(List.of(values.getFirst().strip().split("\\s*,\\s*")));
    if (!scopes.contains("chat:write")) {
      tell("missing_scope: chat:write", advice("missing_scope", ""));
    } else if (scopes.stream().noneMatch(scope -> scope.endsWith(":history"))) {
      tell("missing_scope: channels:history", advice("missing_scope", "")
          + "; until then an alert whose answer is lost may be told twice");
    }
  }

  synchronized void tell(String problem, String advice) {
    if (!problem.equals(told)) {
      told = problem;
      log.atWarn().addKeyValue("receiver", receiver).addKeyValue("problem", problem).log("Slack refuses: " + advice);
    }
  }

  /** Whatever was wrong is not any more. */
  synchronized void over() {
    told = null;
  }

  void deleted(String alertId) {
    log.atInfo().addKeyValue("receiver", receiver).addKeyValue("alert", alertId)
        .log("a message stood twice, for an answer of Slack's had been lost; one was deleted");
  }

  private static String advice(String word, String problem) {
    return switch (word) {
      case "missing_scope" -> "add the scope that is named to the app and install the app again (docs/slack.md)";
      case "invalid_auth", "not_authed", "token_revoked", "token_expired", "account_inactive", "not_allowed_token_type" ->
          "the token is not, or no longer, valid; take it from the app's page OAuth & Permissions (docs/slack.md)";
      case "not_in_channel" -> "invite the app to the channel: /invite @Tensionwire";
      case "channel_not_found" -> "there is no such channel, or it is private and the app was not invited";
      case "is_archived", "is_inactive", "channel_is_archived" -> "the channel is archived; name another";
      case "restricted_action" -> "the workspace does not let the app post there";
      default -> "an alert was refused (" + problem + ")";
    };
  }
}
