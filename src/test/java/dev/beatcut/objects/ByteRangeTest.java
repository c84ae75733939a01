package dev.beatcut.objects;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-, 0, 9",
        "bytes=0-0, 0, 0",
        "bytes=3-5, 3, 5",
        "bytes=3-99, 3, 9",
        "bytes=-4, 6, 9",
        "bytes=-99, 0, 9",
        "bytes=9-, 9, 9"
    })
    void a_range_is_answered_with_206(String header, long from, long to) {
        var range = ByteRange.of(header, 10).orElseThrow();

        assertThat(range).isEqualTo(new ByteRange(from, to, true));
        assertThat(range.status()).isEqualTo(206);
        assertThat(range.of(10)).isEqualTo("bytes " + from + "-" + to + "/10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bytes=-", "lines=1-2", "bytes=0-1,4-5", "bytes=a-b"})
    void what_is_not_understood_means_the_whole_file(String header) {
        assertThat(ByteRange.of(header, 10)).contains(new ByteRange(0, 9, false));
        assertThat(ByteRange.of(null, 10).orElseThrow().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-12", "bytes=5-3", "bytes=-0"})
    void what_is_not_there_is_no_range(String header) {
        assertThat(ByteRange.of(header, 10)).isEmpty();
    }

    @Test
    void an_empty_file_has_no_range_and_is_whole() {
        assertThat(ByteRange.of("bytes=0-", 0)).isEmpty();
        assertThat(ByteRange.of(null, 0).orElseThrow().length()).isZero();
    }
}
