package dev.beatcut.nemo;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SseReaderTest {

    private final List<String> seen = new ArrayList<>();
    private final SseReader reader = new SseReader(new FrameSink() {
        @Override
        public void frame(Frame frame) {
            seen.add((frame.event() == null ? "" : frame.event() + "|") + frame.data() + (frame.whole() ? "" : "~"));
        }

        @Override
        public void comment() {
            seen.add(":");
        }

        @Override
        public void tooLong() {
            seen.add("too long");
        }

        @Override
        public void body(String body) {
            seen.add("body " + body);
        }
    });

    private void read(String stream) {
        var bytes = stream.getBytes(StandardCharsets.UTF_8);
        reader.read(bytes, 0, bytes.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lines_end_with_lf_cr_lf_or_cr(String eol) {
        read("data: one" + eol + eol + "data: two" + eol + eol);
        assertThat(seen).containsExactly("one", "two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void bytes_may_come_one_by_one(String eol) {
        for (var b : ("data: 视频" + eol + "data: 好" + eol + eol).getBytes(StandardCharsets.UTF_8)) {
            reader.read(new byte[] {b}, 0, 1);
        }
        assertThat(seen).containsExactly("视频\n好");
    }

    @Test
    void the_space_after_data_is_optional_and_only_one_is_dropped() {
        read("data:{}\n\ndata:  two\n\n");
        assertThat(seen).containsExactly("{}", " two");
    }

    @Test
    void several_data_lines_join_with_lf() {
        read("data: a\ndata\ndata: b\n\n");
        assertThat(seen).containsExactly("a\n\nb");
    }

    @Test
    void a_byte_order_mark_is_dropped() {
        read("\uFEFFdata: a\n\n");
        assertThat(seen).containsExactly("a");
    }

    @Test
    void comments_are_no_frames() {
        read(": keep-alive\n\ndata: a\n: inside\ndata: b\n\n");
        assertThat(seen).containsExactly(":", ":", "a\nb");
    }

    @Test
    void unknown_fields_are_ignored() {
        read("id: 7\nretry: 10\nfoo: bar\nsecond line\"}\nevent: x\ndata: a\n\n");
        assertThat(seen).containsExactly("x|a");
    }

    @Test
    void an_empty_data_line_is_a_frame() {
        read("data:\n\n");
        assertThat(seen).containsExactly("");
    }

    @Test
    void the_last_frame_may_be_unterminated() {
        read("data: a\n\ndata: b");
        reader.end();
        assertThat(seen).containsExactly("a", "b~");
    }

    @Test
    void line_ends_may_be_mixed() {
        read("data: a\r\ndata: b\r\r\ndata: c\n\rdata: d\r\n\n");
        assertThat(seen).containsExactly("a\nb", "c", "d");
    }

    @Test
    void a_crlf_may_be_cut_in_its_middle() {
        read("data: a\r");
        read("\ndata: b\r");
        read("\n\r");
        read("\n");
        assertThat(seen).containsExactly("a\nb");
    }

    @Test
    void nul_bytes_are_dropped() {
        read("\0\0data: a\0b\n\0\n");
        assertThat(seen).containsExactly("ab");
    }

    @Test
    void a_byte_order_mark_in_the_middle_is_dropped_too() {
        read("data: a\n\n\uFEFFdata: b\n\n");
        assertThat(seen).containsExactly("a", "b");
    }

    @Test
    void a_field_name_is_compared_whole() {
        read("database: a\n data: b\nDATA: c\ndata : d\ndata: e\n\n");
        assertThat(seen).containsExactly("e");
    }

    @Test
    void an_event_name_is_for_one_frame() {
        read("event: x\ndata: a\n\ndata: b\n\n");
        assertThat(seen).containsExactly("x|a", "b");
    }

    @Test
    void blank_lines_alone_are_nothing() {
        read("\n\n\r\n\r\rdata: a\n\n\n\n");
        reader.end();
        assertThat(seen).containsExactly("a");
    }

    @Test
    void a_text_of_one_megabyte_passes_with_the_json_around_it_and_every_character_escaped() {
        var escaped = "\\u4e2d".repeat(1024 * 1024 / 2);
        var json = "{\"content\":{\"parts\":[{\"text\":\"" + escaped + "\"}]},\"author\":\"a\"}";
        read("data: " + json + "\n\n");
        assertThat(seen).containsExactly(json);
    }

    @Test
    void a_frame_as_long_as_allowed_is_read_and_a_longer_one_skipped() {
        var fits = "x".repeat(SseReader.LONGEST_FRAME - "data: ".length());
        read("data: " + fits + "\n\n");
        read("data: " + fits + "y\n\ndata: after\n\n");
        assertThat(seen).containsExactly(fits, "too long", "after");
    }

    @Test
    void a_frame_of_many_lines_is_bounded_too() {
        var line = "data: " + "x".repeat(1000) + "\n";
        read(line.repeat(SseReader.LONGEST_FRAME / 1000 + 1) + "\ndata: after\n\n");
        assertThat(seen).containsExactly("too long", "after");
    }

    @Test
    void a_frame_of_many_empty_lines_is_bounded_too() {
        read("data\n".repeat(SseReader.LONGEST_FRAME + 2) + "\ndata: after\n\n");
        assertThat(seen).containsExactly("too long", "after");
    }

    @Test
    void comments_do_not_count_for_the_frame_after_them() {
        read((":" + "x".repeat(1000) + "\n").repeat(SseReader.LONGEST_FRAME / 1000 + 1) + "data: after\n\n");
        assertThat(seen).endsWith(":", "after").doesNotContain("too long");
    }

    @Test
    void fields_that_nobody_reads_do_not_count_for_their_frame() {
        read(("id: " + "x".repeat(1000) + "\n").repeat(SseReader.LONGEST_FRAME / 1000 + 1) + "data: after\n\n");
        assertThat(seen).containsExactly("after");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"code\":1001}", "[]", "<html>\n\n<p>no</p>", "{\n\"code\": 1001\n}"})
    void json_or_html_where_a_stream_should_begin_is_a_body(String body) {
        read("\uFEFF: alive\n" + body);
        assertThat(seen).containsExactly(":");
        reader.end();
        assertThat(seen).containsExactly(":", "body " + body);
    }

    @Test
    void a_body_is_bounded_too() {
        read("{" + "\"a\",\n".repeat(SseReader.LONGEST_FRAME / 4));
        reader.end();
        assertThat(seen).containsExactly("too long");
    }

    @Test
    void a_frame_without_an_end_takes_no_memory() {
        var piece = "x".repeat(1024 * 1024).getBytes(StandardCharsets.UTF_8);
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadAllocatedBytes();
        for (var i = 0; i < 200; i++) {
            reader.read(piece, 0, piece.length);
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(4L * SseReader.LONGEST_FRAME);
    }

    @Test
    void what_looks_like_a_body_after_a_field_is_an_unknown_field() {
        read("data: a\n{\"x\":1}\n\n{\"y\":2}\n\ndata: b\n\n");
        assertThat(seen).contains("a", "b").noneMatch(it -> it.startsWith("body"));
    }
}
