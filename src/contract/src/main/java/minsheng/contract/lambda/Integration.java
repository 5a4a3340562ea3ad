package minsheng.contract.lambda;

import java.util.concurrent.TimeoutException;

/** What stands behind the gateway. It takes one event at a time; further ones wait their turn. */
interface Integration extends AutoCloseable {
  byte[] invoke(byte[] event) throws FunctionException, TimeoutException, InterruptedException;

  @Override
  void close();
}
