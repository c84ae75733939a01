package dev.beatcut.objects;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One range of a file's bytes, both ends included, as RFC 9110 §14 has it.
 *
 * @param asked false where the header was absent or not understood: then it is the whole file
 */
public record ByteRange(long from, long to, boolean asked) {

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** Empty where the header asks for what is not there. */
    public static Optional<ByteRange> of(String header, long size) {
        var said = ONE.matcher(header == null ? "" : header.strip());
        if (!said.matches() || said.group(1).isEmpty() && said.group(2).isEmpty()) {
            return Optional.of(new ByteRange(0, size - 1, false));
        }
        if (said.group(1).isEmpty()) {
            var last = Math.min(size, Long.parseLong(said.group(2)));
            return last == 0 ? Optional.empty() : Optional.of(new ByteRange(size - last, size - 1, true));
        }
        var from = Long.parseLong(said.group(1));
        var to = said.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(said.group(2));
        return from > to || from >= size
                ? Optional.empty()
                : Optional.of(new ByteRange(from, Math.min(size - 1, to), true));
    }

    public long length() {
        return to - from + 1;
    }

    /** 206 for a range, 200 for the whole. */
    public int status() {
        return asked ? 206 : 200;
    }

    /** The header {@code Content-Range}. */
    public String of(long size) {
        return "bytes " + from + "-" + to + "/" + size;
    }
}
