/**
 * One household, every policy: what is due, what could be, what is worth asking next, what would
 * change the answer, and when money comes. It knows policies as rules alone, never by name.
 */
@NullMarked
package minsheng.screening;

import org.jspecify.annotations.NullMarked;
