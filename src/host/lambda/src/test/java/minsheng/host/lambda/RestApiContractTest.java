package minsheng.host.lambda;

import minsheng.contract.lambda.PayloadFormat;

/** The contract, of the Lambda adapter on the JVM behind a REST API, payload 1.0. */
class RestApiContractTest extends AdapterContract {

  RestApiContractTest() {
    super(PayloadFormat.V1);
  }
}
