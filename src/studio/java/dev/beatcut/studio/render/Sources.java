package dev.beatcut.studio.render;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The files behind the addresses of a timeline, each looked up once. */
final class Sources {

    private final Function<String, Source> files;
    private final Map<String, Source> seen = new ConcurrentHashMap<>();

    Sources(Function<String, Source> files) {
        this.files = files;
    }

    Source of(String src) {
        return seen.computeIfAbsent(src, files);
    }

    Source of(Shot shot) {
        return of(shot.segment().src());
    }
}
