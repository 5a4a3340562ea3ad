package minsheng.contract.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A function within this JVM: one event in, one answer out, both JSON. */
@FunctionalInterface
public interface Handler {
  void handle(InputStream in, OutputStream out) throws IOException;
}
