package io.tensionwire.detection.stream;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * How far clusters agree with labels, article by article (Bagga and Baldwin 1998): the precision of an article is the
 * share of those in its cluster that have its label, its recall the share of those with its label that are in its
 * cluster; both are averaged over the articles.
 */
record BCubed(double precision, double recall) {

  /**
   * An article with what it reports and where it was put.
   *
   * @param story the cluster; absent: one of its own
   */
  record Item(String id, String language, String label, @Nullable String story) {
    boolean sameStory(Item other) {
      return this == other || story != null && Objects.equals(story, other.story);
    }

    boolean sameLabel(Item other) {
      return label.equals(other.label);
    }
  }

  double f1() {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  /** Over all articles; each is compared with itself, too. */
  static BCubed of(List<Item> items) {
    return of(items, (a, b) -> true);
  }

  /** Of each article, compared with those in other languages alone. */
  static BCubed acrossLanguages(List<Item> items) {
    return of(items, (a, b) -> !a.language.equals(b.language));
  }

  private static BCubed of(List<Item> items, BiPredicate<Item, Item> compared) {
    double precision = 0;
    double recall = 0;
    int judged = 0;
    int labelled = 0;
    for (Item item : items) {
      int together = 0;
      int alike = 0;
      int both = 0;
      for (Item other : items) {
        if (compared.test(item, other)) {
          boolean sameStory = item.sameStory(other);
          boolean sameLabel = item.sameLabel(other);
          together += sameStory ? 1 : 0;
          alike += sameLabel ? 1 : 0;
          both += sameStory && sameLabel ? 1 : 0;
        }
      }
      if (together > 0) {
        precision += (double) both / together;
        judged++;
      }
      if (alike > 0) {
        recall += (double) both / alike;
        labelled++;
      }
    }
    return new BCubed(judged == 0 ? 1 : precision / judged, labelled == 0 ? 1 : recall / labelled);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "F1 %.4f (precision %.4f, recall %.4f)", f1(), precision, recall);
  }
}
