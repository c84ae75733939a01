package dev.beatcut.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class PictureTest {

    private static final String DRAFT = """
            {"d":4000,"m":{"title":"Tom & <Jerry>","width":1080,"height":1920,
              "beats":{"beats":[500,1000,1500,9000],"downbeats":[1]}},
             "t":[{"tt":0,"sg":[{"s":0,"d":2000,"src":"http://x/a.mp4"},{"s":2000,"d":2000,"src":"http://x/b.mp4"}]},
                  {"tt":1,"sg":[{"s":0,"d":4000,"src":"http://x/s.mp3","ss":500}]},
                  {"tt":7,"sg":[{"s":0,"d":1000,"txt":"\\"城市\\" <script>"}]}]}
            """;

    @Test
    void every_segment_is_a_bar_and_every_beat_within_the_film_a_tick() throws Exception {
        var svg = parsed(DRAFT);

        assertThat(count(svg, "rect", "class", "video")).isEqualTo(2);
        assertThat(count(svg, "rect", "class", "audio")).isEqualTo(1);
        assertThat(count(svg, "rect", "class", "text")).isEqualTo(1);
        assertThat(count(svg, "line", "class", "beat")).isEqualTo(2);
        assertThat(count(svg, "line", "class", "bar")).isEqualTo(1);
    }

    @Test
    void a_bar_begins_and_ends_where_its_segment_does() throws Exception {
        var bars = parsed(DRAFT).getElementsByTagName("rect");
        double length = 960 - 96 - 16;
        for (int i = 0; i < bars.getLength(); i++) {
            var bar = bars.item(i).getAttributes();
            if (bar.getNamedItem("class") != null
                    && bar.getNamedItem("class").getNodeValue().equals("text")) {
                assertThat(Double.parseDouble(bar.getNamedItem("x").getNodeValue()))
                        .isEqualTo(96);
                assertThat(Double.parseDouble(bar.getNamedItem("width").getNodeValue()))
                        .isEqualTo(length / 4 - 1);
            }
        }
    }

    @Test
    void what_callers_wrote_stays_text() throws IOException {
        assertThat(Picture.of(Draft.read(json(DRAFT))))
                .doesNotContain("<script>")
                .contains("&lt;script&gt;", "城市");
    }

    @Test
    void an_empty_timeline_has_a_picture_too() throws Exception {
        assertThat(parsed("{}").getDocumentElement().getTagName()).isEqualTo("svg");
    }

    private static Document parsed(String draft) throws Exception {
        var svg = Picture.of(Draft.read(json(draft))).getBytes(StandardCharsets.UTF_8);
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
