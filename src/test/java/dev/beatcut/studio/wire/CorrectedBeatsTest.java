package dev.beatcut.studio.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.beatcut.studio.library.Settings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A caller who knows the beats better says so (§10); the song was heard at 120, in four, from 0 s. */
class CorrectedBeatsTest {

    @TempDir
    Path folder;

    private Guest guest;

    @BeforeEach
    void arrive() {
        var clock = InstantSource.fixed(Instant.parse("2026-03-01T00:00:00Z"));
        guest = new Guest(new InProcessStudio(new Settings(folder), clock, 7)).arrive("en");
    }

    @Test
    void half_the_tempo_is_in_the_state_in_the_draft_and_in_the_cuts() {
        guest.says("cut on every beat, 10 seconds");
        assertThat(shots()).isEqualTo(20);

        guest.says("half the tempo");

        assertThat(beats().path("tempo").asDouble()).isEqualTo(60);
        assertThat(beats().path("corrected").asBoolean()).isTrue();
        assertThat(guest.draft().at("/m/beats")).isEqualTo(beats());
        assertThat(shots()).isEqualTo(10);
    }

    @Test
    void a_shift_moves_the_cuts() {
        guest.says("cut on every second beat, 10 seconds");

        guest.says("shift the beats by 100 ms");

        assertThat(beats().path("offset").asLong()).isEqualTo(100);
        assertThat(guest.draft().at("/t/0/sg/1/s").asLong()).isEqualTo(1_100);
    }

    @Test
    void a_tapped_downbeat_moves_the_bars() {
        guest.says("cut on every bar, 10 seconds");

        guest.says("the first downbeat is at 0:01.0");

        assertThat(beats().at("/downbeats/0").asInt()).isEqualTo(2);
        assertThat(guest.draft().at("/t/0/sg/1/m/why/beat").asInt() % 4).isEqualTo(2);
    }

    @Test
    void undo_brings_back_the_beats_with_the_film_and_reset_those_that_were_heard() {
        guest.says("cut on every beat, 10 seconds");
        var heard = beats();
        var film = guest.draft();

        guest.says("double the tempo");
        guest.says("undo");
        assertThat(beats()).isEqualTo(heard);
        assertThat(guest.draft()).isEqualTo(film);

        guest.says("redo");
        assertThat(beats().path("tempo").asDouble()).isEqualTo(240);
        guest.says("reset the beats");
        assertThat(beats()).isEqualTo(heard);
    }

    @Test
    void a_song_is_corrected_before_there_is_a_film() {
        guest.says("half the tempo");

        assertThat(beats().path("tempo").asDouble()).isEqualTo(60);
    }

    private JsonNode beats() {
        return guest.state().json().at("/data/state/beats").iterator().next();
    }

    private int shots() {
        return guest.draft().at("/t/0/sg").size();
    }
}
