package minsheng.clients;

import java.math.BigDecimal;
import java.time.LocalDate;
import minsheng.client.ApiClient;
import minsheng.client.ApiException;
import minsheng.client.api.AssessmentApi;
import minsheng.client.api.ScreeningApi;
import minsheng.client.model.ChildcareSubsidyAnswer;
import minsheng.client.model.ChildcareSubsidyFacts;
import minsheng.client.model.ChildcareSubsidyFactsChildrenEntry;
import minsheng.client.model.ChildcareSubsidyReason;
import minsheng.client.model.ChildcareSubsidyRequest;
import minsheng.client.model.Facts;
import minsheng.client.model.FactsChildrenEntry;
import minsheng.client.model.PolicyId;
import minsheng.client.model.ScreeningAnswer;
import minsheng.client.model.ScreeningRequest;

/** What a second child brings, asked through the generated client of a service. */
final class SecondChild {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
  private static final LocalDate ELDER = LocalDate.of(2015, 3, 1);
  private static final LocalDate SECOND = LocalDate.of(2025, 6, 1);
  private static final LocalDate APPLIED = LocalDate.of(2025, 7, 1);
  private static final String DAOLI = "230102";

  private final ApiClient service = new ApiClient();

  private SecondChild(String address) {
    service.updateBaseUri(address);
  }

  /**
   * @param arguments where the service is, such as {@code http://localhost:8080}
   */
  public static void main(String[] arguments) throws ApiException {
    SecondChild asking = new SecondChild(arguments[0]);
    asking.assess();
    asking.screen();
    asking.refuse();
  }

  private void assess() throws ApiException {
    ChildcareSubsidyAnswer answer =
        new AssessmentApi(service)
            .assessChildcareSubsidy(
                new ChildcareSubsidyRequest()
                    .asOf(DAY)
                    .facts(
                        new ChildcareSubsidyFacts()
                            .addChildrenItem(
                                new ChildcareSubsidyFactsChildrenEntry().birthDate(ELDER))
                            .addChildrenItem(
                                new ChildcareSubsidyFactsChildrenEntry()
                                    .birthDate(SECOND)
                                    .registrationDivision(DAOLI)
                                    .applicationDate(APPLIED))));
    expect("500", answer.getResult().getMonthlyYuan());
    for (ChildcareSubsidyReason reason : answer.getReasons()) {
      System.out.println("  " + reason.getText());
    }
  }

  private void screen() throws ApiException {
    ScreeningAnswer answer =
        new ScreeningApi(service)
            .screen(
                new ScreeningRequest()
                    .asOf(DAY)
                    .addPoliciesItem(PolicyId.CHILDCARE_SUBSIDY)
                    .facts(
                        new Facts()
                            .addChildrenItem(new FactsChildrenEntry().birthDate(ELDER))
                            .addChildrenItem(
                                new FactsChildrenEntry()
                                    .birthDate(SECOND)
                                    .registrationDivision(DAOLI)
                                    .applicationDate(APPLIED))));
    expect("500", answer.getTogether().getBest().getMonthlyYuan());
  }

  private void refuse() {
    try {
      new AssessmentApi(service).assessChildcareSubsidy(new ChildcareSubsidyRequest());
    } catch (ApiException refused) {
      expect("422", BigDecimal.valueOf(refused.getCode()));
      return;
    }
    throw new IllegalStateException("a request without facts was answered");
  }

  private static void expect(String expected, BigDecimal answered) {
    System.out.println(answered);
    if (answered.compareTo(new BigDecimal(expected)) != 0) {
      throw new IllegalStateException("expected " + expected);
    }
  }
}
