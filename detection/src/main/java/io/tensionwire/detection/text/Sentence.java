package io.tensionwire.detection.text;

import io.tensionwire.model.TextField;

/**
 * A sentence of an article.
 *
 * @param index its number in the document
 * @param place its number in its field, from 0
 * @param start UTF-16 offset in the original field
 * @param end the offset after it
 * @param from its first token
 * @param to the token after its last
 * @param source the whole field it stands in
 */
public record Sentence(int index, TextField field, int place, int start, int end, int from, int to, String source) {

  /** The sentence as it stands. */
  public String text() {
    return source.substring(start, end);
  }

  public boolean title() {
    return field == TextField.TITLE;
  }

  /** Whether it stands where an article says its main news after the title. */
  public boolean lead() {
    return field == TextField.SUMMARY || field == TextField.BODY && place < 2;
  }
}
