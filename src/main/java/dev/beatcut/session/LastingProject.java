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
import dev.beatcut.problem.ProblemCode;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A project that outlives its upstream session. Each call that names the session names the present one; where the
 * upstream no longer knows it, the project is moved and the call, of which nothing was run, is refused with what the
 * owner has to know. A file goes along without a word, so whoever speaks next is told. Renders and credits are asked for
 * without the session.
 *
 * @param direct calls the upstream session that a project says
 */
record LastingProject(Session session, Function<Session, Project> direct, Moving moving) implements Project {

    @Override
    public State state() {
        return inSession(true, Project::state);
    }

    @Override
    public TurnOutcome say(String text, Instant leave, TurnListener listener) {
        return inSession(true, project -> project.say(text, leave, listener));
    }

    @Override
    public Upload bring(URI url) {
        return inSession(false, project -> project.bring(url));
    }

    @Override
    public Upload bring(String fileName, String contentType, long size, Supplier<InputStream> bytes) {
        return inSession(false, project -> project.bring(fileName, contentType, size, bytes));
    }

    @Override
    public RenderJob submit(String renderId, JsonNode draft, RenderOutput output) {
        return inSession(true, project -> project.submit(renderId, draft, output));
    }

    @Override
    public RenderJob render(String renderId) {
        return direct.apply(session).render(renderId);
    }

    @Override
    public RenderJob cancel(String renderId) {
        return direct.apply(session).cancel(renderId);
    }

    @Override
    public InputStream download(RenderJob finished) {
        return direct.apply(session).download(finished);
    }

    @Override
    public Balance credits() {
        return direct.apply(session).credits();
    }

    @Override
    public Problem problem(NemoError failure) {
        return direct.apply(session).problem(failure);
    }

    /** @param tells the owner hears what is refused */
    private <T> T inSession(boolean tells, Function<Project, T> call) {
        var now = moving.settled(session, tells);
        try {
            return call.apply(direct.apply(now));
        } catch (Problem refused) {
            throw refused.code() == ProblemCode.UPSTREAM_SESSION_GONE
                    ? moving.move(now, now.upstream(), tells)
                    : refused;
        }
    }
}
