package dev.beatcut.studio.plan;

import java.util.ArrayList;

/** What is said where nothing was changed. */
final class Refusals {

    private final Open open;
    private final Instruction instruction;
    private final Speech speech;

    Refusals(Open open) {
        this.open = open;
        this.instruction = open.instruction();
        this.speech = open.speech();
    }

    String notUnderstood() {
        var said = new ArrayList<>(open.doubts());
        if (instruction.foreign()) {
            said.add("I read English and Chinese (中文), and this seems to be neither.");
        }
        open.left(said);
        if (!instruction.notYet().isEmpty()) {
            said.add(say("I can't do this yet: ", "这些我目前还做不到：") + open.limits() + say(".", "。"));
        }
        if (!instruction.unclear().isEmpty() && !instruction.foreign()) {
            said.add(say("I did not understand ", "我没有看懂") + speech.quoted(instruction.unclear()) + say(".", "。"));
        }
        if (said.isEmpty()) {
            said.add(say("I found no edit in that message.", "我没有在这句话里找到要做的剪辑。"));
        }
        said.add(say("Nothing was changed.", "没有做任何改动。"));
        if (open.doubts().isEmpty()) {
            said.add(examples());
        }
        return speech.join(said);
    }

    private String examples() {
        return say(
                "These work: \"cut on every second beat, 20 seconds, vertical\", \"title \"Urban "
                        + "Dreams\" for 3 seconds\", \"music at 35%\", \"make it faster\", \"undo\".",
                "可以这样说：“把视频剪到节拍上，15秒，竖屏”、“标题“城市之梦”，前3秒”、“音乐音量35%”、“节奏快一点”、“撤销”。");
    }

    String missing(boolean song, boolean picture) {
        var said = new ArrayList<String>();
        said.add(
                instruction.files().areAll() || picture
                        ? lacking(song, picture)
                        : say(
                                "None of the files you named is a clip or photo that I have, so there is nothing to show."
                                        + " Nothing was changed. Name at least one clip or photo, or leave the files out.",
                                "您指定的文件里没有我能用的视频片段或照片，所以没有画面，没有做任何改动。请至少指定一个视频片段或一张照片，或者不指定文件。"));
        open.addTo(said);
        return speech.join(said);
    }

    private String lacking(boolean song, boolean picture) {
        if (!song && !picture) {
            return say(
                    "There is nothing to cut yet. Add a song and at least one clip or photo, then say it again.",
                    "还没有可以剪的素材。请先上传一首歌和至少一个视频片段或一张照片，再说一遍。");
        }
        return say(
                "I have the pictures, but no song to cut them to. Add one (mp3, wav, m4a or aac), then say it again.",
                "画面已经有了，但还没有可以踩点的歌曲。请上传一首（mp3、wav、m4a 或 aac），再说一遍。");
    }

    String noBeats(Material song) {
        return say(
                "I heard no steady beat in \"" + song.name()
                        + "\", so there is nothing to cut to, and nothing was changed. I can cut by the clock "
                        + "instead: say \"cut every 2 seconds\". Or add another song.",
                "我在“" + song.name() + "”里没有听到稳定的节拍，所以没有做任何改动。可以改为按时间切换，比如“每2秒切一次”，或者换一首歌。");
    }

    String tooShort() {
        return say(
                "The clips are too short to show anything on these beats. Nothing was changed. Add a "
                        + "longer clip or a photo.",
                "视频片段太短，放不进这些节拍。没有做任何改动。请上传更长的片段或照片。");
    }

    String nothingChanged() {
        var said = new ArrayList<String>();
        boolean titles = instruction.asks(Wish.NoTitle.class)
                || instruction.asks(Wish.Title.class)
                || instruction.asks(Wish.TitleBy.class);
        said.add(
                instruction.wantsMoreThanRecorded()
                        ? say("The music is as loud as it was recorded, and that is the most.", "音乐已经是录音的原始音量，不能更大。")
                        : titles && instruction.wishes().size() == 1
                                ? say("There is no title that this could change.", "没有可以这样修改的标题。")
                                : say("The film is like that already.", "视频已经是这样了。"));
        said.add(say("Nothing was changed.", "没有做任何改动。"));
        open.addTo(said);
        return speech.join(said);
    }

    private String say(String english, String chinese) {
        return speech.say(english, chinese);
    }
}
