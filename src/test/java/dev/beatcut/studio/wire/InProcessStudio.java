package dev.beatcut.studio.wire;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.beatcut.objects.MemoryObjects;
import dev.beatcut.simulation.Workers;
import dev.beatcut.state.Heart;
import dev.beatcut.state.MemoryTable;
import dev.beatcut.state.Pause;
import dev.beatcut.state.Records;
import dev.beatcut.state.Versioned;
import dev.beatcut.state.VirtualTime;
import dev.beatcut.studio.library.Account;
import dev.beatcut.studio.library.Accounts;
import dev.beatcut.studio.library.Analyses;
import dev.beatcut.studio.library.Delivery;
import dev.beatcut.studio.library.Documents;
import dev.beatcut.studio.library.Editing;
import dev.beatcut.studio.library.FakeCraft;
import dev.beatcut.studio.library.Labour;
import dev.beatcut.studio.library.Mint;
import dev.beatcut.studio.library.RenderJob;
import dev.beatcut.studio.library.RenderRoom;
import dev.beatcut.studio.library.Renders;
import dev.beatcut.studio.library.Scratch;
import dev.beatcut.studio.library.Sessions;
import dev.beatcut.studio.library.Settings;
import dev.beatcut.studio.library.Shelf;
import dev.beatcut.studio.library.Turn;
import dev.beatcut.studio.library.Turns;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;

/**
 * A whole studio without sockets, threads or waiting: everything is done on the calling thread, delays are told instead
 * of waited for, and the same seed makes the same ids and meets the same faults. Not for several threads at once.
 */
public final class InProcessStudio implements AutoCloseable {

    /** What a turn was and what it cost; an edit costs its price, once, and nothing else costs anything. */
    public record Heard(String turn, String text, long at, Turn.Status status, long charged) {}

    private static final Pattern PATH = Pattern.compile("(?:https?://[^/]+)?(/[^?]*)(?:\\?.*)?");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** What stands in for listening, looking and filming. */
    public final FakeCraft craft = new FakeCraft();

    public final MemoryObjects objects;
    private final MemoryTable stored;
    private final TurnLog table;
    private final Workers workers;
    private final InstantSource clock;
    private final Settings settings;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Shelf shelf;
    private final Analyses analyses;
    private final Turns turns;
    private final Renders renders;
    private final RenderRoom room;
    private final Journey journey = new Journey();
    private Wire wire;

    /**
     * @param folder for files under way
     * @param seed of ids and faults
     * @param faults as in {@code beatcut.studio.faults}, one each
     */
    public InProcessStudio(Path folder, InstantSource clock, long seed, String... faults) {
        this(new Settings(folder, 1, 1_000_000, 100_000), clock, seed, faults);
    }

    public InProcessStudio(Settings settings, InstantSource clock, long seed, String... faults) {
        this(
                settings,
                clock,
                new MemoryTable(),
                new MemoryObjects("http://objects.test"),
                Runnable::run,
                Pause.REAL,
                Heart.REAL,
                seed,
                faults);
    }

    /** Another one that begins with what {@code like} has stored; its workers take their time on its clock. */
    public InProcessStudio(InProcessStudio like, VirtualTime time, long seed, String... faults) {
        this(
                new Settings(like.settings.scratch(), 1000, like.settings.credits(), like.settings.maxUpload()),
                time,
                like.stored.copy(),
                like.objects.copy(),
                work -> time.start(Duration.ZERO, work),
                time::pass,
                time,
                seed,
                faults);
    }

    private InProcessStudio(
            Settings settings,
            InstantSource clock,
            MemoryTable stored,
            MemoryObjects objects,
            Executor where,
            Pause pause,
            Heart heart,
            long seed,
            String... faults) {
        this.settings = settings;
        this.clock = clock;
        this.objects = objects;
        this.stored = stored;
        this.table = new TurnLog(stored, JSON);
        this.workers = new Workers(where);
        var mint = new Mint(new Random(seed));
        var scratch = new Scratch(settings);
        var documents = new Documents(objects, JSON);
        var labour = new Labour(table, JSON, clock, settings, mint, workers, pause, heart);
        this.accounts = new Accounts(table, JSON, clock, settings, mint);
        this.sessions = new Sessions(table, JSON, clock, documents, mint);
        this.shelf = new Shelf(table, JSON, clock, objects, sessions, scratch, craft, mint, settings);
        this.analyses = new Analyses(table, JSON, clock, documents, shelf, scratch, craft, labour, settings);
        var editing = new Editing(sessions, analyses);
        this.turns = new Turns(table, JSON, clock, sessions, accounts, editing, labour, mint, settings);
        this.renders = new Renders(table, JSON, clock, documents, mint);
        this.room = new RenderRoom(renders, documents, shelf, scratch, objects, craft, labour, clock, settings);
        misbehave(seed, faults);
    }

