package dev.beatcut.studio.plan;

import java.util.function.Consumer;

/** One subject that an instruction can speak of. Takes its words out of the sentence and says what they wish. */
interface Topic {

    void read(Sentence sentence, Consumer<Wish> wishes);
}
