package dev.beatcut.announce;

import java.time.Duration;

/** What became of one try to tell somebody. */
public sealed interface Outcome {

    /** The HTTP status that was answered, or null if there was none. */
    Integer status();

    /** In a few words, without addresses and tokens; null where the status says all. */
    String reason();

    record Delivered(Integer status) implements Outcome {
        @Override
        public String reason() {
            return null;
        }
    }

    /** @param notBefore how long whoever refused wants to be left alone, or null */
    record Failed(Integer status, String reason, Duration notBefore) implements Outcome {}

    /** Another try cannot do better: nobody is there any more. */
    record GivenUp(Integer status, String reason) implements Outcome {}
}
