package minsheng.functions.fpspecialpriority;

import static minsheng.functions.fpspecialpriority.Parameters.*;
import static minsheng.functions.fpspecialpriority.Reasons.*;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import minsheng.kernel.Assessment;
import minsheng.kernel.Birth;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Law;

/**
 * 计划生育特殊家庭优先. 哈发〔2022〕22号 三、(五)2: 计划生育特殊家庭老年人通过优先轮候入住公办养老机构。…落实就医绿色通道和家庭医生签约等服务.
 *
 * <p>The services are for the whole family, the place in the queue is for its old people (老年人).
 */
@Singleton
public class FpSpecialPriority implements PolicyRule {

  @Funq(PolicyData.ID)
  @Override
  public Assessment assess(Case situation) {
    Facts facts = Facts.of(situation);
    Law law = situation.law();
    int age = law.get(ELDERLY_AGE);
    Condition isOld =
        Birth.of(facts.birthDate(), law.get(LEAP_DAY_ANNIVERSARY))
            .test(person -> person.hasReached(age, situation.asOf()));

    return PolicyRule.decide(situation)
        .require(facts.fpSpecialFamily())
        .because(SPECIAL_FAMILY)
        .otherwise(NOT_A_SPECIAL_FAMILY)
        // 老年人是指六十周岁以上的公民
        .determine(isOld)
        .because(SIXTY_OR_OVER)
        .otherwise(UNDER_SIXTY)
        .grant(
            new Result()
                .elderCareHomePriority(isOld.asFact())
                .medicalGreenChannel(true)
                .familyDoctor(true));
  }
}
