package dev.beatcut.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftTest {

    /** Reported by a reviewer: read in doubles, a kept draft differed from the same one on the wire. */
    @Test
    void aKeptDraftIsReadAsExactlyAsTheWires() throws Exception {
        var text =
                "{\"t\":[{\"tt\":0,\"sg\":[{\"s\":0,\"d\":10,\"src\":\"a\",\"m\":{\"x\":0.33333333333333333333,\"y\":1e400}}]}]}";
        var wires = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
        assertThat(Changes.between(Draft.parse(text), Draft.read(wires.readTree(text))))
                .isEmpty();
    }

    static final String EXAMPLE = """
            {"m": {"title": "Urban Dreams", "width": 1080, "height": 1920}, "d": 10000,
             "t": [
              {"tt": 0, "id": "trk_v", "sg": [
                {"id": "sg_v1", "s": 0, "d": 10000, "src": "https://cdn.example.com/gen/city.mp4",
                 "ss": 0, "v": 1.0, "m": {"name": "city timelapse"}}]},
              {"tt": 1, "id": "trk_a", "sg": [
                {"id": "sg_a1", "s": 0, "d": 10000, "src": "https://cdn.example.com/bgm/lofi.mp3",
                 "ss": 4200, "v": 0.35, "m": {"name": "Lo-fi"}}]},
              {"tt": 7, "id": "trk_t", "sg": [
                {"id": "sg_t1", "s": 0, "d": 3000, "txt": "Urban Dreams",
                 "m": {"position": "top-center", "color": "#FFFFFF", "anim_in": "fade"}}]}]}
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException wrong) {
            throw new IllegalArgumentException(text, wrong);
        }
    }

    static Timeline read(String text) {
        return Draft.read(json(text));
    }

    private static Segment segment(String fields) {
        return segment(0, fields);
    }

    private static Segment segment(int type, String fields) {
        return read("{\"t\":[{\"tt\":" + type + ",\"sg\":[" + fields + "]}]}")
                .tracks()
                .getFirst()
                .segments()
                .getFirst();
    }

    /** Compared as text, so that 1.0 and 1 are the same only where the numbers are written alike. */
    private static JsonNode again(String text) {
        return json(Draft.write(read(text)).toString());
    }

    @Test
    void theExampleIsReadWhole() {
        var timeline = read(EXAMPLE);

        assertThat(timeline.length()).isEqualTo(10_000);
        assertThat(timeline.width()).isEqualTo(1080);
        assertThat(timeline.height()).isEqualTo(1920);
        var song = timeline.segments(TrackType.AUDIO).getFirst();
        assertThat(song.sourceStart()).isEqualTo(4200);
        assertThat(song.gain()).isEqualTo(0.35);
        assertThat(song.name()).isEqualTo("Lo-fi");
        assertThat(timeline.segments(TrackType.TEXT).getFirst().text()).isEqualTo("Urban Dreams");
    }

    @Test
    void theExampleIsSentBackAsItCame() {
        assertThat(again(EXAMPLE)).isEqualTo(json(EXAMPLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"s", "st", "start", "startTime", "ts"})
    void everySpellingOfTheStart(String name) {
        assertThat(segment("{\"" + name + "\":1500,\"d\":10}").start()).isEqualTo(1500);
        assertThat(segment("{\"tr\":{\"" + name + "\":1500},\"d\":10}").start()).isEqualTo(1500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"d", "duration", "dur"})
    void everySpellingOfTheLength(String name) {
        assertThat(segment("{\"s\":5,\"" + name + "\":2500}").duration()).isEqualTo(2500);
        assertThat(segment("{\"targetTimerange\":{\"s\":5,\"" + name + "\":2500}}")
                        .end())
                .isEqualTo(2505);
    }

    @ParameterizedTest
    @ValueSource(strings = {"e", "et", "end"})
    void anEndInsteadOfALength(String name) {
        assertThat(segment("{\"s\":500,\"" + name + "\":2500}").duration()).isEqualTo(2000);
        assertThat(segment("{\"target\":{\"start\":500,\"" + name + "\":2500}}").duration())
                .isEqualTo(2000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr", "target", "targetTimerange"})
    void everySpellingOfTheNestedRange(String name) {
        var segment = segment("{\"" + name + "\":{\"start\":700,\"duration\":300}}");
        assertThat(segment.start()).isEqualTo(700);
        assertThat(segment.end()).isEqualTo(1000);
    }

    @ParameterizedTest
    @CsvSource({"0.35,0.35", "1,1.0", "0,0.0", "35,0.35", "100,1.0", "150,1.5", "1.5,0.015"})
    void aVolumeUpToOneIsAGainAndMoreIsPercent(String said, double gain) {
        for (var name : new String[] {"v", "vol", "volume"}) {
            assertThat(segment("{\"" + name + "\":" + said + "}").gain()).isEqualTo(gain);
            assertThat(segment("{\"m\":{\"" + name + "\":" + said + "}}").gain())
                    .isEqualTo(gain);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.35", "35", "100", "150", "200", "1"})
    void aVolumeKeepsItsMeaningOverARoundTrip(String said) {
        var draft = read("{\"t\":[{\"tt\":1,\"sg\":[{\"v\":" + said + "}]}]}");
        var back = Draft.read(Draft.write(draft));
        assertThat(back.segments(TrackType.AUDIO).getFirst().gain())
                .isEqualTo(draft.segments(TrackType.AUDIO).getFirst().gain());
    }

    @ParameterizedTest
    @ValueSource(strings = {"txt", "text", "content", "title"})
    void everySpellingOfTheText(String name) {
        assertThat(segment(7, "{\"" + name + "\":\"Hi\"}").text()).isEqualTo("Hi");
        assertThat(segment(7, "{\"m\":{\"" + name + "\":\"Hi\"}}").text()).isEqualTo("Hi");
    }

    @Test
    void theTitleOfAClipIsItsNameAndNotAText() {
        var clip = segment("{\"src\":\"http://x/a.mp4\",\"m\":{\"title\":\"City\"}}");
        assertThat(clip.text()).isNull();
        assertThat(clip.name()).isEqualTo("City");
        assertThat(segment(0, "{\"m\":{\"title\":\"City\"}}").text()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"name\":\"A\"}',A",
        "'{\"title\":\"B\"}',B",
        "'{\"filename\":\"C\"}',C",
        "'{}',city.mp4",
        "'{\"name\":\" \"}',city.mp4"
    })
    void theNameIsInTheMetadataElseTheFileName(String m, String name) {
        assertThat(segment("{\"src\":\"https://cdn/x/city.mp4?sig=secret#t\",\"m\":" + m + "}")
                        .name())
                .isEqualTo(name);
    }

    @Test
    void aMissingStartIsTheSumOfTheEarlierSegments() {
        var segments =
                read("{\"t\":[{\"tt\":0,\"sg\":[{\"d\":1000},{\"d\":500},{\"d\":250},{\"s\":9000,\"d\":1},{}]}]}")
                        .segments(TrackType.VIDEO);
        assertThat(segments).extracting(Segment::start).containsExactly(0L, 1000L, 1500L, 9000L, 1751L);
    }

    @Test
    void longSpellingsOfTracksAndSegments() {
        var timeline = read("{\"tracks\":[{\"type\":1,\"segments\":[{\"start\":1,\"dur\":2}]}],\"duration\":7}");
        assertThat(timeline.segments(TrackType.AUDIO)).hasSize(1);
        assertThat(timeline.length()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "[]", "\"x\"", "{\"t\":null}", "{\"t\":[]}", "{\"t\":{}}"})
    void nothingIsAnEmptyTimeline(String draft) {
        assertThat(read(draft).hasSegments()).isFalse();
        assertThat(read(draft).length()).isZero();
    }

    @Test
    void noDraftIsAnEmptyTimeline() {
        assertThat(Draft.read(null)).isEqualTo(Timeline.EMPTY);
        assertThat(Draft.read(NullNode.getInstance())).isEqualTo(Timeline.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"t\":[{\"tt\":5,\"id\":\"fx\",\"sg\":[{\"s\":0,\"d\":9,\"effect\":{\"k\":[1,2.50]}}],\"lock\":true}]}",
                "{\"d\":5,\"t\":[{\"tt\":0,\"sg\":[{\"s\":0,\"d\":9,\"transition\":{\"in\":null}}]}],\"canvas\":{\"bg\":\"#000\"}}",
                "{\"t\":[{\"tt\":\"video\",\"sg\":[{\"s\":0,\"src\":{\"file\":1},\"m\":\"note\"}],\"m\":null}]}",
                "{\"t\":[{\"tt\":0,\"sg\":[\"odd\",null,{\"s\":4,\"d\":3},17]},\"odd track\",null]}",
                "{\"t\":{\"0\":\"later dialect\"}}",
                "{\"t\":[{\"tt\":0,\"sg\":{\"a\":1}}]}",
                "{\"t\":[{\"tt\":0,\"sg\":[{\"s\":0,\"d\":1,\"v\":\"loud\",\"txt\":null}]}],\"d\":null}",
                "{\"t\":[{\"tt\":0,\"sg\":[{\"s\":0,\"d\":1e300,\"ss\":3}]}]}"
            })
    void whatIsNotKnownIsSentBackUnchanged(String draft) {
        assertThat(again(draft)).isEqualTo(json(draft));
    }

    @Test
    void whatElseANestedRangeHeldIsNotLost() {
        var back = again(
                "{\"t\":[{\"tt\":0,\"sg\":[{\"tr\":{\"s\":1,\"d\":2,\"ease\":\"in\"},\"source_timerange\":{\"start\":3,\"speed\":2}}]}]}");
        var segment = back.at("/t/0/sg/0");
        assertThat(segment.path("s").asLong()).isEqualTo(1);
        assertThat(segment.path("ss").asLong()).isEqualTo(3);
        assertThat(segment.at("/tr/ease").asText()).isEqualTo("in");
        assertThat(segment.at("/source_timerange/speed").asInt()).isEqualTo(2);
    }

    @Test
    void aValueThatWasSetIsNotHiddenByANullThatCame() {
        var came = read("{\"d\":null,\"t\":[]}");
        var longer = new Timeline(500L, came.tracks(), came.m(), came.other());
        assertThat(Draft.write(longer).path("d").asLong()).isEqualTo(500);
    }

    @Test
    void fractionsOfAMillisecondAreRounded() {
        var segment = segment("{\"s\":33.5,\"d\":966.4999}");
        assertThat(segment.start()).isEqualTo(34);
        assertThat(segment.duration()).isEqualTo(966);
    }

    @Test
    void timesBeyondAnIntAreExact() {
        assertThat(segment("{\"s\":4294967297}").start()).isEqualTo(4_294_967_297L);
    }

    @Test
    void readingAndWritingLeaveTheDraftAlone() {
        var draft = json(EXAMPLE);
        var timeline = Draft.read(draft);
        Draft.write(timeline).path("m").isObject();
        ((com.fasterxml.jackson.databind.node.ObjectNode) Draft.write(timeline).path("m")).put("title", "changed");
        assertThat(draft).isEqualTo(json(EXAMPLE));
        assertThat(timeline.m().path("title").asText()).isEqualTo("Urban Dreams");
    }
}
