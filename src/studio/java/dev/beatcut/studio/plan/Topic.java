package dev.beatcut.studio.plan;

/** One subject that an instruction can speak of. Takes its words out of the sentence and notes what they wish. */
interface Topic {

    void read(Sentence sentence);
}
