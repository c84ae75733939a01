package dev.beatcut.studio.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.InstantSource;

/** What a stream speaks, and whether in deltas though nobody asked for them. */
enum DialectFault implements Aspect {
    ADK(false),
    STREAMING(true),
    PROGRESSIVE(true) {
        @Override
        Dialect dialect(ObjectMapper mapper, InstantSource clock, String invocation) {
            return new ProgressiveEvents(new AdkEvents(mapper, clock, invocation));
        }
    },
    FLAT(false) {
        @Override
        Dialect dialect(ObjectMapper mapper, InstantSource clock, String invocation) {
            return new FlatEvents(mapper);
        }
    };

    private final boolean streaming;

    DialectFault(boolean streaming) {
        this.streaming = streaming;
    }

    boolean isStreaming() {
        return streaming;
    }

    Dialect dialect(ObjectMapper mapper, InstantSource clock, String invocation) {
        return new AdkEvents(mapper, clock, invocation);
    }
}