    /** From now on it misbehaves so; none: it is honest again. What is stored stays. */
    public void misbehave(long seed, String... faults) {
        var door = new Door(accounts, sessions);
        var desk = new Desk(settings, door, new Faults(List.of(faults), seed), () -> journey::pull, journey::pause);
        var json = new Json(JSON);
        var address = new Address(Optional.of(URI.create("http://studio.test")));
        var files = new Files(objects);
        this.wire = new Wire(
                new TokenResource(desk, accounts),
                new TaskResource(desk, sessions, json),
                new RunResource(desk, turns, json, JSON, settings, clock),
                new UploadResource(desk, new Arrivals(shelf, analyses, this::fetch, json), address),
                new CreditResource(desk, accounts),
                new StateResource(desk, sessions, analyses),
                new RenderResource(desk, renders, room, files, address, json),
                new FileResource(desk, shelf, renders, files));
    }

    private record Wire(
            TokenResource token,
            TaskResource task,
            RunResource run,
            UploadResource upload,
            CreditResource credit,
            StateResource state,
            RenderResource render,
            FileResource file) {}

    /**
     * @param path with or without a host
     * @param headers names in any case
     * @param body may be null
     */
    public Reply call(String method, String path, Map<String, String> headers, byte[] body) {
        var at = PATH.matcher(path);
        if (!at.matches()) {
            throw new IllegalArgumentException(path);
        }
        var said = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        said.putAll(headers);
        var bytes = new ByteArrayInputStream(body == null ? new byte[0] : body);
        journey.begin();
        try {
            return journey.end(route(method + " " + at.group(1), said, bytes), JSON);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    public Reply call(String method, String path, Map<String, String> headers, String body) {
        return call(method, path, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private Response route(String call, Map<String, String> headers, ByteArrayInputStream body) {
        var bearer = headers.get("Authorization");
        var range = headers.get("Range");
        var parts = call.split("/");
        var last = parts[parts.length - 1];
        return switch (Route.of(call)) {
            case TOKEN -> wire.token.issue(headers.get("X-Client-Id"));
            case SESSION -> wire.task.open(bearer, parts[3], body);
            case RUN -> wire.run.run(bearer, body);
            case UPLOAD -> wire.upload.upload(bearer, headers.get("Content-Type"), parts[4], last, null, body);
            case CREDITS -> wire.credit.balance(bearer);
            case STATE -> wire.state.latest(bearer, parts[4], parts[5]);
            case SUBMIT -> wire.render.submit(spoken(headers), bearer, null, body);
            case POLL -> wire.render.poll(bearer, last, null);
            case CANCEL -> wire.render.cancel(bearer, parts[5], null);
            case DOWNLOAD -> wire.render.download(bearer, range, parts[4]);
            case MEDIA -> wire.file.media(parts[3], range);
            case FILM -> wire.file.film(parts[3], parts[4], range);
        };
    }

    /** Files of the own object store are read where they are; there is no network to fetch others from. */
    private void fetch(URI url, Delivery delivery) throws IOException {
        var key = url.getPath().substring(1);
        try (var bytes = objects.open(key)) {
            delivery.receive(key, bytes);
        }
    }

    private static HttpHeaders spoken(Map<String, String> headers) {
        return (HttpHeaders) Proxy.newProxyInstance(
                HttpHeaders.class.getClassLoader(),
                new Class<?>[] {HttpHeaders.class},
                (proxy, method, arguments) -> headers.get((String) arguments[0]));
    }

    /** Every message of a session that was taken, in the order of their arrival, and what became of it. */
    public List<Heard> heard(String session) {
        return heard(table.of(session));
    }

    /** The same of all sessions, in the order of their arrival. */
    public List<Heard> heard() {
        return heard(table.all());
    }

    private static List<Heard> heard(Collection<Turn> turns) {
        return turns.stream()
                .map(turn -> new Heard(turn.id(), turn.text(), turn.createdAt(), turn.status(), charged(turn)))
                .toList();
    }

    private static long charged(Turn turn) {
        return turn.status() == Turn.Status.EDITED ? turn.price() : 0;
    }

    /** How many turns of all sessions are over. */
    public long turnsDone() {
        return table.all().stream().filter(Turn::isOver).count();
    }

    /** The account itself: what it lost must be what its turns were charged. */
    public Account account(String user) {
        return accounts.account(user);
    }

    public List<Account> accounts() {
        return Records.of(table, JSON, Account.class, clock)
                .list("studio/account", "", Integer.MAX_VALUE - 1, null)
                .values()
                .stream()
                .map(Versioned::value)
                .toList();
    }

    /** Every export that is known, as it stands. */
    public List<RenderJob> jobs() {
        return Records.of(table, JSON, RenderJob.class, clock)
                .list("studio/render", "", Integer.MAX_VALUE - 1, null)
                .values()
                .stream()
                .map(Versioned::value)
                .toList();
    }

    /** Work that broke off in a way that nobody foresaw; must be empty. */
    public List<RuntimeException> broken() {
        return workers.broken();
    }

    @Override
    public void close() {
        workers.shutdown();
    }
}
