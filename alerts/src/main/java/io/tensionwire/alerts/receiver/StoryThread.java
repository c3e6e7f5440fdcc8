package io.tensionwire.alerts.receiver;

import io.tensionwire.alerts.message.Message;
import java.util.List;

/**
 * What one receiver was told of a story so far.
 *
 * @param id the receiver's own name for the message that began it
 * @param first what that message told
 * @param marks what readers made of it, in words, the oldest first: "acknowledged by …, 03:12"
 */
public record StoryThread(String id, Message first, List<String> marks) {

  public StoryThread {
    marks = List.copyOf(marks);
  }
}
