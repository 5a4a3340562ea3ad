package minsheng.functions.orphaneducationgrant;

import static minsheng.functions.orphaneducationgrant.Parameters.*;
import static minsheng.functions.orphaneducationgrant.Reasons.*;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import minsheng.kernel.Assessment;
import minsheng.kernel.Birth;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Fact;
import minsheng.kernel.Law;
import minsheng.vocabulary.ChildSupportStatus;
import minsheng.vocabulary.Study;

/**
 * “福彩圆梦·孤儿助学工程”助学金. 将事实无人抚养儿童纳入孤儿同等“助学工程”范围…每人每学年资助1万元。 一是年满18周岁前被认定为孤儿身份;二是未被收养;
 * 三是年满18周岁后在…普通高中、中等职业学校、普通高校连续就读的全日制在校生,以及…全日制硕士研究生。
 */
@Singleton
public class OrphanEducationGrant implements PolicyRule {

  @Funq(PolicyData.ID)
  @Override
  public Assessment assess(Case situation) {
    Facts facts = Facts.of(situation);
    Law law = situation.law();

    Fact<ChildSupportStatus> status = facts.childSupportStatus();
    Fact<Birth> birth = Birth.of(facts.birthDate(), law.get(LEAP_DAY_ANNIVERSARY));
    Condition isAdopted = facts.adopted();
    Condition isDisabled = facts.hasDisabilityCertificate();

    return PolicyRule.decide(situation)
        .require(
            status
                .is(ChildSupportStatus.ORPHAN)
                .or(status.is(ChildSupportStatus.DE_FACTO_UNSUPPORTED)))
        .because(STATUS_COVERED)
        .otherwise(STATUS_NOT_COVERED)
        .require(facts.recognisedBeforeEighteen())
        .because(RECOGNISED_BEFORE_EIGHTEEN)
        .otherwise(NOT_RECOGNISED_BEFORE_EIGHTEEN)
        .note(isAdopted.and(isDisabled))
        .because(DISABLED_ADOPTED_ORPHAN_EXCEPTION)
        .require(isAdopted.not().orElse(isDisabled))
        .otherwise(ADOPTED)
        .require(birth.test(each -> each.hasReached(law.get(ADULT_AGE), situation.asOf())))
        .otherwise(UNDER_EIGHTEEN)
        .require(facts.study().test(OrphanEducationGrant::isFullTime))
        .because(FULL_TIME_STUDY)
        .otherwise(NOT_FULL_TIME)
        // The clause ends with the master's degree and says nothing of the one after it.
        .refer(facts.study().is(Study.FULL_TIME_DOCTOR))
        .because(DOCTORAL_STUDY_UNCLEAR)
        .note(Condition.of(law.isOfficial(GRANT_PER_SCHOOL_YEAR_YUAN)))
        .because(GRANT_PER_SCHOOL_YEAR)
        .grant(
            new Result().grantYuan(law.get(GRANT_PER_SCHOOL_YEAR_YUAN).times(facts.schoolYears())));
  }

  /** 全日制在校生. */
  private static boolean isFullTime(Study study) {
    return switch (study) {
      case FULL_TIME_SENIOR_SECONDARY,
          FULL_TIME_SECONDARY_VOCATIONAL,
          FULL_TIME_HIGHER_VOCATIONAL,
          FULL_TIME_BACHELOR,
          FULL_TIME_MASTER,
          FULL_TIME_DOCTOR ->
          true;
      case NONE, PART_TIME -> false;
    };
  }
}
