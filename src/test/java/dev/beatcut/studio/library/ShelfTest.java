package dev.beatcut.studio.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.beatcut.objects.Objects;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.studio.ffmpeg.MediaInfo;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShelfTest {

    @TempDir
    Path scratch;

    /** As S3 says both that it is away and that the copy could not be written. */
    private final Objects away = (Objects)
            Proxy.newProxyInstance(Objects.class.getClassLoader(), new Class<?>[] {Objects.class}, (it, call, with) -> {
                throw new Problem(ProblemCode.STORAGE_UNAVAILABLE, "It does not answer.", "Try again.");
            });

    private final Shelf shelf = new Shelf(null, null, null, away, null, null, null, null, null);

    @Test
    void a_disk_without_room_for_a_copy_is_full_and_not_a_store_that_is_away_for_which_work_would_wait_for_ever() {
        assertThat(refusal(Long.MAX_VALUE).code()).isEqualTo(ProblemCode.STORAGE_FULL);
        assertThat(refusal(Long.MAX_VALUE).detail()).contains("clip.mp4");
        assertThat(refusal(1).code()).isEqualTo(ProblemCode.STORAGE_UNAVAILABLE);
    }

    private Problem refusal(long size) {
        var clip =
                new Media("1", "ab", "clip.mp4", size, (MediaInfo) null, "http://studio.test/studio/media/1/clip.mp4");
        return catchThrowableOfType(Problem.class, () -> shelf.file(clip, scratch));
    }
}
