package dev.beatcut.studio.plan;

import java.util.regex.Pattern;

/** Where somebody corrects himself: "15 seconds, no wait, 20 seconds". */
final class SecondThoughts {

    private static final Pattern WORDS = Pattern.compile("→|[-=]>|(?<=[,.;!?…，。；！？] ?)no(?=,)"
            + "|\\b(?:oh |uh |um |hmm |or )?(?:no,? ?wait|wait,? ?no|wait(?= ?[,.!…])|actually,? ?no|no,? ?actually|actually"
            + "|scratch that|i mean|i meant|rather,|no,? sorry|sorry,? no|sorry|on second thoughts?|correction:?)\\b[,:]?"
            + "|(?<=[,.;!?…，。；！？] ?)(?:哦|啊|噢)?(?:(?:不对|不是|不|等等|等一下|说错了|算了)(?=[,，。！!])|还是(?=改|用|换|做|要|\\d))[，,]?");

    private SecondThoughts() {}

    static void read(Sentence sentence) {
        sentence.takeSecondThoughts(WORDS);
    }
}
