package dev.beatcut.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.access.Profile;
import dev.beatcut.nemo.Balance;
import dev.beatcut.nemo.NemoError;
import dev.beatcut.nemo.OpenedSession;
import dev.beatcut.nemo.RenderJob;
import dev.beatcut.nemo.RenderOutput;
import dev.beatcut.nemo.RenderStatus;
import dev.beatcut.nemo.State;
import dev.beatcut.nemo.TurnListener;
import dev.beatcut.nemo.TurnOutcome;
import dev.beatcut.nemo.Upload;
import dev.beatcut.nemo.UploadedFile;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** An upstream that does as it is told and remembers everything; every call passes {@link #passing}. */
public final class FakeProject implements Project, Projects {

    public static final Session SESSION = session("local", "en");

    public final List<String> heard = new ArrayList<>();
    public final List<URI> fetched = new ArrayList<>();
    public final List<String> streamed = new ArrayList<>();
    public final List<String> submitted = new ArrayList<>();
    public final List<JsonNode> submittedDrafts = new ArrayList<>();
    public final List<String> cancelled = new ArrayList<>();
    public final Map<String, RenderJob> jobs = new LinkedHashMap<>();
    public final Deque<Problem> refusals = new ArrayDeque<>();
    public BiFunction<String, TurnListener, TurnOutcome> agent = (text, listener) -> new TurnOutcome.Spoke("Done.");
    public JsonNode draft = draft(2);
    public Runnable passing = () -> {};
    public Runnable beforeHearing = () -> {};
    public Runnable reading = () -> {};
    public Instant leave = Instant.MAX;
    public UnaryOperator<Problem> failures = failure -> failure;

    public static Session session(String owner, String language) {
        return new Session(
                IdKind.session("0".repeat(26)),
                owner,
                "Trip",
                Profile.DEFAULT,
                language,
                Instant.EPOCH,
                new OpenedSession("5529798706024415232", "task", "anon_1"),
                null);
    }

    /** A timeline of so many seconds, one segment each; null for none. */
    public static JsonNode draft(int seconds) {
        var segments = new ArrayList<String>();
        for (int i = 0; i < seconds; i++) {
            segments.add("{\"id\":\"s%d\",\"s\":%d,\"d\":1000,\"src\":\"http://x/a.mp4\"}".formatted(i, i * 1000));
        }
        return json("{\"t\":[{\"tt\":0,\"id\":\"v\",\"sg\":[" + String.join(",", segments) + "]}],\"x-unknown\":7}");
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    @Override
    public Session of(String owner, String id) {
        return SESSION;
    }

    @Override
    public Project of(Session session) {
        return this;
    }

    @Override
    public State state() {
        reading.run();
        pass();
        return new State(draft, List.of(), null, null);
    }

    @Override
    public TurnOutcome say(String text, Instant leave, TurnListener listener) {
        pass();
        beforeHearing.run();
        listener.sending();
        heard.add(text);
        this.leave = leave;
        var outcome = agent.apply(text, listener);
        passing.run();
        return outcome;
    }

    @Override
    public Upload bring(URI url) {
        pass();
        fetched.add(url);
        return uploaded(url.toString());
    }

    @Override
    public Upload bring(String fileName, String contentType, long size, Supplier<InputStream> bytes) {
        pass();
        streamed.add(fileName);
        return uploaded(fileName);
    }

    private static Upload uploaded(String name) {
        return new Upload(
                List.of(new UploadedFile(name, "video", URI.create("http://x/a.mp4"), 1000L, 2, 2, "h")), true);
    }

    @Override
    public RenderJob submit(String renderId, JsonNode asked, RenderOutput output) {
        pass();
        submitted.add(renderId);
        submittedDrafts.add(asked);
        jobs.putIfAbsent(renderId, job(renderId, RenderStatus.PENDING, 0));
        passing.run();
        return jobs.get(renderId);
    }

    @Override
    public RenderJob render(String renderId) {
        pass();
        if (!jobs.containsKey(renderId)) {
            throw Problem.notFound("render", renderId);
        }
        return jobs.get(renderId);
    }

    @Override
    public RenderJob cancel(String renderId) {
        pass();
        if (!jobs.containsKey(renderId)) {
            throw Problem.notFound("render", renderId);
        }
        cancelled.add(renderId);
        return job(renderId, RenderStatus.CANCELLED, 0);
    }

    @Override
    public InputStream download(RenderJob finished) {
        pass();
        return new ByteArrayInputStream("film".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Balance credits() {
        return new Balance(90, 10, 100);
    }

    @Override
    public Problem problem(NemoError failure) {
        return failures.apply(new Problem(ProblemCode.UPSTREAM_REFUSED, failure.getMessage(), "Try again."));
    }

    /** Every job becomes {@code status}. */
    public void turn(RenderStatus status, int progress) {
        jobs.replaceAll((id, job) -> job(id, status, progress));
    }

    public static RenderJob job(String id, RenderStatus status, int progress) {
        var url = status == RenderStatus.COMPLETED ? URI.create("https://cdn.example.com/" + id + ".mp4") : null;
        var error = status == RenderStatus.FAILED ? "no memory" : null;
        return new RenderJob(id, status, progress, url, error, null, null);
    }

    private void pass() {
        passing.run();
        if (!refusals.isEmpty()) {
            throw refusals.removeFirst();
        }
    }
}
