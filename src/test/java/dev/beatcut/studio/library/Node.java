package dev.beatcut.studio.library;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.beatcut.laptop.FolderObjects;
import dev.beatcut.laptop.LinkSigner;
import dev.beatcut.state.Table;
import dev.beatcut.studio.plan.Plan;
import dev.beatcut.studio.plan.Planner;
import dev.beatcut.studio.plan.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/** One studio process, without a container, over a table and a folder that outlive it. */
final class Node implements AutoCloseable {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    final FakeCraft craft;
    final MortalTable table;
    final Accounts accounts;
    final Sessions sessions;
    final Shelf shelf;
    final Turns turns;
    final Renders renders;
    final RenderRoom room;
    final Recovery recovery;
    private final Labour labour;

    Node(Table shared, Path folder, InstantSource clock, FakeCraft craft, StudioSettings settings) {
        this(shared, folder, clock, craft, settings, new Planner()::plan);
    }

    Node(
            Table shared,
            Path folder,
            InstantSource clock,
            FakeCraft craft,
            StudioSettings settings,
            Function<Request, Plan> planner) {
        this.craft = craft;
        this.table = new MortalTable(shared);
        var mint = new Mint();
        var scratch = new Scratch(settings);
        var objects =
                new FolderObjects(folder, new LinkSigner(new byte[32], clock), () -> URI.create("http://127.0.0.1:1"));
        var documents = new Documents(objects, JSON);
        this.labour = new Labour(table, JSON, clock, settings, mint);
        this.accounts = new Accounts(table, JSON, clock, settings, mint);
        this.sessions = new Sessions(table, JSON, clock, documents, mint);
        this.shelf = new Shelf(table, JSON, clock, objects, sessions, scratch, craft, mint, settings);
        var analyses = new Analyses(table, JSON, clock, documents, shelf, scratch, craft, labour, settings);
        var editing = new Editing(sessions, analyses, planner);
        this.turns = new Turns(table, JSON, clock, sessions, accounts, editing, labour, mint, settings);
        this.renders = new Renders(table, JSON, clock, documents, mint);
        this.room = new RenderRoom(renders, documents, shelf, scratch, objects, craft, labour, clock, settings);
        this.recovery = new Recovery(table, turns, room, scratch, settings, clock);
    }

    /** A session of a new user with a clip and a song in it. */
    Session project(String client) {
        var session = sessions.open(accounts.issue(client).userId(), "project", "en");
        bring(session, "a.mp4", "clip a");
        bring(session, "b.mp3", "song b");
        return sessions.of(session.owner(), session.id());
    }

    List<Media> bring(Session session, String name, String content) {
        try (var delivery = shelf.delivery(URI.create("http://studio.test/"))) {
            delivery.receive(name, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
            return shelf.keep(session, delivery);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Account account(Session session) {
        return accounts.account(session.owner());
    }

    /** Its table is gone and its threads end: whatever it does from now on is not seen by anybody. */
    void kill() {
        table.kill();
        labour.close();
    }

    @Override
    public void close() {
        labour.close();
    }

    static final class Clock implements InstantSource {
        private volatile Instant now = Instant.parse("2026-03-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        void forward(java.time.Duration by) {
            now = now.plus(by);
        }
    }
}
