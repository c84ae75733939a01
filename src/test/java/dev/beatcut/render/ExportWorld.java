package dev.beatcut.render;

import dev.beatcut.nemo.TurnListener;
import dev.beatcut.session.Session;
import dev.beatcut.simulation.Life;
import dev.beatcut.simulation.Road;
import dev.beatcut.simulation.Rooms;
import dev.beatcut.state.MemoryTable;
import dev.beatcut.state.VirtualTime;
import dev.beatcut.studio.wire.InProcessStudio;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/** What all histories begin with: a session whose timeline can be exported, in our table and in the studio. */
final class ExportWorld {

    static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final long SEED = -1;

    final MemoryTable table = new MemoryTable();
    final InProcessStudio studio;
    Session session;

    ExportWorld(Path folder) {
        var time = new VirtualTime(START.minus(Duration.ofHours(1)));
        studio = new InProcessStudio(folder, time, SEED);
        var random = new Random(SEED);
        var rooms =
                Rooms.of(table, time, studio, new Life(time, () -> false, () -> {}), Road.CLEAR, () -> name(random));
        time.start(Duration.ZERO, () -> prepare(rooms));
        time.run(START);
    }

    static String name(Random random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private void prepare(Rooms rooms) {
        session = rooms.projects().open("%026d".formatted(1), "en");
        bring(rooms, 1, "media/city.mp4", "clip 1");
        bring(rooms, 2, "media/song.mp3", "song 1");
        rooms.projects()
                .sessions()
                .of(session)
                .say("cut on every second beat, 3 seconds", Instant.MAX, new TurnListener() {});
    }

    private void bring(Rooms rooms, int number, String name, String content) {
        studio.objects.kept.put(name, content.getBytes(StandardCharsets.UTF_8));
        rooms.media().bring(session, "%026d".formatted(number), studio.objects.link(name, null, Duration.ofHours(1)));
    }
}
