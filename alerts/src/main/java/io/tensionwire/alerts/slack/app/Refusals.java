package io.tensionwire.alerts.slack.app;

import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Reason;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Slack's words for an error mean for an alert. They come with {@code ok: false}, mostly with status 200; each
 * method's page of the <a href="https://docs.slack.dev/reference/methods/chat.postMessage">reference</a> lists its own.
 */
final class Refusals {

  static final Set<String> MESSAGE_IS_LOST =
      Set.of(
          "message_not_found", "cant_update_message", "edit_window_closed", "thread_not_found", "invalid_thread_ts",
          "cannot_reply_to_message");

  /** The receiver is dead until somebody sets up its app, token or channel. */
  static final Set<String> FORBIDDEN =
      Set.of(
          "invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired", "missing_scope",
          "no_permission", "not_in_channel", "restricted_action", "restricted_action_read_only_channel",
          "restricted_action_non_threadable_channel", "restricted_action_thread_locked", "access_denied",
          "not_allowed_token_type", "ekm_access_denied", "team_access_not_granted", "org_login_required",
          "enterprise_is_restricted", "two_factor_setup_required", "as_user_not_supported", "team_not_found",
          "method_deprecated", "deprecated_endpoint", "app_not_installed");

  /** There is no such channel, or none that takes messages. */
  private static final Set<String> NO_CHANNEL =
      Set.of("channel_not_found", "is_archived", "is_inactive", "channel_is_archived", "not_in_workspace");

  /** This one message cannot be told: our fault. */
  private static final Set<String> INVALID =
      Set.of(
          "msg_too_long", "msg_blocks_too_long", "invalid_blocks", "invalid_blocks_format", "no_text",
          "too_many_attachments", "invalid_metadata_format", "invalid_metadata_schema", "metadata_too_large",
          "metadata_must_be_sent_from_app", "invalid_arguments", "invalid_arg_name", "invalid_array_arg",
          "invalid_charset", "invalid_form_data", "invalid_post_type", "missing_post_type", "invalid_json", "json_not_object",
          "markdown_text_conflict", "attachment_payload_limit_exceeded");

  private static final Set<String> LATER =
      Set.of("service_unavailable", "request_timeout", "team_added_to_org", "rollup_error");

  private static final Set<String> RATE_LIMITED =
      Set.of("ratelimited", "rate_limited", "message_limit_exceeded", "accesslimited");

  /** "It's possible some aspect of the operation succeeded before the error was raised." */
  private static final Set<String> PERHAPS = Set.of("fatal_error", "internal_error");

  private Refusals() {}

  /**
   * @param word Slack's
   * @param detail the word, with what is needed beside it
   */
  static Outcome outcome(String word, String detail, @Nullable Duration retryAfter) {
    if (RATE_LIMITED.contains(word)) {
      return new Outcome.Retryable(Reason.RATE_LIMITED, detail, retryAfter);
    }
    if (PERHAPS.contains(word)) {
      return new Outcome.Retryable(Reason.ANSWER_LOST, detail, retryAfter);
    }
    if (LATER.contains(word)) {
      return new Outcome.Retryable(Reason.UNAVAILABLE, detail, retryAfter);
    }
    if (FORBIDDEN.contains(word)) {
      return new Outcome.Rejected(Reason.FORBIDDEN, detail);
    }
    if (NO_CHANNEL.contains(word)) {
      return new Outcome.Rejected(Reason.NOT_FOUND, detail);
    }
    if (INVALID.contains(word)) {
      return new Outcome.Rejected(Reason.INVALID_MESSAGE, detail);
    }
    // A word that is newer than this list: nothing is given up for it, and it is looked before anything is posted.
    return new Outcome.Retryable(Reason.ANSWER_LOST, detail, retryAfter);
  }

  /** An answer that is no word of Slack's. A gateway may have passed the call on before it failed. */
  static Outcome outcome(int status, @Nullable Duration retryAfter) {
    String detail = Integer.toString(status);
    if (status == 429) {
      return new Outcome.Retryable(Reason.RATE_LIMITED, detail, retryAfter);
    }
    if (status == 503) {
      return new Outcome.Retryable(Reason.UNAVAILABLE, detail, retryAfter);
    }
    return status >= 500 || status < 300
        ? new Outcome.Retryable(Reason.ANSWER_LOST, detail, retryAfter)
        : new Outcome.Rejected(Reason.UNEXPECTED_ANSWER, detail);
  }
}
