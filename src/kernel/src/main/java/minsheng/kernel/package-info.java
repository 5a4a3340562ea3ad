/**
 * The language that rules are written in: facts that may be unknown, conditions of three values,
 * dated parameters, money that is exact, and a decision in which every step carries its clause.
 *
 * <p>Plain Java: no framework, no input or output, no clock, no binary floating point.
 */
@NullMarked
package minsheng.kernel;

import org.jspecify.annotations.NullMarked;
