package minsheng.host;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import minsheng.host.Problem.Fault;
import minsheng.host.Problem.Kind;
import minsheng.kernel.Assessment;
import minsheng.kernel.Case;
import minsheng.kernel.Law;
import minsheng.kernel.Policy;
import minsheng.kernel.Rule;
import minsheng.screening.Circumstances;
import minsheng.screening.Interview;
import minsheng.screening.Screening;
import minsheng.vocabulary.Catalogue;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Answers every request, whatever it came through. Nothing of a request outlives it, and none of
 * its facts reaches the log.
 */
public final class Dispatcher {

  /** The largest body that is read, in bytes. */
  public static final int MAX_BODY = 64 * 1024;

  /** The answers to a batch, in bytes, that fit into one response of AWS Lambda with room. */
  private static final int MAX_WHOLE_BATCH = 4 * 1024 * 1024;

  /** After how many bytes of such a batch it is looked whether it still fits. */
  private static final int PART = 1024;

  private static final String INFORMATION = "information";
  private static final Set<String> QUERY = Set.of("include");
  private static final String SCREEN = "/v1/screen";
  private static final Set<String> SCREENING = Set.of(SCREEN, SCREEN + "/next");
  private static final Logger LOG = Logger.getLogger(Dispatcher.class);
  private static final Pattern POLICY = Pattern.compile("/v1/policies/([^/]+)");
  private static final Pattern ASSESS = Pattern.compile("/v1/policies/([^/]+)/assess");

  private final Map<String, Rule> assessed;
  private final Map<String, Rule> screened;
  private final OperatorValues operator;
  private final Clock clock;
  private final OpenApi contract;

  /**
   * @param clock tells today; its zone is that of the law, Asia/Shanghai
   */
  public Dispatcher(Functions functions, OperatorValues operator, Clock clock) {
    this.assessed = byId(functions.assessed());
    this.screened = byId(functions.screened());
    this.operator = operator;
    this.clock = clock;
    this.contract = new OpenApi(functions);
  }

  private static Map<String, Rule> byId(Collection<Rule> rules) {
    Map<String, Rule> byId = new TreeMap<>();
    rules.forEach(rule -> byId.put(rule.policy().id(), rule));
    return byId;
  }

  /** The answer to a request that is here whole. It carries the id of the request. */
  public Response dispatch(Request request) {
    String id = RequestId.of(request.header(RequestId.HEADER.toLowerCase(Locale.ROOT)));
    Response response;
    try {
      response = answer(request);
    } catch (RuntimeException e) {
      response = problem(e, id).response(id);
    }
    return response.with(RequestId.HEADER, id);
  }

  /**
   * The batch that a request begins, to be given its body part by part; empty where it begins none,
   * and is to be dispatched whole.
   */
  public Optional<Batch> batch(Request head) {
    if (!head.method().equals("POST") || !head.isBatch()) {
      return Optional.empty();
    }
    String id = RequestId.of(head.header(RequestId.HEADER.toLowerCase(Locale.ROOT)));
    return lineByLine(head.path()).map(answer -> new Batch(answer, id));
  }

  /** A batch over a transport that has requests and answers as a whole only. */
  private static Response wholeBatch(Batch batch, byte[] body) {
    ByteArrayOutputStream answers = new ByteArrayOutputStream();
    for (int start = 0; start < body.length; start += PART) {
      byte[] part = Arrays.copyOfRange(body, start, Math.min(body.length, start + PART));
      answers.writeBytes(batch.take(part));
      if (answers.size() > MAX_WHOLE_BATCH) {
        throw new ProblemException(
            Problem.of(
                Kind.BODY_TOO_LARGE,
                "The answers to these lines are too many for one response. Send fewer lines at a time."));
      }
    }
    answers.writeBytes(batch.end());
    return batch.head().with(answers.toByteArray());
  }

  private Optional<Function<byte[], ObjectNode>> lineByLine(String path) {
    Matcher assess = ASSESS.matcher(path);
    if (assess.matches()) {
      return Optional.ofNullable(assessed.get(assess.group(1)))
          .map(rule -> line -> assess(rule, line));
    }
    return path.equals(SCREEN) && !screened.isEmpty()
        ? Optional.of(this::screen)
        : Optional.empty();
  }

