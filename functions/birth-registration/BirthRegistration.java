package minsheng.functions.birthregistration;

import static minsheng.functions.birthregistration.Parameters.*;
import static minsheng.functions.birthregistration.Reasons.*;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import minsheng.kernel.Assessment;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Division;
import minsheng.kernel.Fact;
import minsheng.vocabulary.Purpose;

/**
 * 生育登记(跨省通办). 哈发〔2022〕22号 三、(一)2: 取消再生育审批,落实生育登记制度。个人生育情况不再作为入户、入学、入职、评先选优的评价依据。 三、(一)3:
 * 实现生育登记跨省通办。
 */
@Singleton
public class BirthRegistration implements PolicyRule {

  @Funq(PolicyData.ID)
  @Override
  public Assessment assess(Case situation) {
    Facts facts = Facts.of(situation);
    Condition isRegistration = Condition.of(facts.purpose() == Purpose.BIRTH_REGISTRATION);
    int referredFrom = situation.law().get(REFERRED_FROM_ORDER);
    Condition isFromElsewhere =
        Fact.ofOptional(facts.registrationDivision()).test(Division::isInHeilongjiang).not();

    return PolicyRule.decide(situation)
        // 取消再生育审批,落实生育登记制度
        .note(isRegistration)
        .because(REGISTRATION_NOT_APPROVAL)
        // The order is the number of children listed: an expected child counts too.
        .refer(isRegistration.and(facts.children().test(all -> all.size() >= referredFrom)))
        .because(FOURTH_CHILD_RULE_OF_PROVINCIAL_REGULATION)
        // 不再作为入户、入学、入职、评先选优的评价依据
        .note(isRegistration.not())
        .because(BIRTH_STATUS_NOT_A_CRITERION)
        // 跨省通办
        .note(isRegistration.and(isFromElsewhere))
        .because(CROSS_PROVINCE)
        .grant(new Result().approvalNeeded(false).birthStatusUsed(false));
  }
}
