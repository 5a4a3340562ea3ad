package minsheng.functions.vocationaltrainingsubsidy;

import static minsheng.functions.vocationaltrainingsubsidy.Parameters.*;
import static minsheng.functions.vocationaltrainingsubsidy.Reasons.*;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import minsheng.kernel.Assessment;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Fact;
import minsheng.kernel.Law;
import minsheng.kernel.Money;
import minsheng.vocabulary.Occupation;

/**
 * 养老托育职业技能培训补贴. 2025年20件民生实事 二、(十): 组织养老护理员、育婴员、保育员等职业技能培训,对符合条件的人员按规定给予职业技能培训补贴。 哈发〔2022〕22号
 * 三、(三)4: 按照《黑龙江省职业(工种)培训补贴参考标准》给予职业培训补贴。
 */
@Singleton
public class VocationalTrainingSubsidy implements PolicyRule {

  @Funq(PolicyData.ID)
  @Override
  public Assessment assess(Case situation) {
    Facts facts = Facts.of(situation);
    Law law = situation.law();

    Condition isOther = facts.occupation().is(Occupation.OTHER);
    Condition isTrained = isOther.not().and(facts.trainingCompleted());
    Fact<Money> subsidy = facts.occupation().then(each -> standard(law, each));

    return PolicyRule.decide(situation)
        .note(isOther.not())
        .because(LISTED_OCCUPATION)
        // 等职业: another occupation is the agency's, whether its training is completed or not.
        .refer(isOther)
        .because(OCCUPATION_NOT_LISTED_HERE)
        .note(isTrained)
        .because(TRAINING_COMPLETED)
        .require(isOther.orElse(facts.trainingCompleted()))
        .otherwise(TRAINING_NOT_COMPLETED)
        .note(isTrained.and(Condition.of(subsidy.isKnown())))
        .because(AMOUNT_FROM_PARAMETER)
        .grant(new Result().subsidyYuan(subsidy));
  }

  /** 参考标准: an amount for each of the three occupations (工种). */
  private static Fact<Money> standard(Law law, Occupation occupation) {
    return switch (occupation) {
      case ELDERLY_CARER -> law.value(TRAINING_SUBSIDY_ELDERLY_CARER_YUAN);
      case INFANT_CARER -> law.value(TRAINING_SUBSIDY_INFANT_CARER_YUAN);
      case NURSERY_CARER -> law.value(TRAINING_SUBSIDY_NURSERY_CARER_YUAN);
      case OTHER -> Fact.notApplicable();
    };
  }
}
