package dev.beatcut.chat;

import dev.beatcut.nemo.Balance;
import dev.beatcut.session.Session;
import java.util.List;
import java.util.Locale;

/** What the backend itself says, in the session's language. */
enum Phrases {
    STILL_WORKING("⏳ Still working...", "⏳ 仍在处理..."),
    CUT("The connection broke.", "连接中断了。"),
    TIMED_OUT("The reply took too long.", "等待回复的时间过长。"),
    LEFT("The reply was not heard to its end.", "回复没有听完。"),
    INTERRUPTED("The turn was interrupted.", "这一轮被中断了。"),
    WORDLESS("The upstream finished without a word.", "处理已结束，但没有回复。"),
    ANSWERED_NOTHING("The upstream answered nothing.", "上游没有任何回复。"),
    LOOKING("I look at the timeline to see what became of it.", "我会查看时间线，确认结果。"),
    NOT_CHANGED(
            "The timeline has not changed. The message was not sent again: if you still want it, say it again.",
            "时间线没有变化。消息没有重新发送：如果仍然需要，请再说一次。"),
    NOT_KNOWN("What became of it is not known: the timeline could not be read.", "结果未知：无法读取时间线。"),
    EXPORT_STARTED("The export has started: render %s. It goes on when you leave.", "已开始导出：%s。离开也会继续。"),
    EXPORT_NOT_STARTED("The export could not be started. %s %s", "无法开始导出。%s %s"),
    EXPORT_NOT_BEGUN("Since the edit failed, the export was not started.", "由于编辑失败，没有开始导出。"),
    EXPORT_OFFER("Say \"export\" to get the film.", "说“导出”即可得到成片。"),
    EDIT_OFFER("To change that, just say it.", "想修改的话，直接说就可以。"),
    CREDITS("%d credits are available, %d are reserved, %d in total.", "可用积分 %d，冻结 %d，总计 %d。"),
    EMPTY_TIMELINE("The timeline is still empty.", "时间线还是空的。"),
    HOW_TO_UPLOAD(
            "Ask where to put a file: POST /sessions/%s/media with its name, size and type; put its bytes there; then POST"
                    + " .../media/{id}/complete. Or send {\"url\"} of a public link.",
            "上传文件：POST /sessions/%s/media，给出 name、size 和 type；把内容传到返回的地址；再 POST"
                    + " .../media/{id}/complete。也可以只给公开链接 {\"url\"}。"),
    CHANGED("Done: %s.", "已完成：%s。"),
    CHANGED_NEVERTHELESS("The timeline has changed nevertheless: %s.", "但时间线有变化：%s。"),
    AS_IT_WAS("The timeline is as it was. Try to say it in another way.", "时间线没有变化。请换一种说法再试。"),
    ABOUT("Use only these files: %s.", "只使用这些文件：%s。");

    private final String english;
    private final String chinese;

    Phrases(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    String in(Session session, Object... values) {
        return String.format(Locale.ROOT, session.speaksChinese() ? chinese : english, values);
    }

    String inEnglish() {
        return english;
    }

    /** One sentence after the other. */
    static String in(Session session, Phrases first, Phrases second) {
        return first.in(session) + (session.speaksChinese() ? "" : " ") + second.in(session);
    }

    static String credits(Session session, Balance balance) {
        return CREDITS.in(session, balance.available(), balance.frozen(), balance.total());
    }

    /** Says it of changes. */
    String of(Session session, List<String> changes) {
        return in(session, String.join(session.speaksChinese() ? "；" : "; ", changes));
    }

    /** As the upstream understands a message about some files only. */
    static String about(Session session, List<String> files, String text) {
        var names = String.join(session.speaksChinese() ? "、" : ", ", files);
        return files.isEmpty() ? text : text + "\n\n" + ABOUT.in(session, names);
    }
}
