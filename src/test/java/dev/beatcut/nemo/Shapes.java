package dev.beatcut.nemo;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** How one of the vendor's texts spells the wire, where they differ (see the sources in {@code nemo-api.md} §0). */
interface Shapes {

    String CITY = "{\"filename\":\"city.mp4\",\"file_type\":\"video\","
            + "\"cdn_url\":\"http://cdn.example.com/videos/xxx/city.mp4\",\"duration\":30.5,\"width\":1920,\"height\":1080";
    String SONG = "{\"filename\":\"song.mp3\",\"file_type\":\"audio\","
            + "\"cdn_url\":\"http://cdn.example.com/audios/xxx/song.mp3\",\"duration\":61.25";

    /** §5's example; {@code %s} is the title. {@code tr} and {@code zz} stand for what nobody has told us of. */
    String DRAFT = """
            {"m":{"title":"Urban Dreams","width":1080,"height":1920},"d":10000,"t":[\
            {"tt":0,"id":"trk_v","sg":[{"id":"sg_v1","s":0,"d":10000,"src":"https://cdn.example.com/gen/city.mp4",\
            "ss":0,"v":1.0,"m":{"name":"city timelapse"},"zz":0.10000000000000000001}]},\
            {"tt":1,"id":"trk_a","sg":[{"id":"sg_a1","s":0,"d":10000,"src":"https://cdn.example.com/bgm/lofi.mp3",\
            "ss":4200,"v":0.35,"m":{"name":"Lo-fi"}}]},\
            {"tt":7,"id":"trk_t","sg":[{"id":"sg_t1","s":0,"d":3000,"txt":"%s",\
            "m":{"position":"top-center","color":"#FFFFFF","anim_in":"fade"}}]}],"tr":[{"id":5529798706024415232}]}""";

    String token();

    /** When the token of {@link #token()} was given, and a week later; null if it does not tell. */
    String expiry();

    String session();

    /** What more this text says of an uploaded file. */
    String moreOfFile();

    /** The draft before the first edit, with its key and a comma; or nothing. */
    String noDraft();

    /** The stream of an edit; {@link #longEdit} has heartbeats before its first word. */
    String edit();

    /** What is said in {@link #edit}. */
    String said();

    default String longEdit() {
        return fixture("C_heartbeats");
    }

    /** An edit without a word. */
    default String silentEdit() {
        return fixture("D_silent_edit");
    }

    /** An error of §7. */
    ResponseDefinitionBuilder refusal(int code);

    /** @param url of the finished film, or null; {@code error} of a failed one, or null */
    String job(String id, String status, int progress, String url, String error);

    /** The status word of an export that was called off. */
    default String calledOff() {
        return "failed";
    }

    /** What comes when a job's id is used again. */
    default ResponseDefinitionBuilder duplicate(String id) {
        return okJson(job(id, "processing", 40, null, null));
    }

    default String uploaded(String file) {
        return "{\"code\":0,\"data\":{\"files\":[" + file + moreOfFile() + "}],\"session_state_applied\":true}}";
    }

    default String draft(String state) {
        return DRAFT.formatted(state.equals("later") ? "Later" : "Urban Dreams");
    }

    default String state(String state) {
        var files =
                switch (state) {
                    case "Started" -> "";
                    case "clip" -> CITY + moreOfFile() + "}";
                    default -> CITY + moreOfFile() + "}," + SONG + moreOfFile() + "}";
                };
        var draft = state.matches("edited|later") ? "\"draft\":" + draft(state) + "," : noDraft();
        return "{\"code\":0,\"data\":{\"session_id\":\"" + SourcedCloud.SESSION + "\",\"task_id\":\"task_xxx\","
                + "\"task_name\":\"project\",\"state\":{\"video_infos\":[" + files + "]," + draft
                + "\"canvas_config\":{},\"video_analyses\":{},\"generated_media\":[]}}}";
    }

    static String fixture(String name) {
        try (var stream = Shapes.class.getResourceAsStream("/run_sse/" + name + ".sse")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
