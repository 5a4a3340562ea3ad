/**
 * Makes Java of the law's data, at build time: reads {@code vocabulary.yaml}, {@code
 * divisions.yaml} and each {@code policy.yaml}, refuses what is wrong in them by file and entry,
 * and writes the typed names that rules are written with.
 */
@NullMarked
package minsheng.compiler;

import org.jspecify.annotations.NullMarked;
