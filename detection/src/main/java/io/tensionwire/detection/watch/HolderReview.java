package io.tensionwire.detection.watch;

import io.tensionwire.detection.watch.Party.Holder;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Terms of office that cannot be: ended before they began, or two at once in one office. */
final class HolderReview {

  private HolderReview() {}

  /** @param lineOf the line of a section by its path */
  static void of(WatchRules rules, ToIntFunction<String> lineOf, BiConsumer<Integer, String> warn) {
    for (int p = 0; p < rules.parties().size(); p++) {
      List<Holder> holders = rules.parties().get(p).holders();
      for (int i = 0; i < holders.size(); i++) {
        Holder holder = holders.get(i);
        int line = lineOf.applyAsInt("parties[" + p + "].holders[" + i + "]");
        if (first(holder).isAfter(last(holder))) {
          warn.accept(line, holder.id() + " is in office from " + holder.from() + " to " + holder.to() + ": never");
        }
        for (Holder earlier : holders.subList(0, i)) {
          if (!holder.office().isEmpty() && holder.office().equals(earlier.office()) && overlap(holder, earlier)) {
            warn.accept(line, holder.id() + " and " + earlier.id() + " are both " + holder.office() + " on "
                + day(later(holder.from(), earlier.from())) + "; give their dates, or two names to the offices");
          }
        }
      }
    }
  }

  private static boolean overlap(Holder one, Holder other) {
    return !first(one).isAfter(last(other)) && !first(other).isAfter(last(one));
  }

  private static LocalDate first(Holder holder) {
    return holder.from() == null ? LocalDate.MIN : holder.from();
  }

  private static LocalDate last(Holder holder) {
    return holder.to() == null ? LocalDate.MAX : holder.to();
  }

  private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
    return one == null || other != null && other.isAfter(one) ? other : one;
  }

  private static String day(@Nullable LocalDate day) {
    return day == null ? "every day" : day.toString();
  }
}
