package dev.beatcut.timeline;

import static dev.beatcut.timeline.DraftTest.EXAMPLE;
import static dev.beatcut.timeline.DraftTest.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SummaryTest {

    @Test
    void theExampleIsTheLineOfTheSkills() {
        assertThat(Summary.of(read(EXAMPLE)))
                .isEqualTo(
                        "Timeline (3 tracks): 1. Video: city timelapse (0-10s) 2. BGM: Lo-fi (0-10s, 35%) 3. Title: \"Urban Dreams\" (0-3s)");
    }

    @Test
    void oneTrackIsSingular() {
        assertThat(Summary.of(read("{\"t\":[{\"tt\":0,\"sg\":[{\"s\":0,\"d\":1500,\"src\":\"http://h/a.mp4\"}]}]}")))
                .isEqualTo("Timeline (1 track): 1. Video: a.mp4 (0-1.5s)");
    }

    @Test
    void onlyWhatIsKnownIsPrinted() {
        assertThat(Summary.of(read("{\"t\":[{\"tt\":1,\"sg\":[{\"s\":2000}]},{\"tt\":0,\"sg\":[]}]}")))
                .isEqualTo("Timeline (1 track): 1. BGM (from 2s)");
    }

    @Test
    void unknownTrackTypesAreShownByTheirNumber() {
        assertThat(Summary.of(read("{\"t\":[{\"tt\":5,\"sg\":[{\"s\":0,\"d\":4000}]}]}")))
                .isEqualTo("Timeline (1 track): 1. Track type 5 (0-4s)");
    }

    @Test
    void aTrackWithoutATypeIsJustATrack() {
        assertThat(Summary.of(read("{\"t\":[{\"sg\":[{\"s\":0,\"d\":4000}]}]}")))
                .isEqualTo("Timeline (1 track): 1. Track (0-4s)");
    }

    @Test
    void manySegmentsNameEachSourceOnce() {
        assertThat(
                        Summary.of(
                                read(
                                        "{\"t\":[{\"tt\":0,\"sg\":[{\"d\":500,\"m\":{\"name\":\"a\"}},{\"d\":500,\"m\":{\"name\":\"b\"}},{\"d\":500,\"m\":{\"name\":\"a\"}}]}]}")))
                .isEqualTo("Timeline (1 track): 1. Video: a, b (0-1.5s, 3 segments)");
    }

    @Test
    void volumeInPercentIsPrintedAsPercent() {
        assertThat(Summary.of(
                        read("{\"t\":[{\"tt\":1,\"sg\":[{\"s\":0,\"d\":1000,\"v\":80,\"m\":{\"name\":\"x\"}}]}]}")))
                .isEqualTo("Timeline (1 track): 1. BGM: x (0-1s, 80%)");
    }

    @Test
    void nothingIsNoTracks() {
        assertThat(Summary.of(Timeline.EMPTY)).isEqualTo("Timeline (0 tracks)");
    }
}
