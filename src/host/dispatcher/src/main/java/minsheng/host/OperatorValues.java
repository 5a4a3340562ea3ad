package minsheng.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import minsheng.host.Problem.Fault;
import minsheng.kernel.DatedValue;
import minsheng.kernel.Evidence;
import minsheng.kernel.Parameter;
import minsheng.kernel.Policy;
import minsheng.vocabulary.Catalogue;
import org.jspecify.annotations.Nullable;

/**
 * The agency's own values of parameters, laid over the law's: a YAML file of {@code policy →
 * parameter → [{value, effectiveFrom?, effectiveTo?, source}]}. It is checked whole before anything
 * is answered.
 */
public final class OperatorValues {

  /** A file that cannot be used, with every fault and its place. */
  public static final class BrokenFileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BrokenFileException(Path file, List<String> faults) {
      super(
          "The operator's values in "
              + file
              + " cannot be used:\n  "
              + String.join("\n  ", faults));
    }
  }

  /** One file serves all processes, so it may name policies that this one does not answer for. */
  private static final Set<String> ALL = Set.copyOf(Catalogue.POLICIES);

  /** No file is configured: the law alone. */
  public static final OperatorValues NONE = new OperatorValues(Map.of(), Map.of());

  private final Map<String, Map<String, List<DatedValue<?>>>> values;
  private final Map<String, String> digests;

  private OperatorValues(
      Map<String, Map<String, List<DatedValue<?>>>> values, Map<String, String> digests) {
    this.values = values;
    this.digests = digests;
  }

  /** The values of one policy, by name of the parameter. */
  Map<String, List<DatedValue<?>>> of(Policy policy) {
    return values.getOrDefault(policy.id(), Map.of());
  }

  /** The policy's ruleset, which names the operator's values too where there are some. */
  String ruleset(Policy policy) {
    String digest = digests.get(policy.id());
    return digest == null ? policy.ruleset() : policy.ruleset() + "+operator-" + digest;
  }

  /**
   * @throws BrokenFileException naming every fault: an unknown policy or parameter, a wrong type,
   *     overlapping dates
   */
  public static OperatorValues read(Path file, Map<String, Policy> policies) {
    List<String> faults = new ArrayList<>();
    Map<String, Map<String, List<DatedValue<?>>>> values = new LinkedHashMap<>();
    Map<String, String> digests = new LinkedHashMap<>();
    JsonNode root = parse(file);
    for (Map.Entry<String, JsonNode> entry : root.properties()) {
      Policy policy = policies.get(entry.getKey());
      if (policy != null) {
        values.put(policy.id(), new Reading(faults).parameters(policy, entry.getValue()));
        digests.put(policy.id(), digest(entry.getValue()));
      } else if (!ALL.contains(entry.getKey())) {
        faults.add(ValueReader.unknown("policy", "", entry.getKey(), ALL).detail());
      }
    }
    if (!faults.isEmpty()) {
      throw new BrokenFileException(file, faults);
    }
    return new OperatorValues(values, digests);
  }

  private static JsonNode parse(Path file) {
    try {
      JsonNode root =
          YAMLMapper.builder(
                  YAMLFactory.builder()
                      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                      .build())
              .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
              .build()
              .readTree(Files.readString(file));
      if (!root.isObject()) {
        throw new BrokenFileException(file, List.of("the file must be a map of policies"));
      }
      return root;
    } catch (JsonProcessingException e) {
      String where = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
      throw new BrokenFileException(
          file, List.of(where + "not well-formed YAML, or a name stands twice"));
    } catch (IOException e) {
      throw new BrokenFileException(file, List.of("the file cannot be read"));
    }
  }

  private static String digest(JsonNode node) {
    try {
      byte[] bytes =
          MessageDigest.getInstance("SHA-256")
              .digest(node.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Reading(List<String> faults) {

    private static final Set<String> FIELDS =
        Set.of("value", "effectiveFrom", "effectiveTo", "source");

    Map<String, List<DatedValue<?>>> parameters(Policy policy, JsonNode node) {
      Map<String, List<DatedValue<?>>> values = new LinkedHashMap<>();
      Map<String, Parameter<?>> known = new LinkedHashMap<>();
      policy.parameters().forEach(parameter -> known.put(parameter.name(), parameter));
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        Parameter<?> parameter = known.get(entry.getKey());
        if (parameter == null) {
          fault(
              policy.id(),
              ValueReader.unknown("parameter", "", entry.getKey(), known.keySet()).detail());
        } else {
          values.put(
              parameter.name(),
              values(parameter, entry.getValue(), policy.id() + "." + parameter.name()));
        }
      }
      return values;
    }

    private List<DatedValue<?>> values(Parameter<?> parameter, JsonNode node, String place) {
      List<DatedValue<?>> values = new ArrayList<>();
      if (!node.isArray()) {
        fault(place, "must be a list of {value, effectiveFrom, effectiveTo, source}");
      }
      LocalDate end = null;
      for (int i = 0; i < node.size(); i++) {
        String here = place + "[" + i + "]";
        JsonNode entry = node.path(i);
        refuseUnknown(entry, here);
        LocalDate from = date(entry, "effectiveFrom", here);
        LocalDate to = date(entry, "effectiveTo", here);
        if (from != null && to != null && to.isBefore(from)) {
          fault(here, "effectiveTo " + to + " is before effectiveFrom " + from);
        }
        if (i > 0 && (end == null || from == null || !end.isBefore(from))) {
          fault(
              here,
              "holds from "
                  + from
                  + ", but the value before it holds to "
                  + end
                  + ": dates must follow each other");
        }
        end = to;
        if (!entry.path("source").isTextual()) {
          fault(here, "needs its source, such as the number of the notice");
        }
        List<Fault> wrong = new ArrayList<>();
        new ValueReader(wrong)
            .read(
                parameter.declaration().type(),
                parameter.declaration().range(),
                entry.path("value"),
                "")
            .ifPresent(
                value ->
                    values.add(
                        new DatedValue<>(
                            value,
                            from,
                            to,
                            Evidence.OPERATOR,
                            entry.path("source").asText(),
                            null,
                            false,
                            null)));
        wrong.forEach(fault -> fault(here + ".value", fault.detail()));
      }
      return values;
    }

    private void refuseUnknown(JsonNode entry, String place) {
      Set<String> names = new LinkedHashSet<>();
      entry.fieldNames().forEachRemaining(names::add);
      names.removeAll(FIELDS);
      names.forEach(name -> fault(place, ValueReader.unknown("field", "", name, FIELDS).detail()));
    }

    private @Nullable LocalDate date(JsonNode entry, String name, String place) {
      if (entry.path(name).isMissingNode() || entry.path(name).isNull()) {
        return null;
      }
      List<Fault> wrong = new ArrayList<>();
      LocalDate date = new ValueReader(wrong).date(entry.path(name), "").orElse(null);
      wrong.forEach(fault -> fault(place + "." + name, fault.detail()));
      return date;
    }

    private void fault(String place, String what) {
      faults.add(place + ": " + what);
    }
  }
}
