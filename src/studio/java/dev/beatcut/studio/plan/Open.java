package dev.beatcut.studio.plan;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was asked and is not done, and the instruction it was asked in.
 *
 * @param unknownFiles named in the message's last paragraph, and not there
 * @param doubts sentences about wishes that nobody could fulfil
 */
record Open(Instruction instruction, List<String> unknownFiles, List<String> doubts) {

    private static final Map<Class<? extends Wish>, String[]> ONLY_ONE = Map.of(
            Wish.Length.class, new String[] {"lengths", "时长"},
            Wish.LengthBy.class, new String[] {"lengths", "时长"},
            Wish.Framing.class, new String[] {"frame shapes", "画面比例"},
            Wish.Cuts.class, new String[] {"cutting rhythms", "剪切节奏"},
            Wish.MusicGain.class, new String[] {"music volumes", "音乐音量"},
            Wish.OwnGain.class, new String[] {"volumes of the clips' own sound", "原声音量"},
            Wish.SongFrom.class, new String[] {"starts of the song", "歌曲起点"},
            Wish.OtherSong.class, new String[] {"songs", "歌曲"},
            Wish.Duck.class, new String[] {"ways to treat the music under voices", "闪避方式"});

    Speech speech() {
        return new Speech(instruction.language());
    }

    void addTo(List<String> said) {
        said.addAll(doubts);
        if (!unknownFiles.isEmpty()) {
            said.add(speech().say("Not used, because I don't have them: ", "没有使用（我这里没有）：")
                    + speech().quoted(unknownFiles)
                    + speech().say(".", "。"));
        }
        ONLY_ONE.keySet().stream()
                .filter(instruction::contradicts)
                .map(this::contradiction)
                .sorted()
                .forEach(said::add);
        pace(said);
        left(said);
        if (!instruction.notYet().isEmpty()) {
            said.add(speech().say("Not done, because I can't do it yet: ", "没有做（目前还做不到）：")
                    + limits()
                    + speech().say(".", "。"));
        }
        if (!instruction.unclear().isEmpty()) {
            said.add(speech().say("Not done, because I did not understand it: ", "没有做（没看懂）：")
                    + speech().quoted(instruction.unclear())
                    + speech().say(".", "。"));
        }
    }

    void left(List<String> said) {
        if (!instruction.left().isEmpty()) {
            said.add(speech().say("Left as it is: ", "没有动：")
                    + speech().quoted(instruction.left())
                    + speech().say(".", "。"));
        }
    }

    private String contradiction(Class<? extends Wish> kind) {
        var name = ONLY_ONE.get(kind);
        return speech().say("You named several " + name[0] + "; I took the first.", "您说了不止一个" + name[1] + "，我取了第一个。");
    }

    private void pace(List<String> said) {
        var factors = instruction.all(Wish.Pace.class).stream()
                .collect(Collectors.groupingBy(pace -> String.valueOf(pace.where()), Collectors.toList()));
        boolean both = factors.values().stream()
                .anyMatch(paces -> paces.stream().anyMatch(pace -> pace.factor() > 1)
                        && paces.stream().anyMatch(pace -> pace.factor() < 1));
        if (both) {
            said.add(speech().say("More cuts and fewer cuts at once: each took back the other.", "又要快又要慢，两者相互抵消了。"));
        }
    }

    String limits() {
        return instruction.notYet().stream()
                .map(limit -> limit.in(instruction.language()))
                .collect(Collectors.joining(speech().say("; ", "；")));
    }
}
