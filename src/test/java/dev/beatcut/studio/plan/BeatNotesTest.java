package dev.beatcut.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.studio.beat.Beat;
import dev.beatcut.studio.beat.BeatGrid;
import dev.beatcut.studio.beat.Correction;
import dev.beatcut.studio.beat.Drop;
import dev.beatcut.studio.beat.Section;
import dev.beatcut.studio.beat.TempoCandidate;
import java.util.List;
import org.junit.jupiter.api.Test;

class BeatNotesTest {

    private static final BeatGrid HEARD = new BeatGrid(
            60,
            List.of(new TempoCandidate(120, 0.25)),
            2,
            List.of(new Beat(500, 2), new Beat(1_500, 1), new Beat(2_500, 2), new Beat(3_500, 1)),
            List.of(new Section(1_500, 3_500, 0.5, "build"), new Section(3_500, 5_000, 1, "drop")),
            List.of(new Drop(3_500, 0.75)),
            5_000);

    @Test
    void what_was_heard_is_told_in_full() throws Exception {
        assertThat(json(BeatNotes.of(HEARD).toString())).isEqualTo(json("""
                {"tempo": 60.0, "alternatives": [{"tempo": 120.0, "confidence": 0.25}], "metre": 2,
                 "beats": [500, 1500, 2500, 3500], "downbeats": [1, 3],
                 "sections": [{"from": 1500, "to": 3500, "energy": 0.5, "label": "build"},
                              {"from": 3500, "to": 5000, "energy": 1.0, "label": "drop"}],
                 "drops": [{"at": 3500, "strength": 0.75}], "offset": 0, "corrected": false}"""));
    }

    @Test
    void a_corrected_grid_says_so_and_tells_its_shift() throws Exception {
        var notes = BeatNotes.of(HEARD.corrected(Correction.tempo(2, 1)).corrected(Correction.shift(-20)));

        assertThat(notes.path("corrected").asBoolean()).isTrue();
        assertThat(notes.path("offset").asLong()).isEqualTo(-20);
        assertThat(notes.path("tempo").asDouble()).isEqualTo(120);
        assertThat(json(notes.path("beats").toString()))
                .isEqualTo(json("[480, 980, 1480, 1980, 2480, 2980, 3480, 3980]"));
        assertThat(json(notes.path("drops").toString())).isEqualTo(json("[{\"at\": 3480, \"strength\": 0.75}]"));
        assertThat(notes.path("sections").path(1).path("from").asLong()).isEqualTo(3_480);
    }

    @Test
    void a_grid_whose_corrections_were_taken_back_is_not_corrected() {
        var notes = BeatNotes.of(HEARD.corrected(Correction.shift(30)).corrected(Correction.NONE));

        assertThat(notes).isEqualTo(BeatNotes.of(HEARD));
    }

    /** Written and read, so that numbers are of the same kind. */
    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }
}
