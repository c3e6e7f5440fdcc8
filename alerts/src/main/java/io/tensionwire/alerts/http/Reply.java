package io.tensionwire.alerts.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tensionwire.alerts.message.PlainText;
import io.tensionwire.alerts.receiver.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a call brought. */
public sealed interface Reply {

  /** There was no answer; the outcome says whether the message may have been told. */
  record None(Outcome outcome) implements Reply {}

  /**
   * An answer, whatever it says.
   *
   * @param headers by name, whatever its case; the first of each
   * @param body as far as it was read
   * @param secret of the address that was called
   */
  record Answer(int status, Map<String, String> headers, byte[] body, SecretParts secret) implements Reply {

    private static final int MOST_WORDS = 120;

    public Answer {
      Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      copy.putAll(headers);
      headers = copy;
    }

    public boolean isSuccess() {
      return status >= 200 && status < 300;
    }

    public @Nullable String header(String name) {
      return headers.get(name);
    }

    public String text() {
      return new String(body, UTF_8);
    }

    /** How long the receiver wants to be left alone; {@code null} where it does not say, or nothing that can be read. */
    public @Nullable Duration retryAfter() {
      String date = header("Date");
      Instant answeredAt = date == null ? null : RetryAfter.date(date);
      return RetryAfter.of(header("Retry-After"), answeredAt == null ? Instant.now() : answeredAt);
    }

    /** The status and the receiver's own words for it, unless those show the secret or are somebody's page. */
    public String detail(String words) {
      String plain = PlainText.of(words).strip();
      boolean fit = plain.matches("[A-Za-z0-9 _.,:;'()/-]{1," + MOST_WORDS + "}") && !secret.isShownBy(plain);
      return fit ? status + " " + plain : Integer.toString(status);
    }
  }
}
