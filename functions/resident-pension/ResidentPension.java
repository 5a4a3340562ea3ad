package minsheng.functions.residentpension;

import static minsheng.functions.residentpension.Parameters.*;
import static minsheng.functions.residentpension.Reasons.*;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import minsheng.kernel.Assessment;
import minsheng.kernel.Birth;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Division;
import minsheng.kernel.Fact;
import minsheng.kernel.Law;
import minsheng.kernel.Money;
import minsheng.kernel.Parameter;
import minsheng.kernel.UnroundedMoney;

/**
 * 城乡居民基本养老保险. 国发〔2014〕8号第六条: 年满60周岁、累计缴费满15年的,按月领取养老金。最高缴费档次由3000元/年提高到5000元/年。
 * 9区基础养老金标准由173元/人月提高到183元/人月,9县(市)基础养老金标准由153元/人月提高到163元/人月。
 *
 * <p>Two questions: what the pension is, and whether a yearly contribution can be chosen. An answer
 * leaves out what only the other question is about.
 */
@Singleton
public class ResidentPension implements PolicyRule {

  @Funq(PolicyData.ID)
  @Override
  public Assessment assess(Case situation) {
    Facts facts = Facts.of(situation);
    Law law = situation.law();
    return switch (facts.pensionQuestion()) {
      case PENSION -> pension(situation, facts, law);
      case CONTRIBUTION -> contribution(situation, facts, law);
    };
  }

  /** 年满60周岁、累计缴费满15年; 基础养老金, 个人账户养老金. */
  private static Assessment pension(Case situation, Facts facts, Law law) {
    LocalDate asOf = situation.asOf();
    int age = law.get(PENSION_AGE);
    Fact<Birth> birth = Birth.of(facts.birthDate(), law.get(LEAP_DAY_ANNIVERSARY));
    Fact<Division> division = facts.pensionDivision();
    Fact<Parameter<Money>> standard = division.then(ResidentPension::basicPension);
    Fact<Money> basic = standard.then(law::value);
    Fact<UnroundedMoney> account = account(facts, law.get(ACCOUNT_DIVISOR));

    return PolicyRule.decide(situation)
        .require(birth.test(person -> person.hasReached(age, asOf)))
        .because(SIXTY_OR_OVER)
        .otherwise(UNDER_SIXTY)
        .require(hasPaidLongEnough(facts, law.get(MIN_CONTRIBUTION_YEARS)))
        .because(CONTRIBUTION_YEARS_REACHED)
        .otherwise(CONTRIBUTION_YEARS_BELOW_FIFTEEN)
        .require(division.test(Division::isInHarbin))
        .otherwise(PARTICIPATION_OUTSIDE_HARBIN)
        .note(division.test(Division::isDistrict))
        .because(NINE_DISTRICTS)
        .note(division.test(Division::isCounty))
        .because(NINE_COUNTIES)
        .note(standard.test(law::isNew))
        .because(NEW_BASIC_PENSION)
        .note(standard.test(law::isSuperseded))
        .because(OLD_BASIC_PENSION)
        .note(isDrawnElsewhere(facts, asOf))
        .because(RELATIONSHIP_DOES_NOT_MOVE_WHILE_DRAWING)
        .grant(
            new Result()
                .ageYears(birth.map(person -> person.ageOn(asOf)))
                .basicYuan(basic)
                .accountYuan(account.map(UnroundedMoney::rounded))
                .monthlyYuan(
                    basic.with(
                        account,
                        (first, second) -> UnroundedMoney.of(first).plus(second).rounded())));
  }

  /** 累计缴费满15年; where no years are needed, none are asked for. */
  private static Condition hasPaidLongEnough(Facts facts, int least) {
    return Condition.of(least == 0)
        .or(
            Condition.atLeast(
                facts.pensionContributionYears(), Fact.of(BigDecimal.valueOf(least))));
  }

  /** 9区基础养老金标准; 9县(市)基础养老金标准. */
  private static Fact<Parameter<Money>> basicPension(Division division) {
    if (!division.isInHarbin()) {
      return Fact.notApplicable();
    }
    return Fact.of(division.isDistrict() ? BASIC_PENSION_DISTRICT_YUAN : BASIC_PENSION_COUNTY_YUAN);
  }

  /** 个人账户养老金的月计发标准为个人账户全部储存额除以139. */
  private static Fact<UnroundedMoney> account(Facts facts, BigDecimal months) {
    return facts
        .pensionAccountBalanceYuan()
        .map(balance -> UnroundedMoney.of(balance).dividedBy(months));
  }

  /** 无论户籍是否迁移,其养老保险关系不转移: a pension already drawn in another place than the registration. */
  private static Condition isDrawnElsewhere(Facts facts, LocalDate asOf) {
    Fact<Division> home = Fact.ofOptional(facts.registrationDivision());
    return Fact.ofOptional(facts.pensionStartedOn())
        .test(first -> !first.isAfter(asOf))
        .and(facts.pensionDivision().test(home, Division::equals).not());
  }

  /** 最高缴费档次由3000元/年提高到5000元/年; one of the tiers, where they are configured. */
  private static Assessment contribution(Case situation, Facts facts, Law law) {
    Fact<Money> chosen = facts.chosenContributionTierYuan();
    Fact<Money> most = law.value(MAX_CONTRIBUTION_TIER_YUAN);
    Condition isAboveMost = most.test(chosen, Money::isLessThan);

    return PolicyRule.decide(situation)
        .require(isAboveMost.not())
        .because(TIER_NOT_ABOVE_MAXIMUM)
        .otherwise(TIER_ABOVE_MAXIMUM)
        .note(isAboveMost.and(Condition.of(law.isNew(MAX_CONTRIBUTION_TIER_YUAN))))
        .because(TIER_ABOVE_MAXIMUM_5000)
        .note(isAboveMost.and(Condition.of(law.isSuperseded(MAX_CONTRIBUTION_TIER_YUAN))))
        .because(TIER_ABOVE_MAXIMUM_3000)
        .require(law.optional(CONTRIBUTION_TIERS_YUAN).test(chosen, List::contains))
        .otherwise(TIER_NOT_IN_LIST)
        .note(Condition.of(!law.isConfigured(MATCHING_YUAN)))
        .because(MATCHING_NOT_CONFIGURED)
        .grant(
            new Result()
                .accepted(true)
                .maxTierYuan(most)
                .matchingYuan(law.optional(MATCHING_YUAN)));
  }
}
