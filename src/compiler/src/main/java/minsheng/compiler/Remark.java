package minsheng.compiler;

import org.jspecify.annotations.Nullable;

/**
 * A text of the file's author in English, and the same in Chinese under the key with {@code Zh}.
 */
record Remark(String en, String zh) {

  /** The kernel's remark, as Java. */
  static String expression(@Nullable Remark remark) {
    return remark == null
        ? "null"
        : "new Remark(%s, %s)".formatted(Java.string(remark.zh), Java.string(remark.en));
  }
}
