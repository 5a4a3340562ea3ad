package minsheng.functions.childcaresubsidy;

import static minsheng.functions.childcaresubsidy.Reasons.NOT_YET_BORN;
import static minsheng.functions.childcaresubsidy.Reasons.NO_CHILD;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import minsheng.kernel.Assessment;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Fact;
import minsheng.kernel.UnroundedMoney;

/**
 * 哈尔滨市育儿补贴. 哈发〔2022〕22号 三、(四)2:
 * 建立育儿补贴制度,减轻家庭育儿负担,按政策生育第二个子女的家庭,每孩每月发放育儿补贴;按政策生育第三个子女的家庭,每月每孩发放育儿补贴,直至子女3周岁。
 *
 * <p>Every child of the family is answered for: {@link ChildDecision}.
 */
@Singleton
public class ChildcareSubsidy implements PolicyRule {

  @Funq(PolicyData.ID)
  @Override
  public Assessment assess(Case situation) {
    Facts facts = Facts.of(situation);
    Fact<Family> family = facts.children().then(all -> Family.of(all, situation.asOf()));

    List<Assessment> parts = new ArrayList<>();
    Fact<UnroundedMoney> monthly = Fact.of(UnroundedMoney.ZERO);
    for (Family.Child child : family.known().map(Family::children).orElse(List.of())) {
      if (child.birthDate().isAfter(situation.asOf())) {
        parts.add(notYetBorn(situation));
        continue;
      }
      ChildDecision decision =
          new ChildDecision(
              situation, family.known().orElseThrow(), child, facts.parentsRegistration());
      parts.add(decision.assess());
      monthly = monthly.with(decision.monthly(), UnroundedMoney::plus);
    }
    return PolicyRule.decide(situation)
        .require(family.test(known -> !known.children().isEmpty()))
        .otherwise(NO_CHILD)
        .grant(
            parts,
            new Result()
                .monthlyYuan(monthly.map(UnroundedMoney::rounded))
                .children(family.map(known -> parts)));
  }

  private static Assessment notYetBorn(Case situation) {
    return PolicyRule.decide(situation)
        .require(Condition.NO)
        .otherwise(NOT_YET_BORN)
        .grant(new Result.Child().countedOrder((Integer) null));
  }
}
