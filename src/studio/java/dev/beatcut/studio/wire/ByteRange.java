package dev.beatcut.studio.wire;

import java.util.Optional;
import java.util.regex.Pattern;

/** One range of a file's bytes, both ends included, as RFC 9110 §14 has it. */
record ByteRange(long from, long to) {

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** The whole file where the header is absent or not understood; empty where it asks for what is not there. */
    static Optional<ByteRange> of(String header, long size) {
        var said = ONE.matcher(header == null ? "" : header.strip());
        if (!said.matches() || said.group(1).isEmpty() && said.group(2).isEmpty()) {
            return Optional.of(new ByteRange(0, size - 1));
        }
        if (said.group(1).isEmpty()) {
            var last = Math.min(size, Long.parseLong(said.group(2)));
            return last == 0 ? Optional.empty() : Optional.of(new ByteRange(size - last, size - 1));
        }
        var from = Long.parseLong(said.group(1));
        var to = said.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(said.group(2)));
        return from > to ? Optional.empty() : Optional.of(new ByteRange(from, to));
    }

    long length() {
        return to - from + 1;
    }

    boolean isWhole(long size) {
        return length() == size;
    }
}
