/**
 * AWS Lambda on one machine: the runtime API a function polls, and the API Gateway in front of it.
 *
 * <p>With it the contract is checked against the very file that goes to the cloud, without a cloud:
 * {@link minsheng.contract.lambda.LambdaEmulator} is the way in. It answers for what the project
 * relies on and no more: authorizers, stages, limits of size and cold-start throttling are not
 * here.
 */
@NullMarked
package minsheng.contract.lambda;

import org.jspecify.annotations.NullMarked;
