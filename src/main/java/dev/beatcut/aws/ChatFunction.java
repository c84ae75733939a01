package dev.beatcut.aws;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.chat.Waking;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;

/** {@link Waking} by an asynchronous invoke of the function {@code chat}; the policy allows {@code lambda:InvokeFunction}. */
public final class ChatFunction implements Waking {

    private static final Logger LOG = Logger.getLogger(ChatFunction.class);

    private final Supplier<LambdaClient> client;
    private final String function;
    private final ObjectMapper json;

    /** @param function name or ARN, with its alias */
    public ChatFunction(Supplier<LambdaClient> client, String function, ObjectMapper json) {
        this.client = client;
        this.function = function;
        this.json = json;
    }

    @Override
    public boolean somebody() {
        return true;
    }

    @Override
    public void wake(String owner, String session) {
        var input = json.createObjectNode()
                .put("owner", owner)
                .put("sessionId", session)
                .put("wake", true);
        try {
            client.get().invoke(call -> call.functionName(function)
                    .invocationType(InvocationType.EVENT)
                    .payload(SdkBytes.fromUtf8String(input.toString())));
        } catch (SdkException lost) {
            LOG.warnf("chat was not woken for %s, the sweep will find it: %s", session, lost.getMessage());
        }
    }
}
