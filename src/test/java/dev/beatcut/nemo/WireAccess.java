package dev.beatcut.nemo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What the backend relies on for tokens, sessions and files. */
abstract class WireAccess extends WireScenes {

    @Test
    void a_token_is_for_an_anonymous_user_with_a_hundred_credits_and_seven_days() {
        var token = nemo.anonymousToken(client());

        assertThat(token.token()).startsWith("nmv_usr_");
        assertThat(token.credits()).isEqualTo(100);
        if (weekFromNow() == null) {
            assertThat(token.expiresAt()).isNull();
        } else {
            assertThat(token.expiresAt()).isBetween(weekFromNow().minusSeconds(120), weekFromNow());
        }
        assertThat(nemo.credits(new Credentials(token.token(), SKILL))).isEqualTo(new Balance(100, 0, 100));
    }

    @Test
    void a_token_wants_a_client_id_and_a_client_gets_one_token_only() {
        refused(NemoErrorKind.BAD_REQUEST, () -> nemo.anonymousToken(null));
        var client = client();
        nemo.anonymousToken(client);

        refused(NemoErrorKind.RATE_LIMITED, () -> nemo.anonymousToken(client));
    }

    @Test
    void a_session_has_an_id_of_more_digits_than_a_double_holds_and_is_found_by_it() {
        var somebody = somebody();
        for (var language : new String[] {"zh-CN", null}) {
            var session = nemo.openSession(somebody, "project", language).sessionId();

            assertThat(session).matches("\\d+");
            assertThat(new BigInteger(session)).isGreaterThan(BigInteger.TWO.pow(53));
            assertThat(nemo.state(somebody, session).draft()).isNull();
        }
    }

    @Test
    void a_bad_token_is_1001_at_every_door() {
        var session = sessionOf(somebody());
        var bad = new Credentials("nmv_usr_bad", SKILL);
        Stream.<ThrowingCallable>of(
                        () -> nemo.openSession(bad, "project", "en"),
                        () -> brings(bad, session, "city.mp4", "video/mp4", "clip city"),
                        () -> nemo.uploadUrls(bad, session, List.of(link())),
                        () -> nemo.credits(bad),
                        () -> nemo.state(bad, session),
                        () -> says(bad, session, EDIT),
                        () -> submits(bad, session, json("{\"t\":[{\"tt\":0,\"sg\":[{\"s\":0,\"d\":1}]}]}")),
                        () -> nemo.render(bad, id),
                        () -> nemo.cancelRender(bad, id))
                .forEach(call -> refused(NemoErrorKind.TOKEN_REFUSED, call));
    }

    @Test
    void a_session_that_nobody_opened_is_1002() {
        var somebody = somebody();
        Stream.<ThrowingCallable>of(
                        () -> brings(somebody, STRANGE, "city.mp4", "video/mp4", "clip city"),
                        () -> nemo.state(somebody, STRANGE),
                        () -> says(somebody, STRANGE, EDIT))
                .forEach(call -> refused(NemoErrorKind.SESSION_GONE, call));
    }

    @Test
    void files_of_several_types_are_brought_and_are_in_the_session_at_once() {
        var somebody = somebody();
        var session = sessionOf(somebody);

        var clip = brings(somebody, session, "city.mp4", "video/mp4", "clip city");
        var song = brings(somebody, session, "song.mp3", "audio/mpeg", "song " + id);

        assertThat(clip.applied() && song.applied()).isTrue();
        assertThat(clip.files())
                .extracting(UploadedFile::fileName, UploadedFile::fileType, UploadedFile::durationMs)
                .containsExactly(tuple("city.mp4", "video", cityMs()));
        assertThat(clip.files().getFirst()).satisfies(file -> {
            assertThat(file.cdnUrl()).hasScheme(upstream().getScheme());
            assertThat(file.width()).isPositive();
            assertThat(file.height()).isPositive();
        });
        assertThat(song.files())
                .extracting(UploadedFile::fileName, UploadedFile::fileType)
                .containsExactly(tuple("song.mp3", "audio"));
        var state = nemo.state(somebody, session);
        assertThat(state.media())
                .extracting(MediaSeen::fileName, MediaSeen::url)
                .containsExactlyInAnyOrder(
                        tuple("city.mp4", clip.files().getFirst().cdnUrl()),
                        tuple("song.mp3", song.files().getFirst().cdnUrl()));
        assertThat(state.draft()).isNull();
    }

    @Test
    void a_file_is_brought_by_its_address() {
        var somebody = somebody();
        var session = sessionOf(somebody);

        var upload = nemo.uploadUrls(somebody, session, List.of(link()));

        assertThat(upload.applied()).isTrue();
        assertThat(upload.files())
                .extracting(UploadedFile::fileName, UploadedFile::durationMs)
                .containsExactly(tuple("city.mp4", cityMs()));
        assertThat(nemo.state(somebody, session).media())
                .extracting(MediaSeen::fileName)
                .containsExactly("city.mp4");
    }

    @Test
    void another_type_is_4001_too_many_bytes_are_4002_and_neither_is_kept() {
        var somebody = somebody();
        var session = sessionOf(somebody);

        refused(NemoErrorKind.FILE_TYPE, () -> brings(somebody, session, "notes.txt", "text/plain", "just text"));
        refused(
                NemoErrorKind.FILE_SIZE,
                () -> brings(somebody, session, "long.mp4", "video/mp4", "clip " + "x".repeat(200_000)));

        assertThat(nemo.state(somebody, session).media()).isEmpty();
    }
}
