package minsheng.kernel;

import org.jspecify.annotations.Nullable;

/**
 * A clause of a law, notice or report.
 *
 * @param number the document's number, such as 哈发〔2022〕22号
 * @param issued the day, month or year of issue, where it is known
 * @param quote the exact words; null when they were not read, and then {@code summary} has ours
 * @param seed the source document that the quote was taken from
 * @param address the public page that the quote was taken from
 */
public record Clause(
    String id,
    String document,
    @Nullable String number,
    @Nullable String issued,
    String section,
    @Nullable String quote,
    @Nullable String summary,
    Evidence evidence,
    @Nullable String seed,
    @Nullable String address,
    @Nullable Remark note) {}
