package dev.beatcut.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import dev.beatcut.state.Heart;
import dev.beatcut.state.Pause;
import dev.beatcut.state.Records;
import dev.beatcut.state.Table;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/** An upstream that forgets its sessions; every call passes {@link #passing} before it does something and after. */
public final class FragileCloud {

    /** Living sessions and the files that each was given. */
    public final Map<String, List<String>> sessions = new LinkedHashMap<>();

    /** Sessions that were ever opened. */
    public final List<String> opened = new ArrayList<>();

    public final List<String> said = new ArrayList<>();
    public Runnable passing = () -> {};
    public Function<String, Problem> refusals = name -> null;

    private final AtomicInteger ids = new AtomicInteger();

    /** A process before it, with a table that others may share. */
    public Projects process(
            Table table,
            ObjectMapper json,
            InstantSource clock,
            Pause pause,
            Heart heart,
            Supplier<Holdings> holdings) {
        var records = Records.of(table, json, Session.class, clock);
        Supplier<String> holders = () -> "holder" + ids.incrementAndGet();
        var moving = new Moving(table, json, clock, pause, heart, holders, this::open, this::direct, holdings);
        return new Projects() {

            @Override
            public Session of(String owner, String id) {
                return records.get(Session.key(owner, id)).orElseThrow().value();
            }

            @Override
            public Project of(Session session) {
                return new LastingProject(session, FragileCloud.this::direct, moving);
            }
        };
    }

    /** A project that lives here. */
    public Session project(Table table, ObjectMapper json, InstantSource clock) {
        var session = FakeProject.SESSION.movedTo(open(FakeProject.SESSION), Instant.EPOCH);
        var settled = new Session(
                session.id(),
                session.owner(),
                session.name(),
                session.profile(),
                session.language(),
                session.createdAt(),
                session.upstream(),
                null);
        Records.of(table, json, Session.class, clock).insert(Session.key(session.owner(), session.id()), settled);
        return settled;
    }

    public synchronized void forget() {
        sessions.clear();
    }

    /** The files of the one session that is alive. */
    public List<String> files() {
        return List.copyOf(sessions.values().iterator().next());
    }

    private synchronized OpenedSession open(Session project) {
        passing.run();
        var id = "up" + (opened.size() + 1);
        opened.add(id);
        sessions.put(id, new ArrayList<>());
        passing.run();
        return new OpenedSession(id, null, null);
    }

    public Project direct(Session session) {
        return new Direct(session.upstream().sessionId());
    }

    private final class Direct implements Project {

        private final String id;

        Direct(String id) {
            this.id = id;
        }

        private List<String> files() {
            passing.run();
            synchronized (FragileCloud.this) {
                var files = sessions.get(id);
                if (files == null) {
                    throw new Problem(ProblemCode.UPSTREAM_SESSION_GONE, "1002", "-");
                }
                return files;
            }
        }

        private Upload take(String name, String address) {
            var files = files();
            var refusal = refusals.apply(name);
            if (refusal != null) {
                throw refusal;
            }
            files.add(name);
            passing.run();
            return new Upload(
                    List.of(new UploadedFile(name, "video", URI.create(address), null, null, null, null)), true);
        }

        @Override
        public State state() {
            files();
            return new State(null, List.of(), null, null);
        }

        @Override
        public TurnOutcome say(String text, Instant leave, TurnListener listener) {
            files();
            said.add(text);
            return new TurnOutcome.Spoke("Done.");
        }

        @Override
        public Upload bring(URI url) {
            return take(url.getPath().substring(url.getPath().lastIndexOf('/') + 1), url.toString());
        }

        @Override
        public Upload bring(String fileName, String contentType, long size, Supplier<InputStream> bytes) {
            return take(fileName, "https://cdn.example.com/" + fileName);
        }

        @Override
        public RenderJob submit(String renderId, JsonNode draft, RenderOutput output) {
            files();
            return render(renderId);
        }

        @Override
        public RenderJob render(String renderId) {
            if (renderId.equals("unknown")) {
                throw new Problem(ProblemCode.UPSTREAM_SESSION_GONE, "1002", "-");
            }
            return FakeProject.job(renderId, RenderStatus.PENDING, 0);
        }

        @Override
        public RenderJob cancel(String renderId) {
            return render(renderId);
        }

        @Override
        public InputStream download(RenderJob finished) {
            return InputStream.nullInputStream();
        }

        @Override
        public Balance credits() {
            return new Balance(1, 0, 1);
        }

        @Override
        public Problem problem(NemoError failure) {
            return Problem.invalid(failure.getMessage(), "-");
        }
    }
}
