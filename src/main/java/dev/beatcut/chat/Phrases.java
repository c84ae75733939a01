package dev.beatcut.chat;

import dev.beatcut.nemo.Balance;
import dev.beatcut.session.Session;
import java.util.List;
import java.util.Locale;

/** What the backend itself says, in the session's language. */
enum Phrases {
    STILL_WORKING("⏳ Still working...", "⏳ 仍在处理..."),
    EXPORT_STARTED("The export has started: render %s. It goes on when you leave.", "已开始导出：%s。离开也会继续。"),
    CREDITS("%d credits are available, %d are reserved, %d in total.", "可用积分 %d，冻结 %d，总计 %d。"),
    EMPTY_TIMELINE("The timeline is still empty.", "时间线还是空的。"),
    HOW_TO_UPLOAD(
            "Ask where to put a file: POST /sessions/%s/media with its name, size and type; put its bytes there; then POST"
                    + " .../media/{id}/complete. Or send {\"url\"} of a public link.",
            "上传文件：POST /sessions/%s/media，给出 name、size 和 type；把内容传到返回的地址；再 POST"
                    + " .../media/{id}/complete。也可以只给公开链接 {\"url\"}。"),
    CHANGED("Done: %s.", "已完成：%s。"),
    UNCHANGED(
            "The upstream finished without a word, and the timeline is as it was. Try to say it in another way.",
            "处理已结束，但没有回复，时间线也没有变化。请换一种说法再试。");

    private final String english;
    private final String chinese;

    Phrases(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    String in(Session session, Object... values) {
        return String.format(Locale.ROOT, session.speaksChinese() ? chinese : english, values);
    }

    static String credits(Session session, Balance balance) {
        return CREDITS.in(session, balance.available(), balance.frozen(), balance.total());
    }

    static String changed(Session session, List<String> changes) {
        return CHANGED.in(session, String.join(session.speaksChinese() ? "；" : "; ", changes));
    }

    /** As the upstream understands a message about some files only. */
    static String about(List<String> files, String text) {
        return files.isEmpty() ? text : text + "\n\nUse only these files: " + String.join(", ", files) + ".";
    }
}
