package minsheng.functions.nurseryoperatingsubsidy;

import static minsheng.functions.nurseryoperatingsubsidy.Parameters.*;
import static minsheng.functions.nurseryoperatingsubsidy.Reasons.*;

import java.time.LocalDate;
import java.time.YearMonth;
import minsheng.kernel.Condition;
import minsheng.kernel.Fact;
import minsheng.kernel.Law;
import minsheng.kernel.Money;
import minsheng.kernel.Parameter;

/** 按月计算: one month of a nursery. Its last day decides by which scheme it is paid. */
record MonthOfCare(YearMonth month, Facts.NurseryMonth children, Law law) {

  /** Known as soon as it is known which month it is. */
  static Fact<MonthOfCare> of(Facts.NurseryMonth entry, Law law) {
    return entry.month().map(month -> new MonthOfCare(month, entry, law));
  }

  /** Whether 《黑龙江省普惠托育服务机构认定及运营补贴发放办法》 is in force at the end of the month. */
  Condition isProvincial() {
    return month.isBefore(law.get(PROVINCIAL_SCHEME_NOT_BEFORE))
        ? Condition.NO
        : law.value(PROVINCIAL_SCHEME_FROM).test(from -> !from.isAfter(lastDay()));
  }

  Condition isOfUnknownScheme() {
    return Condition.of(isProvincial().isUnknown());
  }

  /** 每生每月200元, where that is the law's own amount. */
  Condition isByOfficialMunicipalRate() {
    return isMunicipal()
        .and(Condition.of(law.isStatedBy(MUNICIPAL_RATE, MUNICIPAL_MONTHLY_YUAN, lastDay())));
  }

  Condition isBeforeScheme() {
    return isMunicipal().and(Condition.of(!law.isConfigured(MUNICIPAL_MONTHLY_YUAN, lastDay())));
  }

  private Condition isMunicipal() {
    return isProvincial().not().or(Condition.of(!law.get(PROVINCIAL_REPLACES_MUNICIPAL)));
  }

  Fact<Subsidy> subsidy() {
    return isProvincial()
        .choose(
            () ->
                law.get(PROVINCIAL_REPLACES_MUNICIPAL)
                    ? provincial()
                    : municipal().with(provincial(), Subsidy::raisedBy),
            this::municipal);
  }

  /** 按照每生每月200元的标准, by the amount of the last day of the month. */
  private Fact<Subsidy> municipal() {
    return inCare().with(law.value(MUNICIPAL_MONTHLY_YUAN, lastDay()), Subsidy::ofMonth);
  }

  /** 按照实际收托人数; the three classes make up the number where it is left out. */
  private Fact<Integer> inCare() {
    Fact<Integer> inClasses =
        children
            .infantClassChildren()
            .with(children.smallClassChildren(), Integer::sum)
            .with(children.largeClassChildren(), Integer::sum);
    Fact<Integer> told = children.childrenInCare();
    return !told.isKnown() && inClasses.isKnown() ? inClasses : told;
  }

  /** 乳儿班每孩每月380元、托小班每孩每月280元、托大班每孩每月190元. */
  private Fact<Subsidy> provincial() {
    return ofClass(children.infantClassChildren(), PROVINCIAL_INFANT_CLASS_YUAN)
        .with(ofClass(children.smallClassChildren(), PROVINCIAL_SMALL_CLASS_YUAN), Subsidy::plus)
        .with(ofClass(children.largeClassChildren(), PROVINCIAL_LARGE_CLASS_YUAN), Subsidy::plus);
  }

  private Fact<Subsidy> ofClass(Fact<Integer> inClass, Parameter<Money> rate) {
    return inClass.with(law.value(rate), Subsidy::ofMonth);
  }

  private LocalDate lastDay() {
    return month.atEndOfMonth();
  }
}
