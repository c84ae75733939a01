package dev.beatcut.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.beatcut.nemo.MediaSeen;
import dev.beatcut.nemo.State;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class BeatsTest {

    private static State state(JsonNode beats) {
        var song = new MediaSeen("song.mp3", "audio", null, 60_000L, null, null, "h");
        return new State(null, List.of(song), beats, JsonNodeFactory.instance.objectNode());
    }

    private static Problem asked(State state) {
        return catchThrowableOfType(Problem.class, () -> Beats.of(state));
    }

    @Test
    void a_song_that_was_not_listened_to_yet_is_no_upstream_without_beats() {
        var problem = asked(state(JsonNodeFactory.instance.objectNode()));
        assertThat(problem.code()).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(problem.next()).contains("cut to the beat");
    }

    @Test
    void an_upstream_without_beats_is_said_to_have_none() {
        assertThat(asked(state(null)).code()).isEqualTo(ProblemCode.UPSTREAM_HAS_NO_BEATS);
    }
}
