package minsheng.host.lambda;

import minsheng.contract.lambda.PayloadFormat;

/** The contract, of the native Lambda behind an HTTP API, payload 2.0. */
class HttpApiContractIT extends NativeLambdaContract {

  HttpApiContractIT() {
    super(PayloadFormat.V2);
  }
}
