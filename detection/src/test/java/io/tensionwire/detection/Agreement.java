package io.tensionwire.detection;

import io.tensionwire.model.Detection;
import io.tensionwire.model.Stance;
import io.tensionwire.model.WireName;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * How far a detector agrees with the labels, each 0 to 1.
 *
 * @param precision how many of those told were wanted
 * @param recall how many of those wanted were told
 * @param categories how many of the expected categories were found
 * @param polarity how often the direction of a wanted one that was told is right: where the label is mixed any is, and
 *     mixed for a one-sided label counts half
 */
record Agreement(double precision, double recall, double categories, double polarity) {

  static Agreement of(Detector detector, List<LabelledDocument> documents) {
    int told = 0;
    int wanted = 0;
    int both = 0;
    int expected = 0;
    int found = 0;
    double right = 0;
    for (LabelledDocument document : documents) {
      Detection detection = detector.judge(document.article()) instanceof Judgement.Named(Detection named) ? named : null;
      boolean alert = detection != null && detection.worthTelling();
      told += alert ? 1 : 0;
      wanted += document.wanted() ? 1 : 0;
      if (document.wanted()) {
        expected += document.categories().size();
        Set<String> categories = detection == null ? Set.of() : categories(detection);
        found += (int) document.categories().stream().filter(categories::contains).count();
      }
      if (detection != null && alert && document.wanted()) {
        both++;
        right += polarity(document.label(), WireName.of(Objects.requireNonNull(detection.polarity())));
      }
    }
    return new Agreement(share(both, told), share(both, wanted), share(found, expected), share(right, both));
  }

  boolean atLeast(Agreement floor) {
    return precision >= floor.precision && recall >= floor.recall && categories >= floor.categories
        && polarity >= floor.polarity;
  }

  private static Set<String> categories(Detection detection) {
    Set<String> categories = new HashSet<>();
    detection.signals().stream().filter(signal -> signal.current() && signal.stance() != Stance.NEGATED)
        .forEach(signal -> categories.add(WireName.of(Objects.requireNonNull(signal.category()))));
    return categories;
  }

  private static double polarity(String label, String polarity) {
    return polarity.equals(label) || label.equals("mixed") ? 1 : polarity.equals("mixed") ? 0.5 : 0;
  }

  private static double share(double part, int whole) {
    return whole == 0 ? 0 : part / whole;
  }
}
