package dev.beatcut.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PackedTest {

    @Test
    void a_text_comes_back_as_it_was_and_a_large_draft_fits_a_document() {
        var draft = "{\"id\":\"片段\",\"s\":1234,\"d\":500,\"src\":\"http://127.0.0.1/media/a.mp4\"},".repeat(20_000);
        var packed = Packed.of(draft);

        assertThat(packed.text()).isEqualTo(draft);
        assertThat(packed.zipped().length()).isLessThan(Table.MAX_DOCUMENT_BYTES);
    }
}
