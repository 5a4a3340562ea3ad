package minsheng.functions.childcaresubsidy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import minsheng.kernel.Death;
import minsheng.kernel.Fact;
import minsheng.kernel.Missing;
import minsheng.vocabulary.Relation;

/** The children of a couple, each with its birth date, and their order as the subsidy counts it. */
record Family(List<Child> children, LocalDate asOf) {

  /**
   * @param place in the list that was given; it decides between twins
   */
  record Child(int place, LocalDate birthDate, Facts.Child facts) {

    boolean isBornToCouple() {
      return facts.relation() == Relation.BORN_TO_COUPLE;
    }

    Death death() {
      return new Death(facts.deathDate());
    }

    private boolean isElderThan(Child other) {
      int byBirth = birthDate.compareTo(other.birthDate);
      return byBirth == 0 ? place < other.place : byBirth < 0;
    }
  }

  /** Known when every birth date is: without them no child has an order. */
  static Fact<Family> of(List<Facts.Child> all, LocalDate asOf) {
    List<Child> children = new ArrayList<>();
    Missing missing = Missing.NOTHING;
    for (Facts.Child each : all) {
      missing = missing.and(each.birthDate().missing());
      each.birthDate()
          .known()
          .ifPresent(birthDate -> children.add(new Child(children.size(), birthDate, each)));
    }
    return missing.isNothing() ? Fact.of(new Family(children, asOf)) : Fact.unknown(missing);
  }

  /**
   * 以下情形均不计入孩次: 夫妻收养的子女; 申请前已死亡的子女; 与他人生育的子女. A child keeps its own place, even after its death.
   *
   * @return empty for a child that is not counted itself
   */
  Optional<Integer> countedOrder(Child child) {
    if (!child.isBornToCouple() || child.birthDate.isAfter(asOf)) {
      return Optional.empty();
    }
    LocalDate application = child.facts.applicationDate();
    long elder =
        children.stream()
            .filter(
                each ->
                    each.isBornToCouple()
                        && each.isElderThan(child)
                        && !each.death().isBefore(application))
            .count();
    return Optional.of((int) elder + 1);
  }

  /** 双胞胎、多胞胎: another child of the couple was born on the same day. */
  boolean isMultipleBirth(Child child) {
    return child.isBornToCouple()
        && children.stream()
            .anyMatch(
                each ->
                    each.place != child.place
                        && each.isBornToCouple()
                        && each.birthDate.equals(child.birthDate));
  }

  /**
   * An elder child who died before the application of a younger one, and so drops out of its order.
   */
  boolean isNotCountedAfterDeath(Child child) {
    return child.isBornToCouple()
        && children.stream()
            .anyMatch(
                each ->
                    child.isElderThan(each)
                        && child.death().isBefore(each.facts.applicationDate()));
  }
}
