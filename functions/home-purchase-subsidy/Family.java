package minsheng.functions.homepurchasesubsidy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import minsheng.kernel.Condition;
import minsheng.kernel.Death;
import minsheng.kernel.Fact;
import minsheng.vocabulary.Relation;

/**
 * The children that have an order: born to the couple, living on the day asked about, by birth
 * date; of twins the one that is named first is the elder.
 */
record Family(List<Facts.Child> children) {

  private record Born(LocalDate day, boolean isWithinPolicy) {}

  static Family of(List<Facts.Child> all, LocalDate asOf) {
    return new Family(
        all.stream()
            .filter(each -> each.relation() == Relation.BORN_TO_COUPLE)
            .filter(each -> !new Death(each.deathDate()).isBefore(asOf))
            .filter(each -> !each.birthDate().test(asOf::isBefore).holds())
            .toList());
  }

  /** 政策内…在2021年10月29日以后生育第二、第三胎: a child of this order, born from the start on. */
  Condition hasFrom(LocalDate start, int order) {
    List<Facts.Child> withinPolicy =
        children.stream().filter(Facts.Child::bornWithinPolicy).toList();
    return Condition.any(withinPolicy, each -> each.birthDate().test(day -> !day.isBefore(start)))
        .and(has(order, each -> !each.day.isBefore(start)));
  }

  /** 政策内: a child of this order, whenever it was born. */
  Condition has(int order) {
    return has(order, each -> true);
  }

  /** Fewer children than that have none of this order, whenever they were born. */
  private Condition has(int order, Predicate<Born> isMeant) {
    return children.size() < order
        ? Condition.NO
        : inOrder().map(all -> all.get(order - 1)).test(isMeant.and(Born::isWithinPolicy));
  }

  private Fact<List<Born>> inOrder() {
    return Fact.all(
            children, each -> each.birthDate().map(day -> new Born(day, each.bornWithinPolicy())))
        .map(all -> all.stream().sorted(Comparator.comparing(Born::day)).toList());
  }
}
