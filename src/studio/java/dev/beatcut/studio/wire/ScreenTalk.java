package dev.beatcut.studio.wire;

/** A reply as it is given to somebody who sits before a screen with buttons and panels (§4.5 F and G). */
final class ScreenTalk {

    private ScreenTalk() {}

    /** @param language of the session, or null: that of the reply */
    static String about(String reply, String language) {
        return isChinese(reply, language)
                ? "视频已经剪好了！" + reply + "您可以打开时间线面板预览，拖拽标题片段调整时间，满意后点击右上角的“导出”按钮下载成片。"
                : "Your video is ready! Preview it in the Timeline panel, then click the Export button in the top right"
                        + " corner to save it.\n\n" + reply
                        + "\n\nDrag the title clip to change when it appears, or open"
                        + " the Music panel to pick another song.";
    }

    private static boolean isChinese(String reply, String language) {
        return language != null
                ? language.startsWith("zh")
                : reply.codePoints()
                        .anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN);
    }
}
