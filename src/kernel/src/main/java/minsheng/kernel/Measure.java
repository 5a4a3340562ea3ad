package minsheng.kernel;

/**
 * A measure that a source names without any number or condition: there is nothing to decide, and
 * nothing to do but to ask.
 *
 * @param authority whom to ask: the department in charge of the matter, which the clause does not
 *     name
 */
public record Measure(String id, String nameZh, String nameEn, String authority, Clause clause) {}
