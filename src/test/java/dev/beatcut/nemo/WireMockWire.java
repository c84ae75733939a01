package dev.beatcut.nemo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A cloud that speaks as one of the vendor's texts has it. */
abstract class WireMockWire extends WireContract {

    private final Shapes shapes = shapes();
    private final SourcedCloud cloud = new SourcedCloud(shapes, id);

    abstract Shapes shapes();

    @AfterEach
    void stop() {
        try {
            cloud.hasHeardNothingOdd();
        } finally {
            cloud.stop();
        }
    }

    @Override
    URI upstream() {
        return URI.create(cloud.url());
    }

    @Override
    Instant weekFromNow() {
        return shapes.expiry() == null ? null : Instant.parse(shapes.expiry());
    }

    @Override
    long cityMs() {
        return 30_500;
    }

    @Override
    URI link() {
        return URI.create("https://files.example.com/a/city.mp4?x=1");
    }

    @Override
    void holdEdits() {
        cloud.now("credits", "frozen");
    }

    @Override
    void letEditsGo() {
        cloud.now("credits", "settled");
    }

    @Override
    void holdFilms() {
        cloud.now("films", "held");
    }

    @Override
    void letFilmsGo() {
        if (!cloud.is("films", "off")) {
            cloud.now("films", "done");
        }
    }

    @Override
    void spendAll(Credentials somebody, String session) {
        cloud.now("credits", "none");
    }

    @Test
    void an_edit_without_a_word_is_silent_and_the_state_shows_it() {
        var somebody = somebody();
        var session = sessionWithFiles(somebody);
        cloud.fallSilent();
        var ear = new Ear();

        assertThat(says(somebody, session, EDIT, ear)).isEqualTo(new TurnOutcome.Silent());

        assertThat(ear.said).isEmpty();
        assertThat(nemo.state(somebody, session).draft()).isNotNull();
    }

    @Test
    void the_reply_is_what_the_stream_says_word_for_word() {
        var somebody = somebody();
        var ear = new Ear();

        says(somebody, sessionWithFiles(somebody), EDIT, ear);

        assertThat(String.join("", ear.said)).isEqualTo(shapes.said());
        assertThat(ear.tools).hasSize(1);
    }

    @Test
    void a_draft_goes_to_the_render_as_it_was_read_also_what_nobody_knows_of() {
        var somebody = somebody();

        exports(somebody, sessionWithTimeline(somebody));

        assertThat(cloud.exportsAsked())
                .singleElement()
                .asString()
                .contains("\"draft\":" + shapes.draft("edited") + ",");
    }
}
