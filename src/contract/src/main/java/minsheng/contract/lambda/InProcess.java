package minsheng.contract.lambda;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The function as an object of this JVM, so that a suite needs neither a package nor a process. */
final class InProcess implements Integration {
  private final Handler handler;
  private final Semaphore turn = new Semaphore(1, true);

  InProcess(Handler handler) {
    this.handler = handler;
  }

  @Override
  public byte[] invoke(byte[] event)
      throws FunctionException, TimeoutException, InterruptedException {
    if (!turn.tryAcquire(LambdaEmulator.LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new TimeoutException("an earlier invocation has not ended");
    }
    try {
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      handler.handle(new ByteArrayInputStream(event), answer);
      return answer.toByteArray();
    } catch (IOException | RuntimeException e) {
      throw new FunctionException("the handler threw " + e, e);
    } finally {
      turn.release();
    }
  }

  @Override
  public void close() {
    // The handler belongs to the caller.
  }
}
