package minsheng.functions.nurseryoperatingsubsidy;

import static minsheng.functions.nurseryoperatingsubsidy.Parameters.*;
import static minsheng.functions.nurseryoperatingsubsidy.Reasons.*;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import minsheng.kernel.Assessment;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Fact;

/**
 * 普惠托育服务机构运营补贴. 哈发〔2022〕22号 三、(三)2: 建立普惠托育服务机构运营补贴激励机制,按照每生每月200元的标准发放运营补贴,按月计算、按年发放。
 * 2023年5月31日新闻发布会: 各类普惠性托育机构按照实际收托人数,给予每月200元的经费补助。
 */
@Singleton
public class NurseryOperatingSubsidy implements PolicyRule {

  @Funq(PolicyData.ID)
  @Override
  public Assessment assess(Case situation) {
    Facts facts = Facts.of(situation);
    Condition isInclusive = facts.nurseryRecognisedInclusive();
    Fact<List<MonthOfCare>> months =
        facts
            .nurseryMonths()
            .then(entries -> Fact.all(entries, each -> MonthOfCare.of(each, situation.law())));
    Fact<Subsidy> subsidy = months.then(NurseryOperatingSubsidy::sum);

    return PolicyRule.decide(situation)
        .require(isInclusive)
        .because(INCLUSIVE_INSTITUTION)
        .otherwise(NOT_RECOGNISED_AS_INCLUSIVE)
        .note(isInclusive.and(Condition.of(subsidy.isKnown())))
        .because(ACTUAL_CHILDREN_IN_CARE)
        .note(isInclusive.and(any(months, MonthOfCare::isByOfficialMunicipalRate)))
        .because(MUNICIPAL_RATE)
        .note(isInclusive.and(any(months, MonthOfCare::isProvincial)))
        .because(PROVINCIAL_RATES_BY_CLASS)
        .note(any(months, MonthOfCare::isOfUnknownScheme))
        .because(TWO_SCHEMES_KNOWN)
        .note(any(months, MonthOfCare::isBeforeScheme))
        .because(MONTH_BEFORE_SCHEME)
        .grant(
            new Result()
                .childMonths(subsidy.map(Subsidy::childMonths))
                .totalYuan(subsidy.map(Subsidy::yuan)));
  }

  private static Condition any(
      Fact<List<MonthOfCare>> months, Function<MonthOfCare, Condition> circumstance) {
    return months.meets(all -> Condition.any(all, circumstance));
  }

  /** 按月计算、按年发放. */
  private static Fact<Subsidy> sum(List<MonthOfCare> months) {
    return months.stream()
        .map(MonthOfCare::subsidy)
        .reduce(Fact.of(Subsidy.NONE), (sum, each) -> sum.with(each, Subsidy::plus));
  }
}
