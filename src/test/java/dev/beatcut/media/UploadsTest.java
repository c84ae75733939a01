package dev.beatcut.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.beatcut.objects.MemoryObjects;
import dev.beatcut.objects.Parts;
import dev.beatcut.session.FakeProject;
import dev.beatcut.session.IdKind;
import dev.beatcut.state.Clockwork;
import dev.beatcut.state.Key;
import dev.beatcut.state.MemoryTable;
import dev.beatcut.state.Records;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UploadsTest {

    private static final Duration VALID = Duration.ofHours(1);
    private static final Duration GRACE = Duration.ofHours(24);

    private final MemoryObjects objects = new MemoryObjects("http://127.0.0.1:1");
    private final Clockwork time = new Clockwork();
    private final Records<MediaItem> items = Records.of(
            new MemoryTable(), new ObjectMapper().registerModule(new JavaTimeModule()), MediaItem.class, time);
    private final Uploads uploads = new Uploads(items, objects, time, VALID, GRACE);

    private final MediaItem asked = MediaItem.awaited(
            IdKind.MEDIA.in(FakeProject.SESSION, "2".repeat(26)),
            FakeProject.SESSION,
            "clip.mp4",
            Format.MP4,
            Parts.LENGTH + 1,
            time.instant());
    private final Key key = MediaItem.key(FakeProject.SESSION, asked.id());

    @Test
    void a_file_is_awaited_for_as_long_as_its_link_is_good_and_some_grace() {
        var view = uploads.open(key, asked, false);

        assertThat(view.upload().url()).isNotNull();
        assertThat(view.upload().parts()).isEmpty();
        assertThat(view.upload().expiresAt()).isEqualTo(time.instant().plus(VALID));
        assertThat(items.get(key).orElseThrow().due())
                .isEqualTo(time.instant().plus(VALID).plus(GRACE));
    }

    @Test
    void a_file_in_parts_has_a_link_for_each() {
        var view = uploads.open(key, asked, true);

        assertThat(view.upload().url()).isNull();
        assertThat(view.upload().parts()).hasSize(2);
        assertThat(view.upload().partSize()).isEqualTo(Parts.LENGTH);
        assertThat(objects.parts)
                .containsOnlyKeys(items.get(key).orElseThrow().value().upload());
    }

    @Test
    void who_asks_again_gets_fresh_links_to_the_same_upload_and_more_time() {
        uploads.open(key, asked, true);
        time.of(Duration.ofHours(20));

        var again = uploads.open(key, asked, true);

        assertThat(again.upload().expiresAt()).isEqualTo(time.instant().plus(VALID));
        assertThat(objects.parts).hasSize(1);
        assertThat(items.get(key).orElseThrow().due())
                .isEqualTo(time.instant().plus(VALID).plus(GRACE));
    }

    @Test
    void what_is_no_longer_awaited_is_told_without_links() {
        uploads.open(key, asked, false);
        var read = items.get(key).orElseThrow();
        items.update(read, read.value().expired(), null);

        var again = uploads.open(key, asked, false);

        assertThat(again.upload()).isNull();
        assertThat(again.status()).isEqualTo(MediaStatus.EXPIRED);
        assertThat(again.bringStatus()).isEqualTo(200);
    }
}
