package dev.beatcut.access;

import com.amazonaws.services.lambda.runtime.Context;
import io.quarkus.funqy.lambda.FunqyStreamHandler;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.MDC;

/**
 * What the handler of the JVM artifact hands on to: Funqy, which forgets until when an invocation may run. While Quarkus
 * gets ready the SDK rehearses its first read; they meet before Quarkus makes clients of the SDK.
 */
public final class Invocations extends FunqyStreamHandler {

    public Invocations() {
        var rehearsal = Rehearsal.begin();
        super();
        rehearsal.end();
        Quarkus.manualStart();
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        var deadline = Instant.now().plus(Duration.ofMillis(context.getRemainingTimeInMillis()));
        MDC.put(Functions.REQUEST_ID, context.getAwsRequestId());
        try {
            ScopedValue.where(Worktime.DEADLINE, deadline).<Void, IOException>call(() -> {
                super.handleRequest(input, output, context);
                return null;
            });
        } finally {
            MDC.remove(Functions.REQUEST_ID);
        }
    }
}
