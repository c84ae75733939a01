package dev.beatcut.studio.render;

import static dev.beatcut.studio.render.Workshop.m;
import static dev.beatcut.studio.render.Workshop.shot;
import static dev.beatcut.studio.render.Workshop.timeline;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.beatcut.timeline.Segment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilmTitleTest {

    private static final Typeface TYPEFACE = Typeface.bundled();

    private static Workshop workshop;
    private static Path dark;

    @BeforeAll
    static void open(@TempDir Path folder) {
        workshop = new Workshop(folder);
        dark = workshop.plain("dark.mp4", "black", "30", 3);
    }

    private static List<byte[]> film(int shots, Segment... titles) {
        var all = new ArrayList<Segment>();
        for (int i = 0; i < shots; i++) {
            all.add(shot(1500L * i / shots, 1500L * (i + 1) / shots, dark, 0));
        }
        var film = workshop.film(timeline(1500, all, List.of(), List.of(titles)));
        return workshop.frames(film.file(), "gray", 1);
    }

    private static Segment title(String text, long start, long duration, ObjectNode m) {
        return Segment.text(null, start, duration, text, m);
    }

    private static long bright(byte[] frame, double fromY, double toY) {
        int from = (int) (fromY * Workshop.HEIGHT) * Workshop.WIDTH;
        int to = (int) (toY * Workshop.HEIGHT) * Workshop.WIDTH;
        return IntStream.range(from, to).filter(i -> (frame[i] & 0xFF) > 150).count();
    }

    @Test
    void isThereInItsTimeAndNotBeforeOrAfterAcrossReels() {
        var frames = film(15, title("Urban Dreams", 300, 900, m().put("position", "top-center")));

        for (int n = 0; n < 45; n++) {
            long seen = bright(frames.get(n), 0, 1);
            if (n < 9 || n >= 36) {
                assertThat(seen).as("frame " + n).isZero();
            } else if (n >= 18 && n < 27) {
                assertThat(seen).as("frame " + n).isGreaterThan(150);
            }
        }
    }

    @Test
    void fadesInAndOutUnlessToldNotTo() {
        var faded = film(1, title("HHHH", 0, 1500, m()));
        var hard = film(1, title("HHHH", 0, 1500, m().put("anim_in", "none").put("anim_out", "none")));

        assertThat(bright(faded.get(1), 0, 1)).isZero();
        assertThat(bright(faded.get(44), 0, 1)).isZero();
        assertThat(bright(hard.get(0), 0, 1)).isPositive().isEqualTo(bright(hard.get(44), 0, 1));
    }

    @Test
    void sitsWhereItIsAskedToClearOfTheAppsOwnButtons() {
        var top =
                film(1, title("Top", 0, 1500, m().put("position", "top-left"))).get(20);
        var centre =
                film(1, title("Centre", 0, 1500, m().put("position", "center"))).get(20);
        var bottom = film(1, title("Bottom", 0, 1500, m().put("position", "bottom-center")))
                .get(20);

        assertThat(bright(top, 0, 0.12)).isZero();
        assertThat(bright(top, 0.12, 0.25)).isPositive();
        assertThat(bright(centre, 0.4, 0.6)).isEqualTo(bright(centre, 0, 1)).isPositive();
        assertThat(bright(bottom, 0.82, 1)).isZero();
        assertThat(bright(bottom, 0.65, 0.82)).isPositive();
    }

    @Test
    void chineseIsDrawnAndNotAsBoxesForMissingGlyphs() {
        var city = film(1, title("城市", 0, 1500, m())).get(20);
        var dream = film(1, title("之梦", 0, 1500, m())).get(20);

        assertThat(bright(city, 0, 1)).isGreaterThan(100);
        assertThat(bright(dream, 0, 1)).isGreaterThan(50);
        assertThat(Arrays.mismatch(city, dream)).as("boxes would look alike").isNotNegative();
        assertThat(TYPEFACE.drawable("城市之梦")).isEqualTo("城市之梦");
    }

    @Test
    void whatTheFontLacksIsLeftOut() {
        var plain = film(1, title("Go now", 0, 1500, m())).get(20);
        var emoji = film(1, title("Go 😀👩‍👩‍👧 now", 0, 1500, m())).get(20);

        assertThat(emoji).isEqualTo(plain);
        assertThat(bright(film(1, title("😀", 0, 1500, m())).get(20), 0, 1)).isZero();
    }

    @Test
    void everyCharacterIsTakenAsItIs() {
        var odd = "50% [off]: it's \\n {a}, \"b\"; %{pts}";

        assertThat(bright(film(1, title(odd, 0, 1500, m())).get(20), 0, 1)).isPositive();
        assertThat(TYPEFACE.drawable(odd)).isEqualTo(odd);
    }

    @Test
    void hasTheAskedColour() {
        var red = timeline(
                300,
                List.of(shot(0, 300, dark, 0)),
                List.of(),
                List.of(title("HHHH", 0, 300, m().put("color", "#FF0000").put("size", "large"))));
        var frame = workshop.frames(workshop.film(red).file(), "rgb24", 3).get(5);

        long reds = IntStream.range(0, frame.length / 3)
                .filter(i -> (frame[3 * i] & 0xFF) > 180 && (frame[3 * i + 1] & 0xFF) < 60)
                .count();
        assertThat(reds).isGreaterThan(50);
    }

    @Test
    void longTitlesWrapAndShrinkIntoTheFrame() {
        for (var text : List.of(
                "A very long title that nobody would ever want to read on a telephone, but there it is",
                "在一座从不睡觉的城市里寻找光芒在一座从不睡觉的城市里寻找光芒",
                "Donaudampfschifffahrtsgesellschaftskapitän")) {
            var lines = TitleLines.fit(text, TYPEFACE, 97, 900);
            assertThat(lines.lines()).hasSizeBetween(1, 3);
            assertThat(String.join("", lines.lines()).replace(" ", "")).isEqualTo(text.replace(" ", ""));
            assertThat(lines.lines()).allMatch(line -> TYPEFACE.width(line) * lines.size() <= 900);
        }
        assertThat(TitleLines.fit("Urban Dreams", TYPEFACE, 97, 900))
                .isEqualTo(new TitleLines(List.of("Urban Dreams"), 97));
    }
}
