package minsheng.host.lambda;

import minsheng.contract.lambda.PayloadFormat;

/** The contract, of the native Lambda behind a REST API, payload 1.0. */
class RestApiContractIT extends NativeLambdaContract {

  RestApiContractIT() {
    super(PayloadFormat.V1);
  }
}
