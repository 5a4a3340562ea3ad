package minsheng.functions.seniorcard;

import static minsheng.functions.seniorcard.Parameters.*;
import static minsheng.functions.seniorcard.Reasons.*;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import minsheng.kernel.Assessment;
import minsheng.kernel.Birth;
import minsheng.kernel.Case;
import minsheng.kernel.Division;
import minsheng.kernel.Fact;
import minsheng.kernel.Law;

/**
 * 老年证及老年人优待. 《哈尔滨市打造“宜居幸福之都”实施方案》养老: 继续推进“老年证”快捷办理,提高和扩大老年人优待标准和范围。 《老年人权益保障法》第二条: 老年人是指六十周岁以上的公民.
 */
@Singleton
public class SeniorCard implements PolicyRule {

  @Funq(PolicyData.ID)
  @Override
  public Assessment assess(Case situation) {
    Facts facts = Facts.of(situation);
    Law law = situation.law();
    Fact<Birth> birth = Birth.of(facts.birthDate(), law.get(LEAP_DAY_ANNIVERSARY));
    int age = law.get(SENIOR_CARD_MIN_AGE);

    return PolicyRule.decide(situation)
        // 六十周岁以上
        .require(birth.test(person -> person.hasReached(age, situation.asOf())))
        .because(SIXTY_OR_OVER)
        .otherwise(UNDER_SIXTY)
        .require(facts.residenceDivision().test(Division::isInHarbin))
        .otherwise(RESIDENCE_OUTSIDE_HARBIN)
        .grant(new Result().ageYears(birth.map(person -> person.ageOn(situation.asOf()))));
  }
}
