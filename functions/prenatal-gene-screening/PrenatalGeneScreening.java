package minsheng.functions.prenatalgenescreening;

import static minsheng.functions.prenatalgenescreening.Parameters.*;
import static minsheng.functions.prenatalgenescreening.Reasons.*;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import minsheng.kernel.Assessment;
import minsheng.kernel.Birth;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Fact;
import minsheng.kernel.Law;

/**
 * 孕妇无创产前基因免费筛查. 20件民生实事(2025年) 二、(五): 为全市符合项目条件的孕妇孕期免费提供一次针对目标疾病的产前基因检测服务。
 *
 * <p>The document does not state the conditions of the project. The hospital tells whether they are
 * met; where it has not yet, they are tried as far as the operator has configured them.
 */
@Singleton
public class PrenatalGeneScreening implements PolicyRule {

  @Funq(PolicyData.ID)
  @Override
  public Assessment assess(Case situation) {
    Facts facts = Facts.of(situation);
    int free = situation.law().get(FREE_TESTS_PER_PREGNANCY);
    Fact<Integer> taken = facts.freeTestsThisPregnancy();
    Fact<Integer> gestation = gestation(facts.expectedDeliveryDate(), situation);
    Condition meetsConditions =
        facts
            .projectConditionsMet()
            .map(Condition::of)
            .orElseGet(
                () ->
                    areConfigured(situation.law())
                        .andThen(meetsConfigured(facts, gestation, situation)));

    return PolicyRule.decide(situation)
        // 孕妇
        .require(facts.pregnant())
        .otherwise(NOT_PREGNANT)
        // 孕期免费提供一次
        .note(taken.is(0))
        .because(FIRST_TEST_OF_THIS_PREGNANCY)
        .require(taken.test(tests -> tests < free))
        .otherwise(ALREADY_TESTED_THIS_PREGNANCY)
        .note(Condition.of(facts.freeTestsEarlierPregnancies().orElse(0) > 0))
        .because(EARLIER_PREGNANCIES_DO_NOT_COUNT)
        // 符合项目条件
        .needs(meetsConditions.asFact())
        .because(CONDITIONS_NOT_CONFIGURED)
        .require(meetsConditions)
        .because(PROJECT_CONDITIONS_MET)
        .otherwise(PROJECT_CONDITIONS_NOT_MET)
        .grant(
            new Result()
                .freeTests(taken.map(tests -> free - tests))
                .gestationDays(
                    gestation.then(days -> days < 0 ? Fact.notApplicable() : Fact.of(days))));
  }

  /** All four; without one of them nobody can tell that the conditions are met. */
  private static Condition areConfigured(Law law) {
    return Condition.all(
        List.of(MIN_GESTATION_DAYS, MAX_GESTATION_DAYS, MAX_AGE_AT_DELIVERY, SINGLETON_ONLY),
        parameter -> law.value(parameter).test(value -> true));
  }

  /** All four; one that is configured and known to fail decides, whatever the others are. */
  private static Condition meetsConfigured(Facts facts, Fact<Integer> gestation, Case situation) {
    Law law = situation.law();
    return gestation
        .test(law.value(MIN_GESTATION_DAYS), (days, first) -> days >= first)
        .and(gestation.test(law.value(MAX_GESTATION_DAYS), (days, last) -> days <= last))
        .and(
            Birth.of(facts.birthDate(), law.get(LEAP_DAY_ANNIVERSARY))
                .with(facts.expectedDeliveryDate(), Birth::ageOn)
                .test(law.value(MAX_AGE_AT_DELIVERY), (age, highest) -> age <= highest))
        .and(Condition.of(law.value(SINGLETON_ONLY)).not().or(facts.fetusCount().is(1)));
  }

  /** The days of the pregnancy up to the day asked about; negative before its first day. */
  private static Fact<Integer> gestation(Fact<LocalDate> delivery, Case situation) {
    int atDelivery = situation.law().get(GESTATION_DAYS_AT_DELIVERY);
    return delivery
        .map(day -> ChronoUnit.DAYS.between(day.minusDays(atDelivery), situation.asOf()))
        .map(Math::toIntExact);
  }
}
