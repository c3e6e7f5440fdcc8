package io.tensionwire.detection.day;

import java.text.Normalizer;
import java.util.Random;

/** What happens to a text between the desk and us. */
enum Wear {
  SOFT_HYPHENS {
    @Override
    String wear(String text, Random random) {
      return every(text, random, 25, (before, after) -> Character.isLetter(before) && Character.isLetter(after), "\u00AD");
    }
  },
  SPLIT_WORDS {
    @Override
    String wear(String text, Random random) {
      return every(text, random, 60, (before, after) -> Character.isLetter(before) && Character.isLetter(after), " ");
    }
  },
  LOST_SPACES {
    @Override
    String wear(String text, Random random) {
      var worn = new StringBuilder();
      for (int i = 0; i < text.length(); i++) {
        if (text.charAt(i) != ' ' || random.nextInt(25) != 0) {
          worn.append(text.charAt(i));
        }
      }
      return worn.toString();
    }
  },
  HARD_BREAKS {
    @Override
    String wear(String text, Random random) {
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
  DECOMPOSED {
    @Override
    String wear(String text, Random random) {
      return Normalizer.normalize(text, Normalizer.Form.NFD);
    }
  },
  ENTITIES {
    @Override
    String wear(String text, Random random) {
      return text.replace("\"", "&quot;").replace(" & ", " &amp; ").replace("\n\n", "\n\n&nbsp;");
    }
  },
  CUT {
    @Override
    String wear(String text, Random random) {
      return text.length() < 80 ? text : text.substring(0, text.length() / 2 + random.nextInt(text.length() / 4)) + "…";
    }
  };

  interface Between {
    boolean test(char before, char after);
  }

  abstract String wear(String text, Random random);

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
