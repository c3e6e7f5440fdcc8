package io.tensionwire.detection.day;

import java.text.Normalizer;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What happens to a text between the desk and us. */
public enum Wear {
  SOFT_HYPHENS(true) {
    @Override
    public String wear(String text, Random random) {
      return every(text, random, 25, (before, after) -> Character.isLetter(before) && Character.isLetter(after), "\u00AD");
    }
  },
  SPLIT_WORDS(false) {
    @Override
    public String wear(String text, Random random) {
      return every(text, random, 60, (before, after) -> Character.isLetter(before) && Character.isLetter(after), " ");
    }
  },
  LOST_SPACES(false) {
    @Override
    public String wear(String text, Random random) {
      var worn = new StringBuilder();
      for (int i = 0; i < text.length(); i++) {
        if (text.charAt(i) != ' ' || random.nextInt(25) != 0) {
          worn.append(text.charAt(i));
        }
      }
      return worn.toString();
    }
  },
  HARD_BREAKS(true) {
    @Override
    public String wear(String text, Random random) {
      var worn = new StringBuilder();
      int column = 0;
      for (char c : text.toCharArray()) {
        boolean wrap = c == ' ' && column > 64;
        worn.append(wrap ? "\r\n" : String.valueOf(c));
        column = wrap || c == '\n' ? 0 : column + 1;
      }
      return worn.toString();
    }
  },
  DECOMPOSED(true) {
    @Override
    public String wear(String text, Random random) {
      return Normalizer.normalize(text, Normalizer.Form.NFD);
    }
  },
  ENTITIES(false) {
    @Override
    public String wear(String text, Random random) {
      return text.replace("\"", "&quot;").replace(" & ", " &amp; ").replace("\n\n", "\n\n&nbsp;");
    }
  },
  TYPOGRAPHIC(true) {
    @Override
    public String wear(String text, Random random) {
      var worn = new StringBuilder();
      boolean open = false;
      for (char c : text.toCharArray()) {
        boolean quote = c == '"' || c == '«' || c == '»' || c == '“' || c == '”';
        open ^= quote;
        worn.append(quote ? open ? '“' : '”' : c == '\'' ? '’' : c == ' ' && random.nextInt(9) == 0 ? '\u00A0' : c);
      }
      return worn.toString();
    }
  },
  FULL_WIDTH(true) {
    @Override
    public String wear(String text, Random random) {
      return ABBREVIATION.matcher(text).replaceAll(found -> found.group().chars()
          .mapToObj(c -> String.valueOf((char) (c + 0xFEE0))).collect(Collectors.joining()));
    }
  },
  INVISIBLE(true) {
    @Override
    public String wear(String text, Random random) {
      return every(text, random, 9, (before, after) -> !Character.isHighSurrogate(before), "\u200B");
    }
  },
  WINDOWS_BREAKS(true) {
    @Override
    public String wear(String text, Random random) {
      return text.replace("\n", "\r\n");
    }
  },
  EMOJI(false) {
    @Override
    public String wear(String text, Random random) {
      return every(text, random, 30, (before, after) -> after == ' ', " \uD83D\uDEA8");
    }
  },
  CUT(false) {
    @Override
    public String wear(String text, Random random) {
      return text.length() < 80 ? text : text.substring(0, text.length() / 2 + random.nextInt(text.length() / 4)) + "…";
    }
  };

  private static final Pattern ABBREVIATION = Pattern.compile("\\b([A-Z]{2,}|[0-9]+)\\b");

  private final boolean harmless;

  Wear(boolean harmless) {
    this.harmless = harmless;
  }

  /** Whether the words can still be read one by one: then nothing that is found may change. */
  public boolean harmless() {
    return harmless;
  }

  interface Between {
    boolean test(char before, char after);
  }

  public abstract String wear(String text, Random random);

  private static String every(String text, Random random, int chance, Between between, String insert) {
    var worn = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (i > 0 && random.nextInt(chance) == 0 && between.test(text.charAt(i - 1), text.charAt(i))) {
        worn.append(insert);
      }
      worn.append(text.charAt(i));
    }
    return worn.toString();
  }
}
