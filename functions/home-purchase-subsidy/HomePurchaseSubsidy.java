package minsheng.functions.homepurchasesubsidy;

import static minsheng.functions.homepurchasesubsidy.Parameters.*;
import static minsheng.functions.homepurchasesubsidy.Reasons.*;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import minsheng.kernel.Assessment;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Division;
import minsheng.kernel.Fact;
import minsheng.kernel.Law;
import minsheng.kernel.Money;
import minsheng.kernel.Parameter;
import minsheng.vocabulary.DwellingType;

/**
 * 二孩三孩家庭购房补贴. 哈发〔2022〕22号 三、(四)2: 政策内生育第二个、第三个子女的家庭,在9城区购买新建住房的,分别给予1.5万元、2万元的购房补贴。 哈尔滨市购房补贴措施:
 * 具有哈尔滨市户籍,符合生育政策,在2021年10月29日以后生育第二、第三胎的家庭,在9区内购买新建商品住房的…有效期至2023年9月30日.
 */
@Singleton
public class HomePurchaseSubsidy implements PolicyRule {

  // 第二个、第三个子女: their order.
  private static final int SECOND = 2;
  private static final int THIRD = 3;

  @Funq(PolicyData.ID)
  @Override
  public Assessment assess(Case situation) {
    Facts facts = Facts.of(situation);
    Law law = situation.law();

    LocalDate birthStart = law.get(BIRTH_START);
    Fact<Family> family = facts.children().map(all -> Family.of(all, situation.asOf()));
    // Before that day nobody has such a child.
    Condition canHave = Condition.of(!birthStart.isAfter(situation.asOf()));
    Condition hasSecond = canHave.and(family.meets(all -> all.hasFrom(birthStart, SECOND)));
    Condition hasThird = canHave.and(family.meets(all -> all.hasFrom(birthStart, THIRD)));
    Condition hasEither = hasSecond.or(hasThird);
    Condition isTooEarly =
        hasEither.not().and(family.meets(all -> all.has(SECOND).or(all.has(THIRD))));
    boolean isHighest = law.get(MULTIPLE_BIRTH_RULE) == MultipleBirthRule.HIGHEST_SINGLE;

    Fact<LocalDate> filed = facts.contractFiledOn();
    Condition isBeforePlan = filed.test(law.get(PLAN_DATE)::isAfter);
    Condition isAfterKnownEnd = filed.test(law.get(KNOWN_VALID_TO)::isBefore);
    // Between these two days a filing (网签备案) is certainly inside the programme.
    Condition isStarted =
        isBeforePlan
            .not()
            .orElse(
                filed.test(law.value(MEASURES_EFFECTIVE_FROM), (day, from) -> !day.isBefore(from)));
    Condition isNotEnded =
        isAfterKnownEnd
            .not()
            .orElse(filed.test(law.value(PROGRAMME_VALID_TO), (day, to) -> !day.isAfter(to)));

    return PolicyRule.decide(situation)
        .require(facts.registrationDivision().test(Division::isInHarbin))
        .because(HARBIN_REGISTRATION)
        .otherwise(NO_HARBIN_REGISTRATION)
        .require(hasEither)
        .otherwise(NO_SECOND_OR_THIRD_CHILD)
        .note(hasSecond)
        .because(SECOND_CHILD)
        .note(hasThird)
        .because(THIRD_CHILD)
        .note(Condition.of(isHighest).and(hasSecond).and(hasThird))
        .because(MULTIPLE_BIRTH_HIGHEST_SINGLE)
        .note(isTooEarly.and(Condition.of(law.isOfficial(BIRTH_START))))
        .because(CHILD_BORN_BEFORE_2021_10_29)
        .require(facts.dwellingDivision().test(Division::isDistrict))
        .because(NINE_DISTRICTS)
        .otherwise(DWELLING_OUTSIDE_NINE_DISTRICTS)
        .require(facts.dwellingType().is(DwellingType.NEW_COMMODITY))
        .because(NEW_DWELLING)
        .otherwise(NOT_A_NEW_DWELLING)
        .require(isStarted.and(isNotEnded))
        .because(WITHIN_PROGRAMME)
        .otherwise(FILED_OUTSIDE_PROGRAMME)
        .note(isBeforePlan.and(isOpen(PLAN_DATE, MEASURES_EFFECTIVE_FROM, law)))
        .because(FILED_BEFORE_PLAN)
        .note(isAfterKnownEnd.and(isOpen(KNOWN_VALID_TO, PROGRAMME_VALID_TO, law)))
        .because(FILED_AFTER_KNOWN_END_2023_09_30)
        .grant(
            new Result()
                .subsidyYuan(
                    amount(hasSecond, law.get(SECOND_CHILD_YUAN))
                        .with(
                            amount(hasThird, law.get(THIRD_CHILD_YUAN)),
                            isHighest ? Money::atLeast : Money::plus))
                .oneOff(true));
  }

  /** Whether the known day is the law's own, and the real one is not configured. */
  private static Condition isOpen(Parameter<LocalDate> known, Parameter<LocalDate> real, Law law) {
    return Condition.of(law.isOfficial(known) && !law.isConfigured(real));
  }

  private static Fact<Money> amount(Condition hasChild, Money amount) {
    return hasChild.asFact().map(has -> has ? amount : Money.ZERO);
  }
}
