package dev.beatcut.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.beatcut.nemo.Balance;
import dev.beatcut.nemo.NemoError;
import dev.beatcut.nemo.RenderJob;
import dev.beatcut.nemo.RenderOutput;
import dev.beatcut.nemo.State;
import dev.beatcut.nemo.TurnListener;
import dev.beatcut.nemo.TurnOutcome;
import dev.beatcut.nemo.Upload;
import dev.beatcut.problem.Problem;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * A session's project upstream, with its owner's token. Calls block; what the upstream refuses comes as a
 * {@link Problem}.
 */
public interface Project {

    State state();

    /** Sends a message, once, and stays until the stream has ended, or until {@code leave}. */
    TurnOutcome say(String text, Instant leave, TurnListener listener);

    /** Hands over a file that the upstream fetches. */
    Upload bring(URI url);

    /** Hands over a file's bytes; {@code bytes} opens them anew. */
    Upload bring(String fileName, String contentType, long size, Supplier<InputStream> bytes);

    /** @param draft as read, unchanged */
    RenderJob submit(String renderId, JsonNode draft, RenderOutput output);

    /** @throws Problem NOT_FOUND if the upstream has never heard of it */
    RenderJob render(String renderId);

    RenderJob cancel(String renderId);

    InputStream download(RenderJob finished);

    Balance credits();

    /** What a failure within a turn means to the session's owner. */
    Problem problem(NemoError failure);
}
