/**
 * Runs any set of functions for any transport: a request in, a response out, and nothing kept
 * between two of them. The two adapters, HTTP and AWS Lambda, only translate.
 */
@NullMarked
package minsheng.host;

import org.jspecify.annotations.NullMarked;
