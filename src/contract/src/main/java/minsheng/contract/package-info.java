/**
 * The public contract as tests: what every form of every function must answer, whether it runs on
 * the JVM, as a native executable or behind an API gateway on AWS Lambda.
 */
@NullMarked
package minsheng.contract;

import org.jspecify.annotations.NullMarked;
