package minsheng.functions.orphanpricesubsidyandmedicalaid;

import static minsheng.functions.orphanpricesubsidyandmedicalaid.Parameters.*;
import static minsheng.functions.orphanpricesubsidyandmedicalaid.Reasons.*;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import java.util.List;
import minsheng.kernel.Assessment;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Fact;
import minsheng.kernel.Law;
import minsheng.kernel.Money;
import minsheng.vocabulary.AssistanceRequested;
import minsheng.vocabulary.ChildSupportStatus;

/** 孤儿价格临时补贴和医疗救助. 市民政局: 将孤儿和事实无人抚养儿童纳入到价格临时补贴和医疗救助范围。 No amounts are published. */
@Singleton
public class OrphanPriceSubsidyAndMedicalAid implements PolicyRule {

  @Funq(PolicyData.ID)
  @Override
  public Assessment assess(Case situation) {
    Facts facts = Facts.of(situation);
    Law law = situation.law();

    Fact<ChildSupportStatus> status = facts.childSupportStatus();
    Condition isOrphan = status.is(ChildSupportStatus.ORPHAN);
    Condition isUnsupported = status.is(ChildSupportStatus.DE_FACTO_UNSUPPORTED);
    Condition isInScope = isOrphan.or(isUnsupported);
    Fact<AssistanceRequested> requested = facts.assistanceRequested();
    Fact<Money> either =
        requested.whichever(
            List.of(AssistanceRequested.values()), each -> amount(each, facts, law));
    // The bill is asked for only once medical aid is; nothing is, where both come to the same.
    Fact<Money> amount =
        either.isKnown() ? either : requested.then(each -> amount(each, facts, law));

    return PolicyRule.decide(situation)
        .note(isOrphan)
        .because(ORPHAN)
        .note(isUnsupported)
        .because(DE_FACTO_UNSUPPORTED_CHILD)
        .require(isInScope)
        .otherwise(NOT_AN_ORPHAN_OR_DE_FACTO_UNSUPPORTED)
        .needs(amount)
        .because(RATE_NOT_CONFIGURED)
        .grant(new Result().inScope(isInScope.asFact()).amountYuan(amount));
  }

  /** 价格临时补贴: the month's amount; 医疗救助: a share of the bill. */
  private static Fact<Money> amount(AssistanceRequested requested, Facts facts, Law law) {
    return switch (requested) {
      case PRICE_SUBSIDY -> law.value(PRICE_SUBSIDY_YUAN);
      case MEDICAL_AID ->
          facts
              .medicalBillYuan()
              .with(law.value(MEDICAL_AID_RATE), (bill, rate) -> bill.times(rate).rounded());
    };
  }
}
