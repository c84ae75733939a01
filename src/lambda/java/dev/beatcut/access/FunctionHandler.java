package dev.beatcut.access;

import com.amazonaws.services.lambda.runtime.Context;
import io.quarkus.funqy.lambda.FunqyStreamHandler;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;

/**
 * The handler of the JVM artifact: Funqy's, which forgets until when the invocation may run. While Quarkus gets ready, the
 * SDK rehearses its first read; they meet before Quarkus makes clients of the SDK.
 */
public final class FunctionHandler extends FunqyStreamHandler {

    public FunctionHandler() {
        var rehearsal = Rehearsal.begin();
        super();
        rehearsal.end();
        Quarkus.manualStart();
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        var deadline = Instant.now().plus(Duration.ofMillis(context.getRemainingTimeInMillis()));
        ScopedValue.where(Worktime.DEADLINE, deadline).<Void, IOException>call(() -> {
            super.handleRequest(input, output, context);
            return null;
        });
    }
}
