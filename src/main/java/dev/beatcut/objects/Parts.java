package dev.beatcut.objects;

import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How {@code size} bytes are cut: parts of {@link #LENGTH}, numbered from 1, the last one shorter. */
public record Parts(long size) {

    /** S3 wants at least 5 MiB; a phone that loses its network does not want to send much again. */
    public static final long LENGTH = 8 << 20;

    public static Parts of(long size) {
        return new Parts(size);
    }

    public int count() {
        return (int) ((size + LENGTH - 1) / LENGTH);
    }

    public IntStream numbers() {
        return IntStream.rangeClosed(1, count());
    }

    public long length(int number) {
        return Math.min(LENGTH, size - (number - 1) * LENGTH);
    }

    /**
     * @param arrived length of each part that is there
     * @throws Problem FILE_INCOMPLETE unless these are the parts
     */
    public void check(Map<Integer, Long> arrived) {
        var wrong = numbers()
                .filter(number -> arrived.getOrDefault(number, -1L) != length(number))
                .boxed()
                .toList();
        if (wrong.isEmpty() && arrived.size() == count()) {
            return;
        }
        var said = wrong.stream().limit(20).map(String::valueOf).collect(Collectors.joining(", "));
        throw new Problem(
                ProblemCode.FILE_INCOMPLETE,
                "Of " + count() + " parts, " + wrong.size() + " have not arrived whole: " + said
                        + (wrong.size() > 20 ? " and more." : "."),
                "Put these parts to their URLs (of 8 MB each, the last one shorter), then complete it again.");
    }
}
