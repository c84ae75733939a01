package dev.beatcut.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.beatcut.outside.Outside;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.session.FakeProject;
import dev.beatcut.session.IdKind;
import dev.beatcut.session.Session;
import dev.beatcut.state.Clockwork;
import dev.beatcut.state.MemoryTable;
import dev.beatcut.state.Records;
import dev.beatcut.state.Versioned;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinksTest {

    private static final Session SESSION = FakeProject.SESSION;
    private static final String OWN = "2".repeat(26);
    private static final URI CLIP = URI.create("https://93.184.216.34/clips/b.mp4");

    private final Clockwork time = new Clockwork();
    private final Records<MediaItem> items = Records.of(
            new MemoryTable(), new ObjectMapper().registerModule(new JavaTimeModule()), MediaItem.class, time);
    private final List<String> begun = new ArrayList<>();
    private final List<URI> checked = new ArrayList<>();
    private final Links links = new Links(items, new Willing(), time, (session, item) -> begun.add(item.name()));

    /** Lets everything through. */
    private final class Willing implements Outside {

        @Override
        public void check(URI url) {
            checked.add(url);
        }

        @Override
        public Answer post(URI url, Map<String, String> headers, byte[] body, Duration timeout) {
            throw new AssertionError("Nobody posts here");
        }
    }

    @Test
    void a_process_that_lives_on_fetches_at_once_and_is_taken_for_dead_after_a_minute() {
        var view = links.open(SESSION, OWN, linked(null), true);

        assertThat(view.status()).isEqualTo(MediaStatus.HANDING_OVER);
        assertThat(begun).containsExactly("b.mp4");
        assertThat(checked).containsExactly(CLIP);
        assertThat(stored().due()).isEqualTo(time.instant().plus(Arrivals.BUSY));
    }

    @Test
    void a_process_that_stops_with_its_answer_begins_nothing_and_leaves_it_to_the_next_sweep() {
        var view = links.open(SESSION, OWN, linked(null), false);

        assertThat(view.status()).isEqualTo(MediaStatus.HANDING_OVER);
        assertThat(begun).isEmpty();
        assertThat(stored().due()).isEqualTo(time.instant());
    }

    @Test
    void a_name_beside_the_url_is_the_files_name() {
        links.open(SESSION, OWN, linked("My clip.mov"), true);

        assertThat(stored().value().name()).isEqualTo("My clip.mov");
        assertThat(stored().value().format()).isEqualTo(Format.MOV);
    }

    @Test
    void a_name_has_up_to_200_characters_whether_it_is_said_or_read_from_the_url() {
        var longest = "a".repeat(196) + ".mp4";

        links.open(SESSION, OWN, linked(longest), true);

        assertThat(stored().value().name()).isEqualTo(longest);
        assertRefused(linked("a" + longest), "200");
        assertRefused(linked(" "), "200");
        assertRefused(new NewMedia(null, null, null, CLIP.resolve("a" + longest), null), "200");
    }

    @Test
    void what_is_said_of_bytes_that_are_put_is_refused_beside_a_url() {
        assertRefused(new NewMedia(null, 5L, null, CLIP, null), "\"size\"");
        assertRefused(new NewMedia(null, null, "video/mp4", CLIP, null), "\"type\"");
        assertRefused(new NewMedia(null, null, null, CLIP, true), "\"multipart\"");
    }

    private void assertRefused(NewMedia file, String why) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> links.open(SESSION, "3".repeat(26), file, true))
                .withMessageContaining(why)
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_REQUEST));
        assertThat(items.get(MediaItem.key(SESSION, IdKind.MEDIA.in(SESSION, "3".repeat(26)))))
                .isEmpty();
    }

    private static NewMedia linked(String name) {
        return new NewMedia(name, null, null, CLIP, null);
    }

    private Versioned<MediaItem> stored() {
        return items.get(MediaItem.key(SESSION, IdKind.MEDIA.in(SESSION, OWN))).orElseThrow();
    }
}
