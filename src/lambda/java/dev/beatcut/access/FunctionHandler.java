package dev.beatcut.access;

import com.amazonaws.services.lambda.runtime.Context;
import io.quarkus.funqy.lambda.FunqyStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.MDC;

/** The handler of the JVM artifact: Funqy's, which forgets until when the invocation may run. */
public final class FunctionHandler extends FunqyStreamHandler {

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        var deadline = Instant.now().plus(Duration.ofMillis(context.getRemainingTimeInMillis()));
        MDC.put(Functions.REQUEST_ID, context.getAwsRequestId());
        ScopedValue.where(Worktime.DEADLINE, deadline).<Void, IOException>call(() -> {
            super.handleRequest(input, output, context);
            return null;
        });
    }
}
