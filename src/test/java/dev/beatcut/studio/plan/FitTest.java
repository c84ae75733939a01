package dev.beatcut.studio.plan;

import static dev.beatcut.studio.plan.Films.film;
import static dev.beatcut.studio.plan.Films.video;
import static dev.beatcut.studio.plan.Materials.photo;
import static dev.beatcut.studio.plan.Materials.song;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.beatcut.studio.footage.Action;
import dev.beatcut.studio.footage.Footage;
import dev.beatcut.studio.footage.Moment;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FitTest {

    private static final Action LEFT = new Action(0.1, 0.3, 0.4, 0.9);
    private static final Action RIGHT = new Action(0.6, 0.8, 0.4, 0.9);

    /** Half a second of each. */
    private static Material clip(Action... actions) {
        var moments = IntStream.range(0, actions.length)
                .mapToObj(i -> new Moment(500L * i, 500L * i + 500, 0.3, 0.5, actions[i]))
                .toList();
        long length = 500L * actions.length;
        var footage = new Footage(length, List.of(), moments, List.of());
        return new Material(
                "walk.mp4", "http://cdn/walk", Material.Kind.CLIP, length, 1920, 1080, false, footage, null);
    }

    private static Material longClip(Action action) {
        return clip(IntStream.range(0, 60).mapToObj(i -> action).toArray(Action[]::new));
    }

    private static ObjectNode fit(Shape shape, Material picture, long from, long to) {
        var m = JsonNodeFactory.instance.objectNode();
        new Fit(shape.width(), shape.height()).write(new Stretch(picture, from, to, null), m);
        return m;
    }

    private static ObjectNode focus(double x, double y) {
        var m = JsonNodeFactory.instance.objectNode().put("fit", "cover");
        m.putObject("focus").put("x", x).put("y", y);
        return m;
    }

    private static ObjectNode only(String fit) {
        return JsonNodeFactory.instance.objectNode().put("fit", fit);
    }

    @Test
    void a_crop_follows_the_action() {
        assertThat(fit(Shape.VERTICAL, clip(LEFT, RIGHT), 0, 500)).isEqualTo(focus(0.2, 0.65));
        assertThat(fit(Shape.VERTICAL, clip(LEFT, RIGHT), 500, 1000)).isEqualTo(focus(0.7, 0.65));
        assertThat(fit(Shape.VERTICAL, clip(LEFT, null, RIGHT), 0, 1000)).isEqualTo(focus(0.2, 0.65));
        assertThat(fit(Shape.SQUARE, clip(LEFT, RIGHT), 0, 500)).isEqualTo(focus(0.2, 0.65));
    }

    @Test
    void action_that_leaves_the_crop_is_shown_whole() {
        assertThat(fit(Shape.VERTICAL, clip(LEFT, RIGHT), 0, 1000)).isEqualTo(only("blur"));
        assertThat(fit(Shape.SQUARE, clip(LEFT, RIGHT), 0, 1000)).isEqualTo(focus(0.45, 0.65));
    }

    @Test
    void a_glimpse_of_other_action_does_not_move_the_crop() {
        assertThat(fit(Shape.VERTICAL, clip(LEFT, RIGHT), 0, 550)).isEqualTo(focus(0.2, 0.65));
    }

    @Test
    void without_action_what_loses_more_than_half_stays_whole() {
        var still = clip(null, null);
        assertThat(fit(Shape.VERTICAL, still, 0, 1000)).isEqualTo(only("blur"));
        assertThat(fit(Shape.SQUARE, still, 0, 1000)).isEqualTo(only("cover"));
        assertThat(fit(Shape.VERTICAL, photo("p", 1920, 1080), 0, 1000)).isEqualTo(only("blur"));
        assertThat(fit(Shape.SQUARE, photo("p", 1920, 1080), 0, 1000)).isEqualTo(only("cover"));
    }

    @Test
    void what_is_not_cropped_needs_no_focus() {
        assertThat(fit(Shape.WIDE, clip(LEFT), 0, 500)).isEqualTo(only("cover"));
    }

    @Test
    void a_new_shape_is_cropped_anew() {
        var materials = List.of(longClip(LEFT), song(120, 4, 0, 60_000));
        var upright = film("vertical, cut to the beat, 5 s", materials, null);
        var square = film("make it square", materials, upright);
        var wide = film("make it wide", materials, square);

        for (var cropped : List.of(upright, square)) {
            assertThat(video(cropped)).isNotEmpty().allSatisfy(segment -> {
                assertThat(segment.m().path("fit").asText()).isEqualTo("cover");
                assertThat(segment.m().path("focus").path("x").asDouble()).isEqualTo(0.2);
            });
        }
        assertThat(video(wide)).allMatch(segment -> !segment.m().has("focus"));
    }
}
