/**
 * The AWS Lambda adapter: hands requests of an API Gateway, payload 1.0 or 2.0, to the dispatcher,
 * and its responses back.
 */
@NullMarked
package minsheng.host.lambda;

import org.jspecify.annotations.NullMarked;
