package minsheng.functions.nurserystartuploan;

import static minsheng.functions.nurserystartuploan.Parameters.*;
import static minsheng.functions.nurserystartuploan.Reasons.*;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import minsheng.kernel.Assessment;
import minsheng.kernel.Case;
import minsheng.kernel.Fact;
import minsheng.kernel.Law;
import minsheng.kernel.Money;
import minsheng.vocabulary.ApplicantType;
import minsheng.vocabulary.BusinessType;

/** 托育服务创业担保贷款. 哈发〔2022〕22号 三、(三)2: 发挥创业担保贷款政策作用,对从事托育服务并符合条件的个人和小微企业给予贷款支持。 */
@Singleton
public class NurseryStartupLoan implements PolicyRule {

  @Funq(PolicyData.ID)
  @Override
  public Assessment assess(Case situation) {
    Facts facts = Facts.of(situation);
    Fact<ApplicantType> applicant = facts.applicantType();

    return PolicyRule.decide(situation)
        .require(facts.businessType().is(BusinessType.NURSERY_SERVICE))
        .because(NURSERY_SERVICE)
        .otherwise(NOT_NURSERY_SERVICE)
        .require(facts.loanConditionsMet())
        .because(OTHER_CONDITIONS_MET)
        .otherwise(OTHER_CONDITIONS_NOT_MET)
        .note(applicant.is(ApplicantType.INDIVIDUAL))
        .because(INDIVIDUAL)
        .note(applicant.is(ApplicantType.SMALL_MICRO_ENTERPRISE))
        .because(SMALL_MICRO_ENTERPRISE)
        .exclude(applicant.is(ApplicantType.OTHER_ENTERPRISE))
        .because(NOT_INDIVIDUAL_OR_SMALL_MICRO_ENTERPRISE)
        .grant(
            new Result().maxLoanYuan(applicant.then(each -> greatestLoan(situation.law(), each))));
  }

  /** 个人和小微企业: each has a limit of its own. */
  private static Fact<Money> greatestLoan(Law law, ApplicantType applicant) {
    return switch (applicant) {
      case INDIVIDUAL -> law.value(MAX_LOAN_PERSON_YUAN);
      case SMALL_MICRO_ENTERPRISE -> law.value(MAX_LOAN_SMALL_FIRM_YUAN);
      case OTHER_ENTERPRISE -> Fact.notApplicable();
    };
  }
}
