package dev.beatcut.timeline;

import static dev.beatcut.timeline.DraftTest.EXAMPLE;
import static dev.beatcut.timeline.DraftTest.json;
import static dev.beatcut.timeline.DraftTest.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ChangesTest {

    private static List<Change> after(Consumer<ObjectNode> edit) {
        var draft = (ObjectNode) json(EXAMPLE);
        edit.accept(draft);
        return Changes.between(read(EXAMPLE), Draft.read(draft));
    }

    private static ObjectNode segment(ObjectNode draft, int track) {
        return (ObjectNode) draft.at("/t/" + track + "/sg/0");
    }

    private static List<String> english(List<Change> changes) {
        return changes.stream().map(change -> change.say("en")).toList();
    }

    private static List<String> chinese(List<Change> changes) {
        return changes.stream().map(change -> change.say("zh-CN")).toList();
    }

    @Test
    void nothingChanged() {
        assertThat(after(draft -> {})).isEmpty();
    }

    @Test
    void theFirstDraftAddsEveryTrack() {
        var changes = Changes.between(Timeline.EMPTY, read(EXAMPLE));
        assertThat(english(changes))
                .containsExactly(
                        "Video track added (1 segment)",
                        "BGM track added (1 segment)",
                        "title \"Urban Dreams\" added",
                        "length from 0s to 10s",
                        "frame size is now 1080x1920");
        assertThat(chinese(changes))
                .containsExactly(
                        "新增视频轨道（1 个片段）", "新增音乐轨道（1 个片段）", "新增标题“Urban Dreams”", "时长从 0 秒改为 10 秒", "画面尺寸改为 1080x1920");
    }

    @Test
    void volume() {
        var changes = after(draft -> segment(draft, 1).put("v", 0.8));
        assertThat(changes).containsExactly(new Change.VolumeChanged(1, 0.35, 0.8));
        assertThat(english(changes)).containsExactly("BGM volume from 35% to 80%");
        assertThat(chinese(changes)).containsExactly("音乐音量从 35% 改为 80%");
    }

    @Test
    void theSameVolumeInPercentIsNoChange() {
        assertThat(after(draft -> segment(draft, 1).put("v", 35))).isEmpty();
    }

    @Test
    void titleText() {
        var changes = after(draft -> segment(draft, 2).put("txt", "City 100%"));
        assertThat(english(changes)).containsExactly("title \"Urban Dreams\" is now \"City 100%\"");
        assertThat(chinese(changes)).containsExactly("标题“Urban Dreams”改为“City 100%”");
    }

    @Test
    void titleLook() {
        var changes = after(draft -> ((ObjectNode) segment(draft, 2).get("m")).put("position", "center"));
        assertThat(changes).containsExactly(new Change.SegmentsRestyled(7, 1));
    }

    @Test
    void titleRemovedWithItsTrackOrWithoutIt() {
        assertThat(after(draft -> ((ArrayNode) draft.get("t")).remove(2)))
                .containsExactly(new Change.TitleRemoved("Urban Dreams"));
        assertThat(after(draft -> ((ArrayNode) draft.at("/t/2/sg")).removeAll()))
                .containsExactly(new Change.TitleRemoved("Urban Dreams"));
    }

    @Test
    void trackRemoved() {
        var changes = after(draft -> ((ArrayNode) draft.get("t")).remove(1));
        assertThat(english(changes)).containsExactly("BGM track removed");
        assertThat(chinese(changes)).containsExactly("删除了音乐轨道");
    }

    @Test
    void anotherStretchCroppedElsewhereIsNoOtherStyle() {
        var trimmed = after(draft -> segment(draft, 0)
                .put("d", 6000)
                .withObject("/m")
                .putObject("focus")
                .put("x", 0.2));
        var reframed = after(
                draft -> segment(draft, 0).withObject("/m").putObject("focus").put("x", 0.2));

        assertThat(trimmed).containsExactly(new Change.SegmentsTrimmed(0, 1));
        assertThat(reframed).containsExactly(new Change.SegmentsRestyled(0, 1));
    }

    @Test
    void segmentsAddedAndTrimmed() {
        var changes = after(draft -> {
            segment(draft, 0).put("d", 6000);
            ((ArrayNode) draft.at("/t/0/sg"))
                    .add(segment(draft, 0)
                            .deepCopy()
                            .put("id", "sg_v2")
                            .put("s", 6000)
                            .put("d", 4000));
        });
        assertThat(changes).containsExactly(new Change.SegmentsAdded(0, 1), new Change.SegmentsTrimmed(0, 1));
    }

    @Test
    void segmentsMovedReplacedRemoved() {
        assertThat(after(draft -> segment(draft, 2).put("s", 500))).containsExactly(new Change.SegmentsMoved(7, 1));
        assertThat(after(draft -> segment(draft, 1).put("src", "https://cdn.example.com/other.mp3")))
                .containsExactly(new Change.SegmentsReplaced(1, 1));
    }

    @Test
    void lengthAndSize() {
        var changes = after(draft -> {
            draft.put("d", 15_500);
            ((ObjectNode) draft.get("m")).put("width", 1920).put("height", 1080);
        });
        assertThat(english(changes)).containsExactly("length from 10s to 15.5s", "frame size is now 1920x1080");
    }

    @Test
    void aTrackOfWhichMostDiffersWasCutAnew() {
        var changes = Changes.between(film(6, 1000), film(9, 700));
        assertThat(changes).containsExactly(new Change.CutAnew(0, 6, 9), new Change.LengthChanged(6000, 6300));
        assertThat(changes.getFirst().say(null)).isEqualTo("Video track cut anew: 6 segments before, 9 segments now");
    }

    @Test
    void segmentsWithoutIdsAreComparedInOrder() {
        var before = read(
                "{\"t\":[{\"tt\":0,\"sg\":[{\"s\":0,\"d\":10,\"src\":\"a\"},{\"s\":10,\"d\":10,\"src\":\"b\"}]}]}");
        var after = read("{\"t\":[{\"tt\":0,\"sg\":[{\"s\":0,\"d\":10,\"src\":\"a\"}]}]}");
        assertThat(Changes.between(before, after))
                .containsExactly(new Change.SegmentsRemoved(0, 1), new Change.LengthChanged(20, 10));
    }

    @Test
    void anUnknownFieldIsADetail() {
        assertThat(after(draft -> draft.put("canvas", "blue"))).containsExactly(new Change.DetailsChanged());
    }

    /** A draft that was kept as text comes back with its numbers in other types. */
    @Test
    void numbersThatWereReadInAnotherWayAreNoChange() throws JsonProcessingException {
        var text =
                "{\"x\":1.50,\"m\":{\"fps\":30},\"t\":[{\"tt\":0,\"sg\":[{\"s\":0,\"d\":10,\"src\":\"a\",\"rate\":2e0,"
                        + "\"m\":{\"why\":{\"strength\":0.730}}}]}]}";
        var exact = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
        assertThat(Changes.between(Draft.read(new JsonMapper().readTree(text)), Draft.read(exact.readTree(text))))
                .isEmpty();
    }

    @Test
    void whyACutIsThereIsNoStyle() {
        var changes = after(draft ->
                ((ObjectNode) segment(draft, 0).path("m")).putObject("why").put("bar", 3));
        assertThat(changes).containsExactly(new Change.DetailsChanged());
    }

    private static Timeline film(int segments, long each) {
        var list = new java.util.ArrayList<Segment>();
        for (int i = 0; i < segments; i++) {
            list.add(Segment.media("sg_v" + i, i * each, each, "http://x/" + i % 2, i * 100, 1, null));
        }
        return new Timeline(null, List.of(Track.of("v", TrackType.VIDEO, list)), null, null);
    }
}