  /** Whether a request is about many policies, and takes as many times longer. */
  private static boolean isScreening(Request request) {
    return SCREENING.contains(request.path());
  }

  /** Whether the answer takes longer than a decision, so that it is made beside an event loop. */
  public static boolean takesLong(Request request) {
    return isScreening(request) || request.path().equals(OpenApi.PATH);
  }

  /**
   * The answer to a body that the transport refused to read to its end.
   *
   * @param toldId what the header X-Request-Id says
   */
  public static Response bodyTooLarge(@Nullable String toldId) {
    return refusal(tooLarge("body"), toldId);
  }

  /**
   * The answer to a batch whose sender is no agency.
   *
   * @param toldId what the header X-Request-Id says
   */
  public static Response batchForbidden(@Nullable String toldId) {
    return refusal(
        Problem.of(Kind.FORBIDDEN, "A batch needs a bearer token with the scope minsheng:batch."),
        toldId);
  }

  private static Response refusal(Problem problem, @Nullable String toldId) {
    String id = RequestId.of(toldId);
    return problem.response(id).with(RequestId.HEADER, id);
  }

  static Problem tooLarge(String what) {
    return Problem.of(
        Kind.BODY_TOO_LARGE,
        "The " + what + " is larger than " + MAX_BODY + " bytes. Send one case at a time.");
  }

  private Response answer(Request request) {
    if (request.body().length > MAX_BODY) {
      throw new ProblemException(tooLarge("body"));
    }
    String path = request.path();
    Set<String> include = included(request);
    Optional<Batch> batch = batch(request);
    if (batch.isPresent()) {
      return wholeBatch(batch.get(), request.body());
    }
    Matcher assess = ASSESS.matcher(path);
    if (assess.matches()) {
      allow(request, "POST");
      Rule rule = rule(assess.group(1));
      requireJson(request, true);
      return Response.answer(assess(rule, request.body()).toString());
    }
    Matcher policy = POLICY.matcher(path);
    if (policy.matches()) {
      allow(request, "GET");
      Policy found = rule(policy.group(1)).policy();
      return Response.description(
          PolicyJson.whole(found, operator.ruleset(found), operator.of(found)).toString());
    }
    if (!screened.isEmpty() && isScreening(request)) {
      allow(request, "POST");
      requireJson(request, path.equals(SCREEN));
      return screening(request);
    }
    return switch (path) {
      case "/v1/policies" -> {
        allow(request, "GET");
        yield Response.description(
            PolicyJson.list(
                    assessed.values().stream().map(Rule::policy).toList(),
                    include.contains(INFORMATION) ? Catalogue.MEASURES : List.of())
                .toString());
      }
      case "/v1/divisions" -> {
        allow(request, "GET");
        yield Response.description(PolicyJson.divisions().toString());
      }
      case OpenApi.PATH -> {
        allow(request, "GET");
        yield Response.description(contract.text());
      }
      default ->
          throw new ProblemException(
              Problem.of(
                  Kind.UNKNOWN_PATH,
                  "Use GET /v1/policies, GET /v1/policies/{policy}, POST /v1/policies/{policy}/assess, POST /v1/screen, POST /v1/screen/next, GET /v1/divisions or GET /openapi.json."));
    };
  }

  private Response screening(Request request) {
    if (!request.path().equals(SCREEN)) {
      return Response.answer(nextQuestion(request.body()).toString());
    }
    return request.prefers(Response.CALENDAR, Response.JSON)
        ? Response.calendar(calendar(request.body()))
        : Response.screening(screen(request.body()).toString());
  }

