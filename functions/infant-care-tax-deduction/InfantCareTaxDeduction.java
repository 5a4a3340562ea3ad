package minsheng.functions.infantcaretaxdeduction;

import static minsheng.functions.infantcaretaxdeduction.Parameters.MONTHLY_DEDUCTION_YUAN;
import static minsheng.functions.infantcaretaxdeduction.Reasons.*;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import minsheng.kernel.Assessment;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Fact;
import minsheng.kernel.Months;
import minsheng.kernel.UnroundedMoney;

/**
 * 3岁以下婴幼儿照护个人所得税专项附加扣除. 国发〔2022〕8号: 按照每个婴幼儿每月1000元的标准定额扣除; 国发〔2023〕13号: 由每个婴幼儿每月1000元提高到2000元.
 *
 * <p>Every child of the family is answered for: {@link ChildDeduction}.
 */
@Singleton
public class InfantCareTaxDeduction implements PolicyRule {

  @Funq(PolicyData.ID)
  @Override
  public Assessment assess(Case situation) {
    Facts facts = Facts.of(situation);
    Months deductible = deductible(situation);
    Fact<List<ChildDeduction>> children =
        facts
            .children()
            .then(all -> Fact.all(all, child -> ChildDeduction.of(situation, child, deductible)));

    Fact<List<Assessment>> parts =
        children.map(all -> all.stream().map(ChildDeduction::assess).toList());
    Fact<Integer> months = children.map(all -> all.stream().mapToInt(ChildDeduction::count).sum());
    Fact<UnroundedMoney> deduction =
        children
            .then(all -> Fact.all(all, ChildDeduction::deduction))
            .map(all -> all.stream().reduce(UnroundedMoney.ZERO, UnroundedMoney::plus));
    Fact<BigDecimal> rate = Fact.ofOptional(facts.marginalTaxRate());

    return PolicyRule.decide(situation)
        .note(Condition.of(deductible.isEmpty()))
        .because(BEFORE_2022_01_01)
        .note(months.is(0))
        .because(NO_MONTH_IN_TAX_YEAR)
        .grant(
            parts.known().orElse(List.of()),
            new Result()
                .months(months)
                .deductionYuan(deduction.map(UnroundedMoney::rounded))
                // The deduction lowers the taxable income, so it saves the tax on that part of it.
                .taxSavedYuan(deduction.with(rate, (sum, share) -> sum.times(share).rounded()))
                .children(parts));
  }

  /** The months of the tax year in which there is a deduction: 自2022年1月1日起. */
  private static Months deductible(Case situation) {
    Months taxYear = Months.ofYear(Facts.of(situation).taxYear());
    YearMonth start = YearMonth.from(situation.law().firstDayOf(MONTHLY_DEDUCTION_YUAN));
    return taxYear.within(new Months(start, taxYear.last()));
  }
}
