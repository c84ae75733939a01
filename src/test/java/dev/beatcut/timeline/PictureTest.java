package dev.beatcut.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

class PictureTest {

    private static final String DRAFT = """
            {"d":4000,"m":{"title":"Tom & <Jerry>","width":1080,"height":1920,
              "beats":{"tempo":120,"beats":[500,1000,1500,9000],"downbeats":[1],
                "sections":[{"from":0,"to":2500,"energy":0.3,"label":"break"},
                            {"from":2500,"to":9000,"energy":1,"label":"drop"}],
                "drops":[{"at":2500,"strength":1}],
                "wave":{"step":1000,"peaks":[10,20,128,255,90,80,70,60,50]}}},
             "t":[{"tt":0,"sg":[{"s":0,"d":2000,"src":"http://x/a.mp4"},
                                {"s":2000,"d":2000,"src":"http://x/b.mp4","m":{"why":{"reason":"drop"}}}]},
                  {"tt":1,"sg":[{"s":0,"d":4000,"src":"http://x/s.mp3","ss":500}]},
                  {"tt":7,"sg":[{"s":0,"d":1000,"txt":"\\"城市\\" <script>"}]}]}
            """;

    @Test
    void segments_beats_bars_cuts_sections_and_drops_within_the_film_are_drawn() throws Exception {
        var svg = parsed(DRAFT);

        assertThat(count(svg, "rect", "class", "video")).isEqualTo(2);
        assertThat(count(svg, "rect", "class", "audio")).isEqualTo(1);
        assertThat(count(svg, "rect", "class", "text")).isEqualTo(1);
        assertThat(count(svg, "rect", "class", "beat")).isEqualTo(2);
        assertThat(count(svg, "rect", "class", "bar")).isEqualTo(1);
        assertThat(count(svg, "rect", "class", "cut")).isEqualTo(1);
        assertThat(count(svg, "rect", "class", "calm")).isEqualTo(1);
        assertThat(count(svg, "rect", "class", "loud")).isEqualTo(1);
        assertThat(count(svg, "rect", "class", "drop")).isEqualTo(1);
        assertThat(count(svg, "rect", "class", "wave")).isGreaterThan(100);
    }

    @Test
    void what_is_told_in_the_songs_time_is_drawn_in_the_films() throws Exception {
        assertThat(attribute(parsed(DRAFT), "drop", "x")).isCloseTo(x(2000) - 0.8, within(0.06));
        assertThat(attribute(parsed(DRAFT), "cut", "x")).isCloseTo(x(2000) - 0.5, within(0.06));
        assertThat(attribute(parsed(DRAFT), "bar", "x")).isCloseTo(x(500), within(0.06));
        assertThat(attribute(parsed(DRAFT), "loud", "x")).isCloseTo(x(2000), within(0.06));
    }

    @Test
    void a_bar_begins_and_ends_where_its_segment_does() throws Exception {
        assertThat(attribute(parsed(DRAFT), "text", "x")).isEqualTo(12);
        assertThat(attribute(parsed(DRAFT), "text", "width")).isEqualTo(456 / 4.0 - 1);
    }

    @Test
    void the_waveform_is_as_high_as_the_song_is_loud_there() throws Exception {
        var heights = new ArrayList<Double>();
        var bars = parsed(DRAFT).getElementsByTagName("rect");
        for (int i = 0; i < bars.getLength(); i++) {
            if (is(bars.item(i), "wave")) {
                heights.add(number(bars.item(i), "height"));
            }
        }

        assertThat(heights.getFirst()).isLessThan(2);
        assertThat(heights.get(heights.size() * 3 / 4)).isEqualTo(30);
    }

    @Test
    void beats_too_dense_to_tell_apart_leave_the_bar_lines_alone() throws Exception {
        var beats = IntStream.range(0, 400).mapToObj(i -> "" + i * 500).collect(Collectors.joining(","));
        var svg = parsed("{\"d\":200000,\"m\":{\"beats\":{\"beats\":[" + beats
                + "],\"downbeats\":[0,4,8]}},\"t\":[{\"tt\":1,\"sg\":[{\"s\":0,\"d\":200000,\"src\":\"x\"}]}]}");

        assertThat(count(svg, "rect", "class", "beat")).isZero();
        assertThat(count(svg, "rect", "class", "bar")).isEqualTo(3);
    }

    @Test
    void what_callers_wrote_stays_text() throws IOException {
        assertThat(Picture.svg(Draft.read(json(DRAFT))))
                .doesNotContain("<script>")
                .contains("&lt;script&gt;", "城市");
    }

    @Test
    void an_empty_timeline_has_a_picture_too() throws Exception {
        assertThat(parsed("{}").getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(ImageIO.read(new ByteArrayInputStream(Picture.png(Draft.read(json("{}"))))))
                .isNotNull();
    }

    @Test
    void a_png_shows_the_same_in_the_same_places() throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(Picture.png(Draft.read(json(DRAFT)))));

        assertThat(image.getWidth()).isEqualTo(960);
        assertThat(image.getRGB((int) (2 * x(2000)), 2 * 54) & 0xffffff).isEqualTo(0xd92d20);
        assertThat(image.getRGB((int) (2 * x(1900)), 2 * 126) & 0xffffff).isEqualTo(0x3867d6);
        assertThat(image.getRGB(2, 2) & 0xffffff).isEqualTo(0xffffff);
    }

    @Test
    void a_png_leaves_out_what_its_letters_lack() {
        assertThat(Letters.shown("Tom & <Jerry> 城市")).isEqualTo("TOM & JERRY");
        assertThat(Letters.shown("城市")).isEmpty();
    }

    private static double x(long ms) {
        return 12 + ms * 456 / 4000.0;
    }

    private static double attribute(Document svg, String look, String name) {
        var bars = svg.getElementsByTagName("rect");
        for (int i = 0; i < bars.getLength(); i++) {
            if (is(bars.item(i), look)) {
                return number(bars.item(i), name);
            }
        }
        throw new AssertionError("no " + look);
    }

    private static boolean is(Node bar, String look) {
        var named = bar.getAttributes().getNamedItem("class");
        return named != null && named.getNodeValue().equals(look);
    }

    private static double number(Node bar, String name) {
        return Double.parseDouble(bar.getAttributes().getNamedItem(name).getNodeValue());
    }

    private static Document parsed(String draft) throws Exception {
        var svg = Picture.svg(Draft.read(json(draft))).getBytes(StandardCharsets.UTF_8);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private static long count(Document svg, String tag, String attribute, String value) {
        var found = svg.getElementsByTagName(tag);
        long count = 0;
        for (int i = 0; i < found.getLength(); i++) {
            var named = found.item(i).getAttributes().getNamedItem(attribute);
            count += named != null && named.getNodeValue().equals(value) ? 1 : 0;
        }
        return count;
    }
}
