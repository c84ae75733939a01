package dev.beatcut.studio.plan;

import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.TrackType;
import java.util.ArrayList;

/** What is said of undo and redo. */
final class StepReplies {

    private final Instruction instruction;
    private final Speech speech;

    StepReplies(Instruction instruction) {
        this.instruction = instruction;
        this.speech = new Speech(instruction.language());
    }

    String nowhere(boolean back) {
        return back
                ? speech.say("There is nothing to undo. Nothing was changed.", "没有可以撤销的操作。没有做任何改动。")
                : speech.say("There is nothing to redo. Nothing was changed.", "没有可以重做的操作。没有做任何改动。");
    }

    /** @param allThereWas more steps were asked than there are */
    String stepped(boolean back, int steps, boolean allThereWas, Timeline film) {
        var said = new ArrayList<String>();
        var how = Speech.count(steps, "step") + (allThereWas ? ", all there are" : "");
        var howZh = steps + " 步" + (allThereWas ? "（只有这么多）" : "");
        said.add(
                back
                        ? speech.say("I went back " + how + ".", "已撤销 " + howZh + "。")
                        : speech.say("I went forward again " + how + ".", "已重做 " + howZh + "。"));
        said.add(state(film));
        if (instruction.wishes().size() > 1 || !instruction.unclear().isEmpty()) {
            said.add(speech.say("I did only that; say the rest again, if you still want it.", "其他要求没有做，如果还需要请再说一遍。"));
        }
        return speech.join(said);
    }

    private String state(Timeline film) {
        if (film.segments(TrackType.VIDEO).isEmpty()) {
            return speech.say("There is no film now.", "现在还没有视频。");
        }
        long cuts = film.segments(TrackType.VIDEO).size() - 1L;
        return speech.say(
                "The film is now " + Speech.lasting(film.length()) + ", " + film.width() + "x" + film.height()
                        + ", with " + Speech.count(cuts, "cut") + ".",
                "视频现在长 " + Speech.seconds(film.length()) + " 秒，" + film.width() + "x" + film.height() + "，共 " + cuts
                        + " 处剪切。");
    }
}
