package dev.beatcut.nemo;

import static org.assertj.core.api.Assertions.assertThat;

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
    });

    private void read(String stream) {
        var bytes = stream.getBytes(StandardCharsets.UTF_8);
        reader.read(bytes, 0, bytes.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesEndWithLfCrLfOrCr(String eol) {
        read("data: one" + eol + eol + "data: two" + eol + eol);
        assertThat(seen).containsExactly("one", "two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void bytesMayComeOneByOne(String eol) {
        for (var b : ("data: 视频" + eol + "data: 好" + eol + eol).getBytes(StandardCharsets.UTF_8)) {
            reader.read(new byte[] {b}, 0, 1);
        }
        assertThat(seen).containsExactly("视频\n好");
    }

    @Test
    void theSpaceAfterDataIsOptionalAndOnlyOneIsDropped() {
        read("data:{}\n\ndata:  two\n\n");
        assertThat(seen).containsExactly("{}", " two");
    }

    @Test
    void severalDataLinesJoinWithLf() {
        read("data: a\ndata\ndata: b\n\n");
        assertThat(seen).containsExactly("a\n\nb");
    }

    @Test
    void aByteOrderMarkIsDropped() {
        read("\uFEFFdata: a\n\n");
        assertThat(seen).containsExactly("a");
    }

    @Test
    void commentsAreNoFrames() {
        read(": keep-alive\n\ndata: a\n: inside\ndata: b\n\n");
        assertThat(seen).containsExactly(":", ":", "a\nb");
    }

    @Test
    void unknownFieldsAreIgnored() {
        read("id: 7\nretry: 10\nfoo: bar\nsecond line\"}\nevent: x\ndata: a\n\n");
        assertThat(seen).containsExactly("x|a");
    }

    @Test
    void anEmptyDataLineIsAFrame() {
        read("data:\n\n");
        assertThat(seen).containsExactly("");
    }

    @Test
    void theLastFrameMayBeUnterminated() {
        read("data: a\n\ndata: b");
        reader.end();
        assertThat(seen).containsExactly("a", "b~");
    }

    @Test
    void aFrameOfOneMegabyteIsReadAndALargerOneSkipped() {
        var fits = "x".repeat(SseReader.LONGEST_FRAME - "data: ".length());
        read("data: " + fits + "\n\n");
        read("data: " + fits + "y\n\ndata: after\n\n");
        assertThat(seen).containsExactly(fits, "too long", "after");
    }

    @Test
    void aFrameOfManyLinesIsBoundedToo() {
        var line = "data: " + "x".repeat(1000) + "\n";
        read(line.repeat(2000) + "\ndata: after\n\n");
        assertThat(seen).containsExactly("too long", "after");
    }
}
