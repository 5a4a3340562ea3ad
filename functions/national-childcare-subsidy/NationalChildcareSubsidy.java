package minsheng.functions.nationalchildcaresubsidy;

import static minsheng.functions.nationalchildcaresubsidy.Parameters.START_DATE;
import static minsheng.functions.nationalchildcaresubsidy.Reasons.*;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import minsheng.kernel.Assessment;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Fact;
import minsheng.kernel.Money;
import minsheng.kernel.Outcome;

/**
 * 国家育儿补贴. 《育儿补贴制度政策问答》: 补贴对象为从2025年1月1日起,符合法律法规规定生育的3周岁以下婴幼儿。育儿补贴按年发放,至其年满3周岁。
 *
 * <p>Every child of the family is answered for: {@link ChildDecision}.
 */
@Singleton
public class NationalChildcareSubsidy implements PolicyRule {

  @Funq(PolicyData.ID)
  @Override
  public Assessment assess(Case situation) {
    Fact<List<ChildDecision>> children =
        Facts.of(situation).children().then(all -> decisions(situation, all));

    List<Assessment> parts = new ArrayList<>();
    Fact<Money> total = Fact.of(Money.ZERO);
    for (ChildDecision child : children.known().orElse(List.of())) {
      Assessment part = child.assess();
      parts.add(part);
      if (part.outcome() == Outcome.ELIGIBLE) {
        total = total.with(child.total(), Money::plus);
      }
    }
    return PolicyRule.decide(situation)
        .require(isStarted(situation))
        .otherwise(SCHEME_NOT_STARTED)
        .require(children.test(all -> !all.isEmpty()))
        .otherwise(NO_CHILD)
        .grant(parts, new Result().totalYuan(total).children(children.map(all -> parts)));
  }

  /** 从2025年1月1日起. */
  static Condition isStarted(Case situation) {
    return Condition.of(!situation.asOf().isBefore(situation.law().get(START_DATE)));
  }

  /** One for each child, as soon as all birth dates are known: they are asked for first. */
  private static Fact<List<ChildDecision>> decisions(Case situation, List<Facts.Child> children) {
    return Fact.all(
        children,
        child -> child.birthDate().map(birth -> new ChildDecision(situation, child, birth)));
  }
}
