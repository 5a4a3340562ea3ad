package minsheng.contract.lambda;

import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON from maps, lists, strings, numbers, booleans and null.
 *
 * <p>By hand, so that whoever only drives {@link RuntimeApi} (the measurement of cold starts) needs
 * these classes and no library beside them.
 */
final class Json {
  private final StringBuilder text = new StringBuilder();

  private Json() {}

  static String write(@Nullable Object value) {
    Json json = new Json();
    json.value(value);
    return json.text.toString();
  }

  private void value(@Nullable Object value) {
    switch (value) {
      case null -> text.append("null");
      case String string -> string(string);
      case Map<?, ?> map -> object(map);
      case Iterable<?> list -> array(list);
      case Number number -> text.append(number);
      case Boolean bool -> text.append(bool);
      default -> throw new IllegalArgumentException("not a JSON value: " + value.getClass());
    }
  }

  private void object(Map<?, ?> map) {
    text.append('{');
    Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<?, ?> entry = entries.next();
      string((String) entry.getKey());
      text.append(':');
      value(entry.getValue());
      if (entries.hasNext()) {
        text.append(',');
      }
    }
    text.append('}');
  }

  private void array(Iterable<?> list) {
    text.append('[');
    Iterator<?> items = list.iterator();
    while (items.hasNext()) {
      value(items.next());
      if (items.hasNext()) {
        text.append(',');
      }
    }
    text.append(']');
  }

  private void string(String string) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (c < ' ') {
            text.append(String.format("\\u%04x", (int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }
}
