package dev.beatcut.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is remembered of wishes. */
class StyleTest {

    private static final List<Material> PICTURES =
            List.of(Materials.clip("a", 9000, true), Materials.clip("b", 9000, true));

    private static Style after(Style style, Wish... wishes) {
        return style.after(Cuttings.instruction(wishes), PICTURES);
    }

    @Test
    void a_draft_keeps_all_of_it() {
        var style = after(
                Style.FREE,
                new Wish.Place(Job.MUSIC_TO_VIDEO),
                new Wish.Fade(true, false, 500),
                new Wish.ClipRule(new FileRef.Named("B"), Rule.ONLY_AT_END),
                new Wish.ClipRule(new FileRef.Named("b"), Rule.WHOLE),
                new Wish.Transition(TransitionKind.ZOOM_PUNCH, Role.DROPS),
                new Wish.Transition(TransitionKind.CROSSFADE, Role.SECTIONS));
        var paced = after(
                Style.FREE,
                new Wish.Pace(1.5, null),
                new Wish.Pace(0.5, Part.CHORUS),
                new Wish.Shortest(500),
                new Wish.Longest(4000));
        var onBeats = after(Style.FREE, new Wish.OnBeats(Set.of(2, 4)));

        for (var each : List.of(style, paced, onBeats, Style.FREE)) {
            var m = JsonNodeFactory.instance.objectNode();
            StyleNotes.write(each, m);
            assertThat(StyleNotes.read(m)).isEqualTo(each);
        }
    }

    @Test
    void a_free_style_leaves_no_trace() {
        var m = JsonNodeFactory.instance.objectNode();
        StyleNotes.write(after(Style.FREE, new Wish.Shortest(500)), m);
        StyleNotes.write(Style.FREE, m);

        assertThat(m).isEmpty();
    }

    @Test
    void what_others_wrote_there_is_no_wish() {
        var m = JsonNodeFactory.instance.objectNode();
        m.putObject("plan")
                .put("job", "juggling")
                .put("shortest", -4)
                .putArray("pace")
                .addObject()
                .put("factor", "much");

        assertThat(StyleNotes.read(m)).isEqualTo(Style.FREE);
    }

    @Test
    void whoever_speaks_of_cuts_no_longer_wants_the_video_left_alone() {
        var kept = after(Style.FREE, new Wish.Place(Job.MUSIC_TO_VIDEO));

        assertThat(after(kept, new Wish.Length(9000)).job()).isEqualTo(Job.MUSIC_TO_VIDEO);
        assertThat(after(kept, new Wish.Pace(2, null)).job()).isNull();
        assertThat(after(kept, new Wish.Cuts(new Density.Beats(2))).job()).isNull();
    }

    @Test
    void a_clip_that_is_not_there_has_no_rule() {
        assertThat(after(Style.FREE, new Wish.ClipRule(new FileRef.Named("c"), Rule.FIRST)))
                .isEqualTo(Style.FREE);
    }
}
