package dev.beatcut.nemo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What the backend relies on for messages. */
abstract class WireTurns extends WireAccess {

    @Test
    void an_edit_is_told_once_and_is_in_the_state_as_tracks_and_milliseconds() {
        var somebody = somebody();
        var session = sessionWithFiles(somebody);
        var ear = new Ear();

        var outcome = says(somebody, session, EDIT, ear);

        assertThat(outcome).isInstanceOf(TurnOutcome.Spoke.class);
        assertThat(String.join("", ear.said)).isEqualTo(outcome.text());
        assertThat(outcome.text().split("(?<=[.!?])\\s+")).doesNotHaveDuplicates();
        assertThat(ear.tools).isNotEmpty();
        assertThat(outcome.text()).doesNotContain(ear.tools);
        var state = nemo.state(somebody, session);
        assertThat(state.media()).hasSize(2);
        assertThat(tracks(state.draft()))
                .extracting(track -> track.path("tt").asInt())
                .containsExactly(0, 1, 7);
        assertThat(state.draft().path("d").asLong()).isEqualTo(10_000);
        assertThat(state.draft().path("m").path("width").asInt()).isEqualTo(1080);
        assertThat(tracks(state.draft())).extracting(WireTurns::length).containsExactly(10_000L, 10_000L, 3_000L);
        assertThat(state.draft().path("t").get(2).path("sg").toString()).contains("Urban Dreams");
    }

    @Test
    void edits_of_one_session_build_on_each_other() {
        var somebody = somebody();
        var session = sessionWithTimeline(somebody);

        assertThat(says(somebody, session, LATER)).isInstanceOf(TurnOutcome.Spoke.class);

        var draft = nemo.state(somebody, session).draft();
        assertThat(draft.path("t").get(2).path("sg").toString())
                .contains("Later")
                .doesNotContain("Urban Dreams");
        assertThat(length(draft.path("t").get(0))).isEqualTo(10_000);
    }

    @Test
    void a_long_edit_beats_without_a_word_and_freezes_what_it_will_cost() {
        var somebody = somebody();
        holdEdits();
        var session = sessionWithFiles(somebody);
        var during = new ArrayList<Balance>();
        var ear = new Ear() {
            @Override
            public void alive() {
                if (beats++ == 0) {
                    assertThat(said).isEmpty();
                    during.add(nemo.credits(somebody));
                    letEditsGo();
                }
            }
        };

        var outcome = says(somebody, session, EDIT, ear);

        assertThat(ear.beats).isPositive();
        assertThat(outcome.text()).isNotBlank().doesNotContain("heartbeat", "{");
        assertThat(during).singleElement().satisfies(balance -> {
            assertThat(balance.frozen()).isPositive();
            assertThat(balance.available()).isEqualTo(100 - balance.frozen());
            assertThat(balance.total()).isEqualTo(100);
            assertThat(nemo.credits(somebody)).isEqualTo(new Balance(balance.available(), 0, balance.available()));
        });
    }

    @Test
    void without_credits_a_message_is_2001_names_the_user_if_any_and_changes_nothing() {
        var token = nemo.anonymousToken(client());
        var somebody = new Credentials(token.token(), SKILL);
        var opened = nemo.openSession(somebody, "project", "en");
        var session = opened.sessionId();
        brings(somebody, session, "city.mp4", "video/mp4", "clip city");
        brings(somebody, session, "song.mp3", "audio/mpeg", "song " + id);
        spendAll(somebody, session);
        var before = nemo.state(somebody, session).draft();

        var error = refused(NemoErrorKind.NO_CREDITS, () -> says(somebody, session, EDIT));

        assertThat(Stream.of(token.userId(), opened.userId(), error.userId().orElse(null))
                        .filter(Objects::nonNull)
                        .distinct())
                .as("the id that a registration link binds")
                .singleElement()
                .asString()
                .startsWith("anon_");
        assertThat(nemo.credits(somebody).available()).isZero();
        assertThat(nemo.state(somebody, session).draft()).isEqualTo(before);
    }

    @Test
    void a_message_without_words_is_refused() {
        var somebody = somebody();
        var session = sessionOf(somebody);

        refused(NemoErrorKind.BAD_REQUEST, () -> says(somebody, session, ""));
    }

    private static List<JsonNode> tracks(JsonNode draft) {
        return StreamSupport.stream(draft.path("t").spliterator(), false).toList();
    }

    private static long length(JsonNode track) {
        return StreamSupport.stream(track.path("sg").spliterator(), false)
                .mapToLong(segment -> segment.path("d").asLong())
                .sum();
    }
}
