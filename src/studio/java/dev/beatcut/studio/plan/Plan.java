package dev.beatcut.studio.plan;

import dev.beatcut.studio.beat.Correction;
import dev.beatcut.timeline.Timeline;
import java.util.Map;

/** What became of an instruction. {@code reply} is for people, in the instruction's language. */
public sealed interface Plan {

    String reply();

    /**
     * A new timeline: the turn costs credits.
     *
     * @param corrections of the beats of songs, by their {@code src}: all that is corrected from now on, {@link
     *     Correction#NONE} for a song that is as heard again; songs that are not named stay as they are
     */
    record Edited(Timeline timeline, Map<String, Correction> corrections, String reply) implements Plan {

        public Edited {
            corrections = Map.copyOf(corrections);
        }

        public Edited(Timeline timeline, String reply) {
            this(timeline, Map.of(), reply);
        }
    }

    /**
     * The film that was there before, beats included, or an undone one again; it costs nothing.
     *
     * @param by as in {@link History#at}, which must not be null there: -1 undoes one edit, 1 does it again
     */
    record Stepped(int by, String reply) implements Plan {}

    /** Nothing was changed and nothing is charged: not understood, or something is missing; the reply says which. */
    record Declined(String reply) implements Plan {}
}
