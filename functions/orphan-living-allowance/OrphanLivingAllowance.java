package minsheng.functions.orphanlivingallowance;

import static minsheng.functions.orphanlivingallowance.Parameters.*;
import static minsheng.functions.orphanlivingallowance.Reasons.*;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import minsheng.kernel.Assessment;
import minsheng.kernel.Birth;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Division;
import minsheng.kernel.Fact;
import minsheng.kernel.Law;
import minsheng.kernel.Money;
import minsheng.kernel.Parameter;
import minsheng.vocabulary.CareSetting;
import minsheng.vocabulary.ChildSupportStatus;
import minsheng.vocabulary.Study;

/**
 * 孤儿(事实无人抚养儿童)基本生活费. 具有本市户籍的0~18周岁孤儿;享受保障的孤儿成年后继续在普通高中、中等职业学校、高等职业学校、全日制普通高校就读
 * 高中、中专、大专、本科和硕士研究生的,继续享受。艾滋病病毒感染儿童及事实无人抚养儿童保障参照孤儿基本生活保障标准执行。
 */
@Singleton
public class OrphanLivingAllowance implements PolicyRule {

  /** 孤儿; 艾滋病病毒感染儿童及事实无人抚养儿童. */
  private static final Set<ChildSupportStatus> COVERED_CHILDREN =
      Set.of(
          ChildSupportStatus.ORPHAN,
          ChildSupportStatus.DE_FACTO_UNSUPPORTED,
          ChildSupportStatus.HIV_INFECTED);

  /** 就读高中、中专、大专、本科和硕士研究生. */
  private static final Set<Study> COVERED_STUDIES =
      Set.of(
          Study.FULL_TIME_SENIOR_SECONDARY,
          Study.FULL_TIME_SECONDARY_VOCATIONAL,
          Study.FULL_TIME_HIGHER_VOCATIONAL,
          Study.FULL_TIME_BACHELOR,
          Study.FULL_TIME_MASTER);

  private static final List<CareSetting> SETTINGS = List.of(CareSetting.values());

  @Funq(PolicyData.ID)
  @Override
  public Assessment assess(Case situation) {
    Facts facts = Facts.of(situation);
    Law law = situation.law();
    LocalDate asOf = situation.asOf();

    Fact<ChildSupportStatus> status = facts.childSupportStatus();
    Fact<CareSetting> setting = facts.careSetting();
    Fact<Birth> birth = Birth.of(facts.birthDate(), law.get(LEAP_DAY_ANNIVERSARY));
    int adultAge = law.get(ADULT_AGE);
    Condition isMinor = birth.test(child -> !child.hasReached(adultAge, asOf));
    Condition isRecognised = facts.recognisedBeforeEighteen();
    Condition isStudying = facts.study().test(COVERED_STUDIES::contains);
    Fact<Money> monthly = monthly(law, setting);

    return PolicyRule.decide(situation)
        .note(status.is(ChildSupportStatus.ORPHAN))
        .because(ORPHAN)
        .note(status.is(ChildSupportStatus.DE_FACTO_UNSUPPORTED))
        .because(DE_FACTO_UNSUPPORTED_CHILD_SAME_STANDARD)
        .note(status.is(ChildSupportStatus.HIV_INFECTED))
        .because(HIV_INFECTED_CHILD_SAME_STANDARD)
        .require(status.test(COVERED_CHILDREN::contains))
        .otherwise(NOT_A_COVERED_CHILD)
        .require(facts.registrationDivision().test(Division::isInHarbin))
        .otherwise(NOT_REGISTERED_IN_HARBIN)
        .note(isMinor)
        .because(UNDER_EIGHTEEN)
        // 享受保障的孤儿成年后继续: what only an adult needs is asked for once the age is known.
        .require(isMinor.orElse(isRecognised))
        .otherwise(NOT_RECOGNISED_BEFORE_EIGHTEEN)
        .require(isMinor.orElse(isStudying))
        .otherwise(ADULT_NOT_STUDYING)
        .note(isMinor.not().and(isRecognised).and(isStudying))
        .because(ADULT_ORPHAN_STILL_STUDYING)
        .note(setting.is(CareSetting.INSTITUTION))
        .because(INSTITUTION)
        .note(setting.is(CareSetting.SCATTERED))
        .because(SCATTERED)
        .note(isOf2024(law, setting, asOf))
        .because(STANDARD_FROM_2024_01_01)
        .needs(monthly)
        .because(STANDARD_NOT_KNOWN)
        .grant(new Result().monthlyYuan(monthly).ageYears(birth.map(child -> child.ageOn(asOf))));
  }

  /** 自2024年1月1日起执行: told before the setting is known where it is so of both standards. */
  private static Condition isOf2024(Law law, Fact<CareSetting> setting, LocalDate asOf) {
    return Condition.of(
        setting.whichever(
            SETTINGS,
            each -> Fact.of(law.isStatedBy(STANDARD_FROM_2024_01_01, standard(each), asOf))));
  }

  /** 机构养育, 散居: the standard of the setting, which cannot help where neither is configured. */
  private static Fact<Money> monthly(Law law, Fact<CareSetting> setting) {
    boolean canHelp =
        SETTINGS.stream().map(OrphanLivingAllowance::standard).anyMatch(law::isConfigured);
    return setting.isKnown() || canHelp
        ? setting.then(each -> law.value(standard(each)))
        : Fact.unknown(Fact.all(SETTINGS, each -> law.value(standard(each))).missing());
  }

  private static Parameter<Money> standard(CareSetting setting) {
    return switch (setting) {
      case INSTITUTION -> INSTITUTION_MONTHLY_YUAN;
      case SCATTERED -> SCATTERED_MONTHLY_YUAN;
    };
  }
}
