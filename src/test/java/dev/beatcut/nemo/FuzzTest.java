package dev.beatcut.nemo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Turns and bytes by chance; a failure names its seed. */
class FuzzTest {

    private static final int TURNS = 500;
    private static final List<String> LINE_ENDS = List.of("\n", "\r\n", "\r");
    private static final List<String> HEARTBEATS = List.of(
            ": keep-alive",
            "data:",
            "data: heartbeat",
            "event: ping\ndata: {}",
            "data: {\"type\":\"heartbeat\"}",
            "id: 7");
    private static final List<String> SCRAPS = List.of(
            "data:",
            "data: ",
            "event: error\n",
            "\n\n",
            "\r",
            "\n",
            "{\"error\"",
            "{\"type\":\"text\",\"content\":\"x\"}",
            "{\"content\":{\"parts\":[{\"text\":\"y\"}]}}",
            "[[[[",
            "{",
            "\"",
            "\0",
            "\uFEFF",
            ":",
            "{\"code\":1001}",
            "null");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_turn_is_the_same_however_it_is_told_and_cut(long seed) {
        var chance = new Random(seed);
        for (var i = 0; i < TURNS; i++) {
            var turn = ScriptedTurn.by(chance);
            var frames = chance.nextBoolean() ? turn.inAdk(chance) : turn.inFlat(chance);
            var stream = stream(frames, chance).getBytes(UTF_8);
            var recorder = new Recorder();
            var cuts = chance.ints(chance.nextInt(50), 0, stream.length + 1)
                    .sorted()
                    .toArray();
            assertThat(recorder.read(stream, cuts))
                    .as("turn %s of seed %s: %s", i, seed, frames)
                    .isEqualTo(turn.outcome());
            assertThat(recorder.shown)
                    .as("shown in turn %s of seed %s: %s", i, seed, frames)
                    .hasToString(turn.text());
            assertThat(recorder.tools).isEqualTo(turn.tools());
            assertThat(recorder.reducer.unreadable()).isZero();
        }
    }

    private static String stream(List<String> frames, RandomGenerator chance) {
        var stream = new StringBuilder(chance.nextInt(4) == 0 ? "\uFEFF" : "");
        for (var frame : frames) {
            for (var beats = chance.nextInt(3); beats > 0; beats--) {
                lines(HEARTBEATS.get(chance.nextInt(HEARTBEATS.size())) + "\n\n", stream, chance);
            }
            var lines = new StringBuilder(chance.nextInt(4) == 0 ? "id: 7\n" : "");
            for (var line : (chance.nextInt(4) == 0 ? pretty(frame) : frame).split("\n")) {
                lines.append(chance.nextBoolean() ? "data:" : "data: ")
                        .append(line)
                        .append('\n');
                lines.append(chance.nextInt(8) == 0 ? ": alive\n" : "");
            }
            lines(lines.append('\n').toString(), stream, chance);
        }
        return stream.toString();
    }

    private static void lines(String said, StringBuilder stream, RandomGenerator chance) {
        for (var line : said.split("\n", -1)) {
            stream.append(line).append(LINE_ENDS.get(chance.nextInt(3)));
        }
        stream.append(LINE_ENDS.get(chance.nextInt(3)));
    }

    private static String pretty(String json) {
        try {
            return Json.MAPPER.readTree(json).toPrettyString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void garbage_never_throws(long seed) {
        var chance = new Random(seed);
        for (var i = 0; i < TURNS; i++) {
            var garbage = new StringBuilder();
            for (var scraps = chance.nextInt(30); scraps > 0; scraps--) {
                var noise = new byte[chance.nextInt(8)];
                chance.nextBytes(noise);
                garbage.append(SCRAPS.get(chance.nextInt(SCRAPS.size()))).append(new String(noise, UTF_8));
            }
            assertThat(new Recorder().read(garbage.toString()))
                    .as("%s", garbage)
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void garbage_takes_bounded_memory(long seed) {
        var chance = new Random(seed);
        var longest = new AtomicInteger();
        var reader = new SseReader(new FrameSink() {
            @Override
            public void frame(Frame frame) {
                longest.accumulateAndGet(frame.data() == null ? 0 : frame.data().length(), Math::max);
            }

            @Override
            public void comment() {}

            @Override
            public void tooLong() {}

            @Override
            public void body(String body) {
                longest.accumulateAndGet(body.length(), Math::max);
            }
        });
        var piece = new byte[1024 * 1024];
        for (var i = 0; i < 20; i++) {
            chance.nextBytes(piece);
            for (var at = 0; at < piece.length; at++) {
                piece[at] = piece[at] == '\r' || piece[at] == '\n' ? (byte) ' ' : piece[at];
            }
            reader.read("\ndata: ".getBytes(UTF_8), 0, chance.nextInt(8));
            reader.read(piece, 0, piece.length);
            reader.read("\n\n".getBytes(UTF_8), 0, chance.nextInt(3));
        }
        reader.end();
        assertThat(longest.get()).isBetween(1, SseReader.LONGEST_FRAME);
    }
}
