package dev.beatcut.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.beatcut.access.Owner;
import dev.beatcut.access.Upstream;
import dev.beatcut.nemo.Balance;
import dev.beatcut.nemo.Credentials;
import dev.beatcut.nemo.Nemo;
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
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The upstream session that {@code session} says, on the NemoVideo wire. */
record NemoProject(Upstream upstream, Nemo nemo, Session session) implements Project {

    @Override
    public State state() {
        return call(credentials -> nemo.state(credentials, id()));
    }

    @Override
    public TurnOutcome say(String text, Instant leave, TurnListener listener) {
        return call(credentials -> nemo.run(credentials, id(), text, leave, listener));
    }

    @Override
    public Upload bring(URI url) {
        return call(credentials -> nemo.uploadUrls(credentials, id(), List.of(url)));
    }

    @Override
    public Upload bring(String fileName, String contentType, long size, Supplier<InputStream> bytes) {
        return call(credentials -> nemo.uploadFile(credentials, id(), fileName, contentType, size, bytes));
    }

    @Override
    public RenderJob submit(String renderId, JsonNode draft, RenderOutput output) {
        return call(credentials -> nemo.submitRender(credentials, renderId, id(), draft, output));
    }

    @Override
    public RenderJob render(String renderId) {
        return call(credentials -> nemo.render(credentials, renderId));
    }

    @Override
    public RenderJob cancel(String renderId) {
        return call(credentials -> nemo.cancelRender(credentials, renderId));
    }

    @Override
    public InputStream download(RenderJob finished) {
        return call(credentials -> nemo.download(credentials, finished));
    }

    @Override
    public Balance credits() {
        return call(nemo::credits);
    }

    @Override
    public Problem problem(NemoError failure) {
        return upstream.problem(new Owner(session.owner()), session.profile(), failure);
    }

    private String id() {
        return session.upstream().sessionId();
    }

    private <T> T call(Function<Credentials, T> request) {
        return upstream.call(new Owner(session.owner()), session.profile(), request);
    }
}
