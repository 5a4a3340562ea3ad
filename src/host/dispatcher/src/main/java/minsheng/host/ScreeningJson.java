package minsheng.host;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import minsheng.kernel.Assessment;
import minsheng.kernel.Clause;
import minsheng.kernel.Policy;
import minsheng.screening.Change;
import minsheng.screening.Combination;
import minsheng.screening.Finding;
import minsheng.screening.Headline;
import minsheng.screening.Interview;
import minsheng.screening.Payment;
import minsheng.screening.Screening;
import minsheng.screening.Standing;
import minsheng.screening.Term;

/** A screening and an interview as the contract writes them. */
final class ScreeningJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ScreeningJson() {}

  /**
   * @param ruleset which law a policy's decision used
   */
  static ObjectNode of(Screening screening, LocalDate asOf, Function<Policy, String> ruleset) {
    ObjectNode node = NODES.objectNode();
    node.put("asOf", asOf.toString());
    ArrayNode policies = node.putArray("policies");
    screening
        .findings()
        .forEach(finding -> policies.add(finding(finding, asOf, ruleset.apply(finding.policy()))));
    node.set("together", together(screening));
    node.put(
        "hypothetical",
        screening.findings().stream().anyMatch(each -> each.assessment().hypothetical()));
    return node;
  }

  private static ObjectNode finding(Finding finding, LocalDate asOf, String ruleset) {
    Policy policy = finding.policy();
    Term term = finding.term();
    ObjectNode node = head(policy, finding.assessment(), finding.headline());
    node.put("authority", policy.authority());
    node.put("whereToApply", policy.whereToApply());
    node.set("documentsToBring", AnswerJson.value(policy.documentsToBring()));
    node.set("from", AnswerJson.value(term.from()));
    node.set("until", AnswerJson.value(term.until()));
    ArrayNode ends = node.putArray("endsBecause");
    term.endsBecause().forEach(reason -> ends.add(AnswerJson.reason(reason)));
    node.set("unknownFrom", AnswerJson.value(term.unknownFrom()));
    node.set("deadline", AnswerJson.value(term.deadline()));
    ArrayNode payments = node.putArray("payments");
    finding.payments().forEach(payment -> payments.add(payment(payment)));
    ArrayNode changes = node.putArray("changes");
    finding.changes().forEach(change -> changes.add(change(change)));
    node.setAll(
        AnswerJson.of(policy, ruleset, asOf.toString(), finding.assessment(), term.endsBecause()));
    return node;
  }

  private static ObjectNode head(
      Policy policy, Assessment assessment, Optional<Headline> headline) {
    ObjectNode node = NODES.objectNode();
    node.put("policy", policy.id());
    node.put("nameZh", policy.nameZh());
    node.put("kind", policy.kind());
    node.put("standing", Standing.of(policy, assessment).code());
    node.put("outcome", assessment.outcome().code());
    node.set("headline", headline.map(ScreeningJson::headline).orElse(null));
    return node;
  }

  private static ObjectNode headline(Headline headline) {
    ObjectNode node = NODES.objectNode();
    node.put("name", headline.field().name());
    node.put("labelZh", headline.field().labelZh());
    node.set("value", AnswerJson.value(headline.value()));
    node.put("unit", headline.field().unit());
    return node;
  }

  private static ObjectNode payment(Payment payment) {
    ObjectNode node = NODES.objectNode();
    node.put("entry", payment.entry());
    node.put("per", lower(payment.per()));
    node.set("from", AnswerJson.value(payment.from()));
    node.set("to", AnswerJson.value(payment.to()));
    node.set("yuan", AnswerJson.value(payment.amount()));
    return node;
  }

  private static ObjectNode change(Change change) {
    ObjectNode node = NODES.objectNode();
    switch (change) {
      case Change.Awaited awaited -> {
        node.put("kind", "date");
        node.put("asOf", awaited.day().toString());
        node.putNull("text");
      }
      case Change.Attained attained -> {
        node.put("kind", attained.attainable().kind().code());
        node.put("fact", attained.fact());
        node.set("value", AnswerJson.value(attained.value()));
        node.set("by", AnswerJson.value(attained.by()));
        node.put("text", attained.sentence());
      }
    }
    node.put("entry", change.entry());
    node.put("outcome", change.outcome().code());
    return node;
  }

  private static ObjectNode together(Screening screening) {
    ObjectNode node = NODES.objectNode();
    ArrayNode conflicts = node.putArray("conflicts");
    screening.conflicts().forEach(conflict -> conflicts.add(conflict(conflict)));
    ArrayNode included = node.putArray("included");
    screening
        .inclusions()
        .forEach(
            each ->
                included.addObject().put("policy", each.part().id()).put("in", each.whole().id()));
    List<Combination> combinations = screening.combinations();
    node.set("best", combination(combinations.getFirst()));
    ArrayNode others = node.putArray("others");
    combinations.stream().skip(1).forEach(each -> others.add(combination(each)));
    return node;
  }

  private static ObjectNode conflict(Combination.Conflict conflict) {
    ObjectNode node = NODES.objectNode();
    node.putArray("policies").add(conflict.first().id()).add(conflict.second().id());
    Clause clause =
        conflict.first().clauses().stream()
            .filter(each -> each.id().equals(conflict.clause()))
            .findFirst()
            .orElseThrow();
    node.set("clause", AnswerJson.clause(clause));
    return node;
  }

  private static ObjectNode combination(Combination combination) {
    ObjectNode node = NODES.objectNode();
    ArrayNode policies = node.putArray("policies");
    combination.policies().forEach(policy -> policies.add(policy.id()));
    node.set("monthlyYuan", AnswerJson.value(combination.monthly()));
    node.set("yearlyYuan", AnswerJson.value(combination.yearly()));
    node.set("onceYuan", AnswerJson.value(combination.once()));
    return node;
  }

  static ObjectNode of(Interview interview, LocalDate asOf) {
    ObjectNode node = NODES.objectNode();
    node.put("asOf", asOf.toString());
    node.set("question", interview.next().map(ScreeningJson::question).orElse(null));
    node.putObject("remaining").put("atMost", interview.atMost());
    ArrayNode situations = node.putArray("situations");
    interview.situations().forEach(each -> situations.add(situation(each)));
    ArrayNode policies = node.putArray("policies");
    interview.answers().stream()
        .sorted(Comparator.comparing(each -> Standing.of(each.rule().policy(), each.assessment())))
        .forEach(
            each -> {
              Policy policy = each.rule().policy();
              policies.add(
                  head(policy, each.assessment(), Finding.headline(policy, each.assessment()))
                      .put("decided", interview.isDecided(each)));
            });
    return node;
  }

  private static ObjectNode question(Interview.Question question) {
    ObjectNode node = NODES.objectNode();
    node.put("path", question.name());
    PolicyJson.question(node, "fact", question.fact());
    node.set("policies", waiting(question));
    return node;
  }

  private static ObjectNode situation(Interview.Question question) {
    ObjectNode node = NODES.objectNode();
    node.put("path", question.name());
    node.put("fact", question.fact().name());
    node.put("situationZh", question.fact().situation());
    node.set("policies", waiting(question));
    return node;
  }

  private static ArrayNode waiting(Interview.Question question) {
    ArrayNode waiting = NODES.arrayNode();
    question.waiting().forEach(policy -> waiting.add(policy.id()));
    return waiting;
  }

  private static String lower(Enum<?> code) {
    return code.name().toLowerCase(Locale.ROOT);
  }
}
