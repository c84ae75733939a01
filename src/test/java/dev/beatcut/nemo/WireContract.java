package dev.beatcut.nemo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All that the backend relies on at whatever answers the wire: tokens, sessions, files, messages, and exports. */
abstract class WireContract extends WireTurns {

    @Test
    void an_export_goes_from_pending_to_a_film() throws IOException {
        var somebody = somebody();
        var session = sessionWithTimeline(somebody);
        holdFilms();
        var under = EnumSet.of(RenderStatus.PENDING, RenderStatus.PROCESSING);

        assertThat(exports(somebody, session)).satisfies(job -> {
            assertThat(job.id()).isEqualTo(id);
            assertThat(under).contains(job.status());
            assertThat(job.outputUrl()).isNull();
        });
        await().until(() -> nemo.render(somebody, id).status() == RenderStatus.PROCESSING);
        letFilmsGo();

        var film = ended(somebody);
        assertThat(film.id()).isEqualTo(id);
        assertThat(film.status()).as(film.error()).isEqualTo(RenderStatus.COMPLETED);
        assertThat(film.progress()).isEqualTo(100);
        assertThat(film.outputUrl()).isNotNull();
        assertThat(nemo.render(somebody, id)).isEqualTo(film);
    }

    @Test
    void a_film_is_for_whoever_has_its_address_and_by_its_id_for_its_owner() throws IOException {
        var somebody = somebody();
        exports(somebody, sessionWithTimeline(somebody));
        var film = ended(somebody);
        var byId = new RenderJob(id, RenderStatus.COMPLETED, 100, null, null, null, null);
        var other = new Credentials("nmv_usr_bad", SKILL);

        for (var bytes : List.of(nemo.download(other, film), nemo.download(somebody, byId))) {
            try (bytes) {
                assertThat(bytes).hasContent("film");
            }
        }
        refused(NemoErrorKind.TOKEN_REFUSED, () -> nemo.download(other, byId));
    }

    @Test
    void an_export_sent_twice_is_one_job_whether_the_second_is_refused_or_not() {
        var somebody = somebody();
        var session = sessionWithTimeline(somebody);
        holdFilms();
        exports(somebody, session);

        var error = catchThrowableOfType(
                NemoError.class,
                () -> assertThat(exports(somebody, session).id()).isEqualTo(id));

        assertThat(error == null || error.kind() == NemoErrorKind.BAD_REQUEST)
                .as("%s", error)
                .isTrue();
        letFilmsGo();
        assertThat(ended(somebody).status()).isEqualTo(RenderStatus.COMPLETED);
    }

    @Test
    void an_export_that_fails_says_why() throws IOException {
        var somebody = somebody();
        submits(somebody, sessionOf(somebody), json(DRAFT_OF_NOTHING));

        var job = ended(somebody);

        assertThat(job.status()).isEqualTo(RenderStatus.FAILED);
        assertThat(job.error()).contains("uploaded file");
        assertThat(job.outputUrl()).isNull();
    }

    @Test
    void an_export_called_off_gives_no_film() {
        var somebody = somebody();
        var session = sessionWithTimeline(somebody);
        holdFilms();
        exports(somebody, session);

        var off = EnumSet.of(RenderStatus.FAILED, RenderStatus.CANCELLED);
        assertThat(off).contains(nemo.cancelRender(somebody, id).status());
        letFilmsGo();

        var job = nemo.render(somebody, id);
        assertThat(off).contains(job.status());
        assertThat(job.outputUrl()).isNull();
    }

    @Test
    void an_export_that_nobody_asked_for_is_not_found() {
        var somebody = somebody();

        refused(NemoErrorKind.NOT_FOUND, () -> nemo.render(somebody, "render_unknown"));
    }

    @Test
    void a_draft_without_segments_is_refused_and_no_job() throws IOException {
        var somebody = somebody();
        var session = sessionOf(somebody);

        refused(NemoErrorKind.BAD_REQUEST, () -> submits(somebody, session, json("{}")));

        refused(NemoErrorKind.NOT_FOUND, () -> nemo.render(somebody, id));
    }

    @Test
    void an_export_without_attribution_is_402_before_anything_else() {
        var somebody = somebody();
        var nameless = new Credentials(somebody.token(), new Attribution("music-cog-online", "", "unknown"));

        refused(NemoErrorKind.EXPORT_BLOCKED, () -> submits(nameless, STRANGE, json("{}")));
    }
}
