package dev.beatcut.studio.plan;

import static dev.beatcut.studio.plan.Materials.clip;
import static dev.beatcut.studio.plan.Materials.photo;
import static dev.beatcut.studio.plan.Materials.song;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.timeline.Change;
import dev.beatcut.timeline.Changes;
import dev.beatcut.timeline.Segment;
import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.Track;
import dev.beatcut.timeline.TrackType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An edit of a film changes what it asks for, and nothing else. */
class EditTest {

    private static final List<Material> MATERIALS = List.of(
            clip("a", 40_000, true), clip("b", 40_000, true), photo("c", 3000, 2000), song(120, 4, 100, 90_000));

    private final Planner planner = new Planner();
    private final Timeline film =
            edit("cut on every second beat, 20 seconds, vertical, title \"One\" for 3 seconds", Timeline.EMPTY);

    private Timeline edit(String text, Timeline current) {
        return ((Plan.Edited) planner.plan(new Request(text, null, MATERIALS, current))).timeline();
    }

    private List<Change> changes(String text) {
        return Changes.between(film, edit(text, film));
    }

    private static List<Segment> video(Timeline film) {
        return film.segments(TrackType.VIDEO);
    }

    @Test
    void aVolumeIsOnlyAVolume() {
        assertThat(changes("music at 35%")).containsExactly(new Change.VolumeChanged(1, 1.0, 0.35));
        assertThat(changes("mute the clips")).containsExactly(new Change.VolumeChanged(0, 0.2, 0.0));
        assertThat(changes("音乐音量35%")).containsExactly(new Change.VolumeChanged(1, 1.0, 0.35));
    }

    @Test
    void aFadeOfTheMusicIsOnlyThatAndLastsThroughLaterCuts() {
        var faded = edit("fade the music out over 4 seconds", film);
        assertThat(video(faded)).isEqualTo(video(film));
        assertThat(faded.m().path("fadeOut")).isEqualTo(film.m().path("fadeOut"));

        for (var later : List.of(faded, edit("cut every bar", faded), edit("12 seconds", faded))) {
            assertThat(later.segments(TrackType.AUDIO)
                            .getFirst()
                            .m()
                            .path("fadeOut")
                            .asLong())
                    .isEqualTo(4000);
        }
    }

    @Test
    void aTitleGrowsAStepAtATimeAndNoFurther() {
        var large = edit("make the title bigger", film);
        assertThat(large.segments(TrackType.TEXT).getFirst().m().path("size").asText())
                .isEqualTo("large");
        assertThat(planner.plan(new Request("bigger title", null, MATERIALS, large)))
                .isInstanceOf(Plan.Declined.class);
        assertThat(edit("title smaller", large)
                        .segments(TrackType.TEXT)
                        .getFirst()
                        .m()
                        .path("size")
                        .asText())
                .isEqualTo("medium");
    }

    @Test
    void aTitleIsOnlyATitle() {
        assertThat(changes("change the title to \"Two\"")).containsExactly(new Change.TitleChanged("One", "Two"));
        assertThat(changes("add the title \"End\" at the bottom from 5s to 8s"))
                .containsExactly(new Change.TitleAdded("End"));
        assertThat(changes("remove the title")).containsExactly(new Change.TitleRemoved("One"));
        assertThat(changes("把标题移到底部")).containsExactly(new Change.SegmentsRestyled(7, 1));
        assertThat(changes("show the title for 5 seconds")).containsExactly(new Change.SegmentsTrimmed(7, 1));
    }

    @Test
    void aTitleGivenAgainTakesThePlaceOfTheFirst() {
        var titles = edit("title \"Two\" for 4 seconds", film).segments(TrackType.TEXT);
        assertThat(titles).hasSize(1);
        assertThat(titles.getFirst().text()).isEqualTo("Two");
        assertThat(titles.getFirst().duration()).isEqualTo(4000);
    }

    @Test
    void aShapeKeepsTheCutsAndChoosesHowPicturesFit() {
        var wide = edit("make it wide", film);
        assertThat(wide.width()).isEqualTo(1920);
        assertThat(video(wide))
                .extracting(Segment::start)
                .isEqualTo(video(film).stream().map(Segment::start).toList());
        assertThat(video(wide))
                .allSatisfy(s -> assertThat(s.m().path("fit").asText()).isEqualTo("cover"));
        assertThat(wide.segments(TrackType.TEXT)).isEqualTo(film.segments(TrackType.TEXT));
    }

