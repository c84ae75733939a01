package dev.beatcut.studio.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What nobody understood, clause by clause, without the words that carry no wish. */
final class Leftovers {

    private static final Pattern CLAUSE = Pattern.compile(
            "[,;!?，。；！？、\\n\\r\uF8FF]+|\\.(?=\\s|$)|\\b(?:and|then|but|plus|also|while)\\b|并且|并|然后|还有|同时|再|以及");
    private static final Set<String> EMPTY = new HashSet<>(List.of(("""
            a an the my our your me us i i'd i'm we you it its it's this that these those there here please
            pls kindly just
            make made do does let let's can could would should will want wants wanna need like to of for with
            on at in into
            from by as is are be been so all some any one and or then also now ok okay hi hello hey thanks
            thank very really
            rest remaining video videos film films movie clip clips photo photos picture pictures image images footage song
            songs music
            track audio file files bgm beat beats cut cuts edit result final whole version output short nice
            cool good great
            best awesome amazing beautiful fun pretty perfect quick simple use using get give keep have
            create add put set
            show has which up out together background dope sick epic social media post posts ready minute
            second long
            length about around exactly only still each every other them they when where style look looks feel
            whats s ever thing things stuff something going go
            same again hmm hmmm hm mhm uh um err no nope nah yes yeah yep yup well sorry actually wait maybe perhaps
            probably think thought guess suppose believe hope hopefully thx ty tks thanx cheers welcome lol haha wow
            omg bro dude guys man buddy mate sir instead too everything else total already currently right anyway
            honestly overall shall may might must gonna gotta got help try trying able possible possibly possible
            properly super totally absolutely definitely completely am were was did done whatever seems seem
            sounds sound's magic work works way ways kind sort type new idea if but i'll you're they're that's
            there's here's what's isn't else please's tho though bit's vibe vibes guy
            said except slowly gently morning evening afternoon prefer prefers
            mach doch mal oder ein eine einen das den dem der danke hallo mir mich uns
            """).split("\\s+")));
    private static final Pattern EMPTY_CHINESE = Pattern.compile(
            "能不能|可不可以|行不行|好不好|不错|很好|就是|太棒了?|一样|同样|其实|感觉|觉得|应该|现在|这次|看看|试试|就行|即可|辛苦|多谢|感谢|拜托|老师|嗯|哦|哈|那么|那|您|亲|先|行|请|给|短|帮我|帮忙|给我|麻烦|谢谢|你好|我们?|你|的|了|把|将|让|一下|一个|一段|这个|这些|这段|这首|那个|视频|影片|短片|片段|素材|照片|图片|画面|音乐|歌曲|歌|配乐|背景|文件"
                    + "|在|上|和|与|及|跟|做|成|要|想|用|使|到|为|是|就|都|也|最好|好看|好|吧|呢|啊|呀|吗|剪辑|剪|切|版本|版|长|左右|加|全部|所有|整个|比较"
                    + "|一点|一些|可以|能|有|来|个|条|段|里|中|下|并|点|酷|炫");

    /** Quoted words, file names, and letters that are neither Latin nor Chinese. */
    private static final Pattern MEANT = Pattern.compile(
            Sentence.QUOTE + "|" + Sentence.PICTURE + "|" + Sentence.SONG + "|[\\p{L}&&[^\\p{IsLatin}\\p{IsHan}]]");

    private Leftovers() {}

    /** Whether a word carries no wish by itself. */
    static boolean isEmpty(String word) {
        return EMPTY.contains(word);
    }

    static List<String> of(Sentence sentence) {
        var rest = sentence.rest();
        var unclear = new ArrayList<String>();
        var separators = CLAUSE.matcher(rest);
        int from = 0;
        while (separators.find()) {
            add(sentence, rest, from, separators.start(), unclear);
            from = separators.end();
        }
        add(sentence, rest, from, rest.length(), unclear);
        return unclear;
    }

    private static void add(Sentence sentence, String rest, int from, int to, List<String> unclear) {
        var clause = rest.substring(from, to);
        if (saysSomething(clause)) {
            unclear.add(sentence.written(from, to).replaceAll("^[\\p{Punct}\\s]+(?=[\\p{L}\"'])|\\s+$", ""));
        }
    }

    private static boolean saysSomething(String clause) {
        if (MEANT.matcher(clause).find()) {
            return true;
        }
        for (var word : clause.split("[^\\p{IsLatin}\\p{N}'%:.#]+")) {
            var bare = word.replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}%]+$", "");
            if (!bare.isEmpty() && !EMPTY.contains(bare) && !bare.matches("\\p{IsHan}+")) {
                return true;
            }
        }
        var han = EMPTY_CHINESE.matcher(clause.replaceAll("[^\\p{IsHan}]", "")).replaceAll("");
        return !han.isEmpty();
    }
}