  /** What the query asks for beside the plain answer; only the list of policies knows more. */
  private static Set<String> included(Request request) {
    Set<String> names = request.path().equals("/v1/policies") ? QUERY : Set.of();
    List<Fault> faults = new ArrayList<>();
    request
        .query()
        .forEach(
            (name, value) -> {
              if (!names.contains(name)) {
                faults.add(ValueReader.unknownQuery(name, names));
              } else if (!value.equals(INFORMATION)) {
                faults.add(ValueReader.unknownQueryValue(name, value, INFORMATION));
              }
            });
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.of(faults));
    }
    return Set.copyOf(request.query().values());
  }

  private ObjectNode assess(Rule rule, byte[] body) {
    Policy policy = rule.policy();
    Question question = Question.read(Json.read(body), policy);
    LocalDate asOf = orToday(question.asOf());
    Law law = new Law(asOf, operator.of(policy), question.whatIf());
    Assessment assessment = decided(() -> rule.assess(new Case(asOf, question.facts(), law)));
    return AnswerJson.of(policy, operator.ruleset(policy), asOf.toString(), assessment);
  }

  private ObjectNode screen(byte[] body) {
    ScreeningQuestion question = wholeScreening(body);
    Circumstances today = circumstances(question);
    return ScreeningJson.of(screening(question, today), today.asOf(), operator::ruleset);
  }

  private String calendar(byte[] body) {
    ScreeningQuestion question = wholeScreening(body);
    return ScreeningCalendar.of(screening(question, circumstances(question)), clock);
  }

  private ScreeningQuestion wholeScreening(byte[] body) {
    return ScreeningQuestion.whole(Json.read(body), policiesById());
  }

  private Screening screening(ScreeningQuestion question, Circumstances today) {
    return decided(() -> Screening.of(asked(question), today));
  }

  private ObjectNode nextQuestion(byte[] body) {
    ScreeningQuestion question = ScreeningQuestion.next(Json.read(body), policiesById());
    Circumstances today = circumstances(question);
    return decided(
        () ->
            ScreeningJson.of(
                new Interview(asked(question), today, question.skip(), question.situations()),
                today.asOf()));
  }

  private Circumstances circumstances(ScreeningQuestion question) {
    return new Circumstances(
        orToday(question.asOf()),
        question.facts(),
        (policy, day) ->
            new Law(
                day, operator.of(policy), question.whatIf().getOrDefault(policy.id(), Map.of())));
  }

  private List<Rule> asked(ScreeningQuestion question) {
    return screened.values().stream()
        .filter(rule -> question.policies().contains(rule.policy().id()))
        .toList();
  }

  private Map<String, Policy> policiesById() {
    Map<String, Policy> policies = new TreeMap<>();
    screened.forEach((id, rule) -> policies.put(id, rule.policy()));
    return policies;
  }

  private LocalDate orToday(@Nullable LocalDate asOf) {
    return asOf == null ? LocalDate.now(clock) : asOf;
  }

  // Money is exact: what does not fit is refused and never cut off.
  private static <T> T decided(Supplier<T> decision) {
    try {
      return decision.get();
    } catch (ArithmeticException e) {
      throw new ProblemException(
          Problem.of(
              Kind.INVALID_VALUES,
              "The amounts are too large to be computed together. Give amounts as they occur in life."));
    }
  }

  private Rule rule(String id) {
    Rule rule = assessed.get(id);
    if (rule == null) {
      List<String> near = NearName.near(id, assessed.keySet());
      String remedy =
          near.isEmpty()
              ? "GET /v1/policies lists them."
              : "Did you mean `" + String.join("` or `", near) + "`?";
      throw new ProblemException(
          Problem.of(Kind.UNKNOWN_POLICY, "There is no such policy here. " + remedy));
    }
    return rule;
  }

  private static void allow(Request request, String method) {
    if (!request.method().equals(method)) {
      throw new ProblemException(
          Problem.of(Kind.METHOD_NOT_ALLOWED, "Use " + method + " on this path.")
              .with("Allow", method));
    }
  }

  private static void requireJson(Request request, boolean orBatch) {
    if (!request.isOf("application/json")) {
      throw new ProblemException(
          Problem.of(
              Kind.UNSUPPORTED_MEDIA_TYPE,
              "Send JSON with the header Content-Type: application/json"
                  + (orBatch ? ", or many cases, one a line, as " + Batch.TYPE + "." : ".")));
    }
  }

  /** What is told instead of an answer; an error of ours is logged with the id of the request. */
  static Problem problem(RuntimeException e, String requestId) {
    if (e instanceof ProblemException known) {
      return known.problem();
    }
    // The message of an exception may repeat facts; its place does not.
    StackTraceElement[] trace = e.getStackTrace();
    LOG.errorf(
        "error in request %s: %s at %s",
        requestId, e.getClass().getName(), trace.length == 0 ? "?" : trace[0]);
    return Problem.of(
        Kind.INTERNAL_ERROR, "An error of ours. Report it with the number in `requestId`.");
  }
}
