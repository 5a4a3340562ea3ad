package minsheng.compiler;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a YAML file, read key by key. What is wrong with it is noted with the file and the
 * place, and reading goes on, so that all faults of a file come out at once; what was not read is a
 * fault too, since nobody would miss a misspelt key.
 */
final class Entry {

  private static final ObjectMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final JsonNode node;
  private final String file;
  private final String place;
  private final List<String> faults;
  private final Set<String> read = new HashSet<>();
  private final List<Entry> children = new ArrayList<>();

  private Entry(JsonNode node, String file, String place, List<String> faults) {
    this.node = node;
    this.file = file;
    this.place = place;
    this.faults = faults;
  }

  /**
   * @param name what the file is called in faults
   */
  static Entry of(Path path, String name, List<String> faults) {
    try {
      return new Entry(YAML.readTree(Files.readString(path)), name, "", faults);
    } catch (JsonProcessingException e) {
      throw new BrokenLawException(
          List.of(name + ": " + e.getOriginalMessage() + ", line " + e.getLocation().getLineNr()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode node() {
    return node;
  }

  String place() {
    return place;
  }

  void fault(String what) {
    faults.add(file + ": " + (place.isEmpty() ? "" : place + ": ") + what);
  }

  /** A value as a fault repeats it. */
  static String shown(JsonNode value) {
    return value.isValueNode() ? value.asText() : value.toString();
  }

  boolean has(String key) {
    return node.hasNonNull(key);
  }

  JsonNode value(String key) {
    read.add(key);
    return node.path(key);
  }

  String text(String key) {
    JsonNode value = value(key);
    if (!value.isTextual() || value.textValue().isBlank()) {
      fault("`" + key + "` must be a text");
      return "?";
    }
    return value.textValue();
  }

  @Nullable String optionalText(String key) {
    read.add(key);
    return has(key) ? text(key) : null;
  }

  String oneOf(String key, Set<String> allowed) {
    String text = text(key);
    if (!allowed.contains(text)) {
      fault(
          "`"
              + key
              + "` is `"
              + text
              + "`; allowed: "
              + String.join(", ", allowed.stream().sorted().toList()));
    }
    return text;
  }

  boolean flag(String key) {
    JsonNode value = value(key);
    if (!value.isMissingNode() && !value.isBoolean()) {
      fault("`" + key + "` must be true or false");
    }
    return value.asBoolean(false);
  }

  @Nullable LocalDate optionalDate(String key) {
    String text = optionalText(key);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      fault("`" + key + "` is `" + text + "`, which is no date YYYY-MM-DD");
      return null;
    }
  }

  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (JsonNode each : array(key)) {
      if (each.isTextual()) {
        texts.add(each.textValue());
      } else {
        fault("`" + key + "` must hold texts");
      }
    }
    return texts;
  }

  @Nullable Remark optionalRemark(String key) {
    if (!has(key) && !has(key + "Zh")) {
      return null;
    }
    return new Remark(text(key), text(key + "Zh"));
  }

  List<Remark> remarks(String key) {
    List<String> english = texts(key);
    List<String> chinese = has(key + "Zh") || !english.isEmpty() ? texts(key + "Zh") : List.of();
    if (english.size() != chinese.size()) {
      fault("`" + key + "Zh` must say in Chinese what `" + key + "` says, one for one");
      return List.of();
    }
    List<Remark> remarks = new ArrayList<>();
    for (int i = 0; i < english.size(); i++) {
      remarks.add(new Remark(english.get(i), chinese.get(i)));
    }
    return remarks;
  }

  /**
   * The entries of a list.
   *
   * @param label the key that names an entry in faults; empty = its number alone
   */
  List<Entry> entries(String key, String label) {
    List<Entry> entries = new ArrayList<>();
    int index = 0;
    for (JsonNode each : array(key)) {
      String name = each.path(label).asText("");
      String where =
          (place.isEmpty() ? "" : place + ".")
              + key
              + "["
              + index++
              + "]"
              + (name.isEmpty() ? "" : " `" + name + "`");
      entries.add(new Entry(each, file, where, faults));
    }
    children.addAll(entries);
    return entries;
  }

  /** The object that stands under a key. */
  Entry entry(String key) {
    JsonNode value = value(key);
    if (!value.isObject()) {
      fault("`" + key + "` must be a map");
    }
    Entry entry = new Entry(value, file, (place.isEmpty() ? "" : place + ".") + key, faults);
    children.add(entry);
    return entry;
  }

  /** Notes every key, here and below, that nothing has read. */
  void refuseUnreadKeys() {
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!read.contains(key)) {
                fault("unknown key `" + key + "`");
              }
            });
    children.forEach(Entry::refuseUnreadKeys);
  }

  private Iterable<JsonNode> array(String key) {
    JsonNode value = value(key);
    if (!value.isArray()) {
      fault("`" + key + "` must be a list");
    }
    return value;
  }
}
