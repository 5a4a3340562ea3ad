package minsheng.functions.affordablerentalhousingeligibility;

import static minsheng.functions.affordablerentalhousingeligibility.Parameters.*;
import static minsheng.functions.affordablerentalhousingeligibility.Reasons.*;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import minsheng.kernel.Assessment;
import minsheng.kernel.Birth;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Fact;
import minsheng.kernel.Law;
import minsheng.vocabulary.ApplicantGroup;

/**
 * 保障性租赁住房. 《增进民生福祉 努力建设“和谐家园”》: 重点解决新市民、青年人等群体阶段性住房困难。
 *
 * <p>Who is 新市民 or 青年人, and whether an own dwelling rules them out, is the agency's to say.
 */
@Singleton
public class AffordableRentalHousingEligibility implements PolicyRule {

  @Funq(PolicyData.ID)
  @Override
  public Assessment assess(Case situation) {
    Facts facts = Facts.of(situation);
    Law law = situation.law();

    Fact<ApplicantGroup> group = facts.applicantGroup();
    Fact<Integer> age =
        Birth.of(facts.birthDate(), law.get(LEAP_DAY_ANNIVERSARY))
            .map(birth -> birth.ageOn(situation.asOf()));
    Fact<Boolean> isOfGroup =
        group.then(
            each ->
                switch (each) {
                  case YOUTH -> age.with(law.value(YOUTH_MAX_AGE), (years, most) -> years <= most);
                  // The agency's definition is a text: who declares to meet it is believed.
                  case NEW_CITIZEN -> law.value(NEW_CITIZEN_DEFINITION).map(definition -> true);
                  case OTHER -> Fact.notApplicable();
                });
    // Only of a young person is the birth date asked for; of others the age may stay untold.
    Condition hasAge = Condition.of(age.isKnown()).or(group.is(ApplicantGroup.YOUTH));
    Condition dwellingExcludes = Condition.of(law.value(OWN_DWELLING_EXCLUDES));

    return PolicyRule.decide(situation)
        // 等: other groups may be meant as well, and on what conditions, the sources do not say.
        .refer(group.is(ApplicantGroup.OTHER))
        .because(GROUP_NOT_NAMED)
        .needs(isOfGroup)
        .because(GROUP_NAMED_BUT_NOT_DEFINED)
        .require(Condition.of(isOfGroup))
        .otherwise(AGE_ABOVE_YOUTH_LIMIT)
        .note(group.is(ApplicantGroup.YOUTH).and(Condition.of(isOfGroup)))
        .because(YOUTH)
        .note(group.is(ApplicantGroup.NEW_CITIZEN).and(Condition.of(isOfGroup)))
        .because(NEW_CITIZEN)
        // 住房困难
        .exclude(dwellingExcludes.andThen(facts.ownsDwelling()))
        .because(OWNS_DWELLING)
        .note(facts.ownsDwelling().not())
        .because(NO_DWELLING)
        .grant(new Result().ageYears(hasAge.choose(() -> age, Fact::notApplicable)));
  }
}
