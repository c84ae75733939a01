package dev.beatcut.studio.plan;

import dev.beatcut.timeline.Timeline;

/** What became of an instruction. {@code reply} is for people, in the instruction's language. */
public sealed interface Plan {

    String reply();

    /** A new timeline: the turn costs credits. */
    record Edited(Timeline timeline, String reply) implements Plan {}

    /** Nothing was changed and nothing is charged: not understood, or something is missing; the reply says which. */
    record Declined(String reply) implements Plan {}
}