    @Test
    void shorterKeepsTheFirstShotsAsTheyWere() {
        var shorter = edit("make it 10 seconds", film);
        assertThat(shorter.length()).isEqualTo(10_000);
        int same = video(shorter).size() - 1;
        assertThat(video(shorter).subList(0, same)).isEqualTo(video(film).subList(0, same));
        assertThat(video(shorter).getLast().end()).isEqualTo(10_000);
        assertThat(shorter.segments(TrackType.AUDIO).getFirst().end()).isEqualTo(10_000);
        assertThat(shorter.segments(TrackType.AUDIO)
                        .getFirst()
                        .m()
                        .path("fadeOut")
                        .asInt())
                .isEqualTo(1000);
    }

    @Test
    void titlesBeyondTheNewEndGoAndThoseAcrossItAreShortened() {
        var titled =
                edit("title \"Late\" at the bottom from 15s to 18s, title \"Long\" in the center from 9s to 12s", film);
        var titles = edit("make it 10 seconds", titled).segments(TrackType.TEXT);
        assertThat(titles).extracting(Segment::text).containsExactly("One", "Long");
        assertThat(titles.getLast().end()).isEqualTo(10_000);
    }

    @Test
    void noLengthLeavesAFlickerAtTheEnd() {
        for (int tenths = 30; tenths < 60; tenths++) {
            var shorter = edit("make it " + tenths / 10.0 + " seconds", film);
            assertThat(video(shorter).getLast().duration()).isGreaterThanOrEqualTo(300);
            assertThat(video(shorter).getLast().end()).isEqualTo(shorter.length());
        }
    }

    @Test
    void longerKeepsRhythmShapeVolumeAndTitle() {
        var longer = edit("30 seconds", edit("music at 50%", film));
        assertThat(longer.length()).isEqualTo(30_000);
        assertThat(longer.height()).isEqualTo(1920);
        assertThat(longer.segments(TrackType.AUDIO).getFirst().gain()).isEqualTo(0.5);
        assertThat(longer.segments(TrackType.TEXT)).isEqualTo(film.segments(TrackType.TEXT));
        assertThat(video(longer).subList(0, 15)).isEqualTo(video(film).subList(0, 15));
    }

    @Test
    void anotherRhythmKeepsTheRest() {
        var slower = edit("cut every bar", film);
        assertThat(video(slower).size()).isLessThan(video(film).size());
        assertThat(slower.length()).isEqualTo(film.length());
        assertThat(slower.height()).isEqualTo(1920);
        assertThat(slower.segments(TrackType.TEXT)).isEqualTo(film.segments(TrackType.TEXT));
    }

    @Test
    void mutedClipsStayMutedWhenCutAgain() {
        var again = edit("cut on every beat", edit("mute the clips", film));
        assertThat(video(again)).allSatisfy(s -> assertThat(s.gain()).isZero());
    }

    @Test
    void whatIsSoAlreadyCostsNothing() {
        assertThat(planner.plan(new Request("make it vertical", null, MATERIALS, film)))
                .isInstanceOf(Plan.Declined.class);
        assertThat(planner.plan(new Request("cut on every second beat", null, MATERIALS, film)))
                .isInstanceOf(Plan.Declined.class);
        var bare = edit("remove the title", film);
        assertThat(planner.plan(new Request("remove the title", null, MATERIALS, bare))
                        .reply())
                .contains("no title");
    }

    @Test
    void aTitleOnAFilmNeedsNoSong() {
        var plan = planner.plan(new Request("title \"Two\"", null, List.of(), film));
        assertThat(plan).isInstanceOf(Plan.Edited.class);
    }

    @Test
    void tracksThatWeDoNotKnowStay() {
        var tracks = new ArrayList<>(film.tracks());
        tracks.add(new Track("fx", 5, List.of(Segment.media("x", 0, 1000, "http://fx", 0, 1, null)), null, null));
        var foreign = new Timeline(film.duration(), tracks, film.m(), film.other());
        assertThat(edit("music at 35%", foreign).tracks()).contains(tracks.getLast());
    }

    @Test
    void theReplyTellsOnlyWhatWasAsked() {
        var reply =
                planner.plan(new Request("music at 35%", null, MATERIALS, film)).reply();
        assertThat(reply).isEqualTo("Music is now at 35%. The rest is as it was.");
        assertThat(planner.plan(new Request("音乐音量35%", null, MATERIALS, film)).reply())
                .isEqualTo("音乐音量现在是 35%。其余没有变。");
    }
}
