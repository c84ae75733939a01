package dev.beatcut.media;

import static dev.beatcut.access.Input.required;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import dev.beatcut.access.Functions;
import dev.beatcut.access.Input;
import dev.beatcut.access.Result;
import dev.beatcut.access.Worktime;
import io.quarkus.funqy.Funq;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * {@code upload}: {@code {name, size, type}} says where to put the bytes, {@code {mediaId}} that they are there,
 * {@code {url}} brings a file from there and stays until it is READY, {@code {key}} takes one that lies in the bucket's
 * folder {@code incoming/}.
 */
public class MediaFunctions {

    private final Functions functions;
    private final Delivery delivery;
    private final Worktime time;

    MediaFunctions(Functions functions, Delivery delivery, Worktime time) {
        this.functions = functions;
        this.delivery = delivery;
        this.time = time;
    }

    @RegisterForReflection
    record Brought(
            String owner,
            String idempotencyKey,
            String sessionId,
            String mediaId,
            String key,
            @JsonUnwrapped NewMedia file)
            implements Input.Keyed {

        Brought {
            required("sessionId", sessionId);
        }
    }

    @Funq("upload")
    public Result<MediaView> upload(JsonNode input) {
        var leave = time.leave();
        return functions.once(
                "upload",
                input,
                Brought.class,
                MediaView.class,
                (said, own) -> said.key() == null
                        ? delivery.bring(said.sessionId(), said.mediaId(), own, said.file(), leave)
                        : delivery.take(
                                said.sessionId(), own, said.key(), said.file().name()));
    }
}
