package dev.beatcut.aws;

import dev.beatcut.announce.Outcome;
import dev.beatcut.announce.Tasks;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.InvalidOutputException;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;
import software.amazon.awssdk.services.sfn.model.ValidationException;

/** {@link Tasks} of Step Functions; the policy allows {@code states:SendTask*}. */
public final class StepFunctions implements Tasks {

    private final Supplier<SfnClient> client;

    public StepFunctions(Supplier<SfnClient> client) {
        this.client = client;
    }

    @Override
    public Outcome success(String token, String output) {
        return told(sfn -> sfn.sendTaskSuccess(send -> send.taskToken(token).output(output)));
    }

    @Override
    public Outcome failure(String token, String error, String cause) {
        return told(sfn ->
                sfn.sendTaskFailure(send -> send.taskToken(token).error(error).cause(cause)));
    }

    @Override
    public Outcome alive(String token) {
        return told(sfn -> sfn.sendTaskHeartbeat(send -> send.taskToken(token)));
    }

    private Outcome told(Consumer<SfnClient> call) {
        try {
            call.accept(client.get());
            return new Outcome.Delivered(null);
        } catch (TaskTimedOutException | TaskDoesNotExistException | InvalidTokenException nobodyWaits) {
            return SdkOutcome.never("No task waits any more", nobodyWaits);
        } catch (InvalidOutputException | ValidationException unacceptable) {
            return SdkOutcome.never("Step Functions does not take it", unacceptable);
        } catch (SdkException failed) {
            return SdkOutcome.later(failed);
        }
    }
}
