package dev.beatcut.intent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntentTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export",
                "Export!",
                "导出",
                "download",
                "send me the video",
                "export 1080p MP4",
                "Please export the video now",
                "can you download it for me please",
                "save",
                "save it as mp4",
                "render the final video",
                "give me the file",
                "导出视频",
                "请帮我导出一下",
                "下载成片",
                "把视频发给我",
                "把视频导出来吧",
                "发给我视频",
                "export in high quality",
                "我要导出",
                "start the export"
            })
    void exports(String text) {
        assertThat(Intent.of(text)).isEqualTo(Intent.EXPORT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "credits", "积分", "balance", "余额", "how many credits do I have left?", "how many left",
                        "check my credits",
                "what's my balance?", "credits left", "show me the balance", "我还有多少积分？", "查询余额", "积分还剩多少", "还剩多少",
                "how much is left", "do I have any credits left"
            })
    void credits(String text) {
        assertThat(Intent.of(text)).isEqualTo(Intent.CREDITS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status", "状态", "show tracks", "show me the timeline", "what's the status?", "progress", "现在什么样了",
                "现在什么样了？", "list all tracks", "查看状态", "显示轨道", "进度怎么样", "what does it look like now", "is it done yet?",
                "好了吗", "show the current draft", "how is it going"
            })
    void states(String text) {
        assertThat(Intent.of(text)).isEqualTo(Intent.STATUS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "upload",
                "上传",
                "upload a file",
                "I want to upload some clips",
                "how do I upload a song?",
                "上传视频",
                "我想上传一首歌",
                "怎么上传",
                "upload this video"
            })
    void uploads(String text) {
        assertThat(Intent.of(text)).isEqualTo(Intent.UPLOAD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "add upload progress bar text",
                "export-style title",
                "make the download button text bigger",
                "导出风格的标题",
                "add end credits",
                "roll credits at the end",
                "balance the audio",
                "balance the music against the voice",
                "save the intro and cut the rest",
                "add a title that says Status",
                "标题写“下载”",
                "regenerate",
                "再来一个",
                "重新生成",
                "sync background music to my video and adjust the beat drops to match the cuts",
                "把视频剪到节拍上，15秒，竖屏",
                "show the title for 3 seconds",
                "speed up the progress of the first clip",
                "download speed test title",
                "",
                "cut on every beat and export it in a vertical style",
                "add text: export",
                "上传进度条的文字",
                "让状态栏更大",
                "render a title in gold",
                "给视频加积分榜字幕",
                "make it ready for tiktok",
                "好",
                "ok",
                "the first clip is done too early"
            })
    void everythingElseIsAnEdit(String text) {
        assertThat(Intent.of(text)).isEqualTo(Intent.EDIT);
    }
}
