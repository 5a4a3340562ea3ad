package minsheng.host.lambda;

import minsheng.contract.lambda.PayloadFormat;

/** The contract, of the Lambda adapter on the JVM behind an HTTP API, payload 2.0. */
class HttpApiContractTest extends AdapterContract {

  HttpApiContractTest() {
    super(PayloadFormat.V2);
  }
}
