package io.tensionwire.alerts.message;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import io.tensionwire.model.yaml.Section;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The newsroom's own wording of the lines that are put together from fields, in <a
 * href="https://mustache.github.io/mustache.5.html">Mustache</a>. What is not given is worded as usual. What comes out
 * is plain text of one line: no template can make mark-up of a feed's words.
 */
public record Templates(@Nullable Template label, @Nullable Template gloss, @Nullable Template provenance) {

  /** The usual wording. */
  public static final Templates USUAL = new Templates(null, null, null);

  private static final int MOST = 400;

  /** Reads {@code templates}: {@code label}, {@code gloss}, {@code provenance}. */
  public static Templates from(Section section) {
    return new Templates(read(section, "label"), read(section, "gloss"), read(section, "provenance"));
  }

  private static @Nullable Template read(Section section, String key) {
    String text = section.text(key);
    if (text == null) {
      return null;
    }
    try {
      // A name that is misspelt is empty, as in all of Mustache: `routes test` shows what comes out.
      return Mustache.compiler().escapeHTML(false).defaultValue("").emptyStringIsFalse(true).compile(text);
    } catch (MustacheException e) {
      throw section.error(key, "is no template: " + e.getMessage());
    }
  }

  String label(Map<String, String> fields, Supplier<String> usual) {
    return told(label, fields, usual);
  }

  String gloss(Map<String, String> fields, Supplier<String> usual) {
    return told(gloss, fields, usual);
  }

  String provenance(Map<String, String> fields, Supplier<String> usual) {
    return told(provenance, fields, usual);
  }

  private static String told(@Nullable Template template, Map<String, String> fields, Supplier<String> usual) {
    return template == null ? usual.get() : PlainText.cut(PlainText.of(template.execute(fields)).strip(), MOST);
  }
}
