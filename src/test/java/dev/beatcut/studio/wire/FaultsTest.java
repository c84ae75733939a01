package dev.beatcut.studio.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.state.VirtualTime;
import dev.beatcut.studio.library.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each fault looks like to a client, and what it costs: work that is done is paid once, a refusal is free. */
class FaultsTest {

    @TempDir
    Path folder;

    private InProcessStudio studio;
    private Guest guest;
    private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-03-01T00:00:00Z"));

    @BeforeEach
    void arrive() {
        studio = new InProcessStudio(new Settings(folder), clock, 7);
        guest = new Guest(studio).arrive("en");
    }

    @AfterEach
    void nothing_broke_off() {
        assertThat(studio.broken()).isEmpty();
        assertThat(studio.account(guest.user).frozen()).isZero();
    }

    // What a stream says of its turn.

    @Test
    void silent_stop_tells_its_tools_and_an_error_code_that_is_none() {
        studio.misbehave(1, "silent-stop");

        var events = events(guest.says(Guest.EDIT));

        assertThat(events.getLast().path("errorCode").asText()).isEqualTo("STOP");
        assertThat(events.getLast().has("errorMessage")).isFalse();
        assertThat(events.getLast().has("content")).isFalse();
        assertThat(tools(events)).contains("edit_multitrack");
        assertThat(texts(events)).isEmpty();
        doneAndPaidOnce();
    }

    @Test
    void silent_nothing_tells_its_tools_and_ends() {
        studio.misbehave(1, "silent-nothing");

        var reply = guest.says(Guest.EDIT);

        assertThat(events(reply).getLast().at("/content/parts/0").has("functionResponse"))
                .isTrue();
        assertThat(reply.breaks()).isFalse();
        doneAndPaidOnce();
    }

    @Test
    void silent_empty_tells_nothing_at_all() {
        studio.misbehave(1, "silent-empty");

        assertThat(events(guest.says(Guest.EDIT))).isEmpty();
        doneAndPaidOnce();
    }

    @Test
    void what_was_not_done_is_told_all_the_same() {
        studio.misbehave(1, "silent-nothing");

        assertThat(texts(events(guest.says("zzz qqq"))))
                .singleElement()
                .asString()
                .isNotBlank();
        assertThat(guest.credits()).isEqualTo(100);
    }

    @Test
    void gui_talk_speaks_of_buttons_and_keeps_the_reply_inside() {
        var plain = texts(events(guest.says(Guest.EDIT))).getFirst();
        guest.open("en");
        guest.brings("city.mp4", "clip city");
        guest.brings("song.mp3", "song one");
        studio.misbehave(1, "gui-talk");

        var said = texts(whole(events(guest.says(Guest.EDIT))));

        assertThat(said)
                .singleElement()
                .asString()
                .contains(plain, "Preview it in the Timeline panel", "click the Export button", "Drag the title clip");
    }

    @Test
    void gui_talk_speaks_chinese_in_a_chinese_session() {
        guest = new Guest(studio).arrive("zh-CN");
        studio.misbehave(1, "gui-talk");

        assertThat(texts(whole(events(guest.says("每两拍切一次，10秒")))))
                .singleElement()
                .asString()
                .contains("点击右上角的“导出”按钮", "拖拽");
    }

    @Test
    void gui_talk_comes_in_deltas_or_whole_by_chance() {
        studio.misbehave(1, "gui-talk");

        var inDeltas = IntStream.range(0, 12)
                .mapToObj(
                        turn -> guest.says("title \"Take " + turn + "\"").text().contains("\"partial\":true"))
                .toList();

        assertThat(inDeltas).contains(true, false);
    }

    @Test
    void heartbeats_come_in_all_spellings_before_the_reply() {
        studio.misbehave(1, "heartbeats=3m");

        var reply = guest.says(Guest.EDIT);

        assertThat(reply.took()).isEqualTo(Duration.ofMinutes(3));
        assertThat(reply.text())
                .contains(": keep-alive\n\n", "data:\n\n", "data: \n\n", "data: heartbeat\n\n", "data: ping\n\n")
                .contains("event: heartbeat\ndata: {}\n\n", "event: ping\ndata: {}\n\n")
                .contains("data: {\"type\":\"heartbeat\"}\n\n", "data: {\"heartbeat\":true}\n\n", "data: {}\n\n")
                .contains("\"finishReason\":\"STOP\"");
        assertThat(reply.pieces()).allMatch(piece -> piece.after().compareTo(Duration.ofSeconds(10)) <= 0);
        doneAndPaidOnce();
    }

    @Test
    void heartbeats_alone_never_end_before_the_client_leaves() {
        studio.misbehave(1, "heartbeats");

        var reply = guest.says(Guest.EDIT);

        assertThat(reply.took()).isGreaterThan(Duration.ofMinutes(20));
        assertThat(reply.text()).doesNotContain("content");
        doneAndPaidOnce();
    }

    @Test
    void error_stream_breaks_off_with_an_error_in_json() {
        studio.misbehave(1, "error-stream");

        var events = events(guest.says(Guest.EDIT));

        assertThat(events.getLast().path("error").asText()).startsWith("ServerError: 503");
        assertThat(events.getLast().at("/error_details/error_type").asText()).isEqualTo("ServerError");
        doneAndPaidOnce();
    }

    @Test
    void error_unescaped_is_neither_json_nor_one_line() {
        studio.misbehave(1, "error-unescaped");

        assertThat(guest.says(Guest.EDIT).text())
                .endsWith(
                        "data: {\"error\": \"503 UNAVAILABLE \"the model is overloaded\"\nPlease try again later.\"}\n\n");
        doneAndPaidOnce();
    }

    @Test
    void noise_follows_a_reply_that_was_good() {
        studio.misbehave(1, "noise");

        var said = texts(events(guest.says(Guest.EDIT)));

        assertThat(said).hasSize(2);
        assertThat(said.getLast()).startsWith("I encountered a temporary issue");
        doneAndPaidOnce();
    }

    // How it speaks.

    @Test
    void flat_speaks_the_flat_dialect() {
        studio.misbehave(1, "flat");

        var events = events(guest.says(Guest.EDIT));

        assertThat(events)
                .extracting(event -> event.path("type").asText())
                .contains("tool_call", "tool_result")
                .last()
                .isEqualTo("text");
        assertThat(events.getLast().path("content").asText()).isNotBlank();
        assertThat(events).noneMatch(event -> event.has("author"));
        doneAndPaidOnce();
    }

    @Test
    void streaming_sends_deltas_though_nobody_asked() {
        studio.misbehave(1, "streaming");

        var events = events(guest.says(Guest.EDIT));
        var deltas = events.stream()
                .filter(event -> event.path("partial").asBoolean())
                .toList();

        assertThat(deltas).hasSizeGreaterThan(2);
        assertThat(texts(whole(events))).containsExactly(String.join("", texts(deltas)));
    }

    @Test
    void progressive_shows_thoughts_and_previews_under_other_ids() {
        studio.misbehave(1, "progressive");

        var events = events(guest.says(Guest.EDIT));
        var calls = events.stream()
                .filter(event -> event.path("partial").asBoolean())
                .flatMap(event -> parts(event, "functionCall").stream())
                .toList();
        var real = whole(events).stream()
                .flatMap(event -> parts(event, "functionCall").stream())
                .toList();

        assertThat(calls).isNotEmpty().allMatch(call -> call.path("args").isEmpty());
        assertThat(real).hasSameSizeAs(calls).allMatch(call -> !call.path("args")
                .isEmpty());
        assertThat(calls)
                .extracting(call -> call.path("id").asText())
                .doesNotContainAnyElementsOf(
                        real.stream().map(call -> call.path("id").asText()).toList());
        assertThat(whole(events))
                .filteredOn(event -> event.toString().contains("functionCall"))
                .allMatch(event -> event.at("/content/parts/0/thought").asBoolean());
        doneAndPaidOnce();
    }

    @ParameterizedTest
    @CsvSource({"crlf, '\\r\\n'", "cr, '\\r'"})
    void lines_end_otherwise(String fault, String named) {
        var end = named.translateEscapes();
        studio.misbehave(1, fault);

        var text = guest.says(Guest.EDIT).text();

        assertThat(text).endsWith("}" + end + end);
        assertThat(text.replace(end, "")).doesNotContain("\n", "\r");
    }

    @Test
    void chunks_cut_through_frames_and_characters() {
        guest = new Guest(studio).arrive("zh-CN");
        studio.misbehave(1, "chunks=7");

        var reply = guest.says("每两拍切一次，10秒");

        assertThat(reply.pieces()).allMatch(piece -> piece.bytes().length <= 7).hasSizeGreaterThan(50);
        assertThat(texts(events(reply))).singleElement().asString().isNotBlank();
    }

    // Where it breaks.

    @Test
    void cut_breaks_the_connection_after_so_many_bytes_and_the_work_is_done() {
        studio.misbehave(1, "cut=100");

        var reply = guest.says(Guest.EDIT);

        assertThat(reply.body()).hasSize(100);
        assertThat(reply.breaks()).isTrue();
        doneAndPaidOnce();
    }

    @Test
    void cut_alone_breaks_somewhere() {
        studio.misbehave(1, "cut");

        var lengths = IntStream.range(0, 5)
                .mapToObj(turn -> guest.says("title \"Take " + turn + "\"").body().length)
                .distinct();

        assertThat(lengths).hasSizeGreaterThan(3);
    }

    @Test
    void a_stream_that_is_shorter_than_the_cut_ends_as_it_should() {
        studio.misbehave(1, "cut=900000");

        assertThat(guest.says(Guest.EDIT).breaks()).isFalse();
    }

    @Test
    void lose_reply_does_the_work_and_sends_nothing() {
        studio.misbehave(1, "lose-reply:run");

        var reply = guest.says(Guest.EDIT);

        assertThat(reply.status()).isZero();
        assertThat(reply.pieces()).isEmpty();
        assertThat(reply.breaks()).isTrue();
        doneAndPaidOnce();
    }

    @Test
    void empty_body_does_the_work_and_sends_a_status() {
        studio.misbehave(1, "empty-body:run");

        var reply = guest.says(Guest.EDIT);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
        assertThat(reply.breaks()).isFalse();
        doneAndPaidOnce();
    }

    @Test
    void an_empty_body_announces_no_length() {
        guest.says(Guest.EDIT);
        guest.submits("render_1");
        studio.misbehave(1, "empty-body:download");

        var reply = guest.get("/api/render/proxy/render_1/download");

        assertThat(reply.headers()).containsEntry("content-type", "video/mp4").doesNotContainKey("content-length");
        assertThat(reply.body()).isEmpty();
    }

    @Test
    void slow_replies_begin_so_much_later() {
        studio.misbehave(1, "slow=3s");

        assertThat(guest.get("/api/credits/balance/simple").after()).isEqualTo(Duration.ofSeconds(3));
        assertThat(guest.says(Guest.EDIT).after()).isEqualTo(Duration.ofSeconds(3));
    }

    // What is refused.

    @Test
    void rate_limit_is_429_on_any_endpoint_and_nothing_is_done() {
        studio.misbehave(1, "rate-limit=30");

        var reply = guest.says(Guest.EDIT);

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.json().path("code").asInt()).isEqualTo(429);
        assertThat(reply.headers()).containsEntry("retry-after", "30");
        assertThat(guest.state().status()).isEqualTo(429);
        assertThat(new Guest(studio).takeToken().status()).isEqualTo(429);
        refusedForNothing();
    }

    @Test
    void once_is_the_first_time_only() {
        studio.misbehave(1, "rate-limit:run@once");

        assertThat(guest.state().status()).isEqualTo(200);
        var first = guest.says(Guest.EDIT);
        var second = guest.says(Guest.EDIT);

        assertThat(first.status()).isEqualTo(429);
        assertThat(first.headers()).doesNotContainKey("retry-after");
        assertThat(second.status()).isEqualTo(200);
        doneAndPaidOnce();
    }

    @Test
    void token_expires_for_good_and_its_client_gets_another_one_for_the_same_account() {
        guest.says(Guest.EDIT);
        studio.misbehave(1, "token-expires:run@once");

        assertThat(guest.says("title \"Later\"").json().path("code").asInt()).isEqualTo(1001);
        assertThat(guest.state().json().path("code").asInt())
                .as("not only once")
                .isEqualTo(1001);
        var user = guest.user;
        var issued = guest.takeToken();

        assertThat(guest.user).isEqualTo(user);
        assertThat(issued.json().at("/data/credits").asInt())
                .as("no new credits")
                .isEqualTo(96);
        assertThat(guest.draft()).isNotEmpty();
        assertThat(guest.takeToken().status()).as("and no third token").isEqualTo(429);
    }

    @Test
    void session_gone_is_forgotten_with_its_media_and_timeline() {
        guest.says(Guest.EDIT);
        studio.misbehave(1, "session-gone:run@once");

        assertThat(guest.says("title \"Later\"").json().path("code").asInt()).isEqualTo(1002);
        assertThat(guest.state().json().path("code").asInt())
                .as("not only once")
                .isEqualTo(1002);
        guest.open("en");
        assertThat(guest.state().json().at("/data/state/video_infos")).isEmpty();
        assertThat(guest.draft()).isEmpty();
        assertThat(guest.credits()).isEqualTo(96);
    }

    @Test
    void no_credits_is_an_envelope_instead_of_the_stream() {
        studio.misbehave(1, "no-credits");

        var reply = guest.says(Guest.EDIT);

        assertThat(reply.headers()).containsEntry("content-type", "application/json");
        assertThat(reply.json().path("code").asInt()).isEqualTo(2001);
        refusedForNothing();
    }

    @Test
    void no_credits_stream_is_the_same_inside_the_stream() {
        studio.misbehave(1, "no-credits-stream");

        var reply = guest.says(Guest.EDIT);

        assertThat(reply.headers()).containsEntry("content-type", "text/event-stream");
        assertThat(events(reply))
                .singleElement()
                .matches(event -> event.path("code").asInt() == 2001);
        refusedForNothing();
    }

    @Test
    void plan_is_402_on_export_with_all_headers_there() {
        guest.says(Guest.EDIT);
        studio.misbehave(1, "plan");

        var reply = guest.submits("render_1");

        assertThat(reply.status()).isEqualTo(402);
        assertThat(reply.json().path("code").asInt()).isEqualTo(402);
        assertThat(reply.json().path("message").asText()).contains("plan").doesNotContain("header");
        assertThat(guest.get("/api/render/proxy/lambda/render_1").status()).isEqualTo(404);
    }

    @Test
    void html_is_a_502_of_a_gateway() {
        studio.misbehave(1, "html");

        var reply = guest.says(Guest.EDIT);

        assertThat(reply.status()).isEqualTo(502);
        assertThat(reply.headers().get("content-type")).startsWith("text/html");
        assertThat(reply.text()).startsWith("<html>");
        refusedForNothing();
    }

    // Renders.

    @Test
    void duplicate_render_id_answers_a_known_id_with_an_error() {
        guest.says(Guest.EDIT);
        studio.misbehave(1, "duplicate-render-id");

        assertThat(guest.submits("render_1").status()).isEqualTo(200);
        var again = guest.submits("render_1");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("message").asText()).contains("Duplicate");
        assertThat(guest.get("/api/render/proxy/lambda/render_1")
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("completed");
    }

    @Test
    void render_fails_after_it_was_taken() {
        guest.says(Guest.EDIT);
        studio.misbehave(1, "render-fails@once");

        assertThat(guest.submits("render_1").json().path("status").asText()).isEqualTo("pending");
        var poll = guest.get("/api/render/proxy/lambda/render_1").json();
        guest.submits("render_2");

        assertThat(poll.path("status").asText()).isEqualTo("failed");
        assertThat(poll.path("error").asText()).isNotBlank();
        assertThat(guest.get("/api/render/proxy/lambda/render_2")
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("completed");
    }

    @Test
    void render_cancelled_is_taken_and_ends_cancelled_by_nobody() {
        guest.says(Guest.EDIT);
        studio.misbehave(1, "render-cancelled@once");

        guest.submits("render_1");
        guest.submits("render_2");

        assertThat(job("render_1").path("cancelled").asBoolean()).isTrue();
        assertThat(job("render_1").path("status").asText()).isEqualTo("failed");
        assertThat(job("render_2").path("status").asText()).isEqualTo("completed");
    }

    @Test
    void render_forgotten_is_404_for_good_and_its_id_is_free_again() {
        guest.says(Guest.EDIT);
        studio.misbehave(1, "render-forgotten:poll@once");

        guest.submits("render_1");

        assertThat(job("render_1").path("code").asInt()).isEqualTo(404);
        assertThat(job("render_1").path("code").asInt()).as("not only once").isEqualTo(404);
        assertThat(studio.jobs()).isEmpty();
        guest.submits("render_1");
        assertThat(job("render_1").path("status").asText()).isEqualTo("completed");
    }

    @Test
    void render_late_is_pending_for_so_long() {
        guest.says(Guest.EDIT);
        var time = new VirtualTime(clock.instant());
        studio = new InProcessStudio(studio, time, 8, "render-late=90s");
        guest = guest.at(studio);
        var seen = new ArrayList<String>();

        time.start(Duration.ZERO, () -> {
            guest.submits("render_1");
            for (int i = 0; i < 2; i++) {
                time.pass(Duration.ofSeconds(89));
                seen.add(job("render_1").path("status").asText());
            }
        });
        time.run(Instant.MAX);

        assertThat(seen).containsExactly("pending", "completed");
    }

    private JsonNode job(String id) {
        return guest.get("/api/render/proxy/lambda/" + id).json();
    }

    @Test
    void render_reply_top_is_the_shape_of_the_vendors_skill() {
        guest.says(Guest.EDIT);
        studio.misbehave(1, "render-reply=top");

        guest.submits("render_1");
        var poll = guest.get("/api/render/proxy/lambda/render_1").json();

        assertThat(poll.path("status").asText()).isEqualTo("completed");
        assertThat(poll.at("/output/url").asText()).startsWith("http");
        assertThat(poll.has("data") || poll.has("outputUrl") || poll.has("success"))
                .isFalse();
    }

    @Test
    void render_reply_data_is_the_shape_of_the_vendors_reference() {
        guest.says(Guest.EDIT);
        studio.misbehave(1, "render-reply=data");

        guest.submits("render_1");
        var poll = guest.get("/api/render/proxy/lambda/render_1").json();

        assertThat(poll.path("success").asBoolean()).isTrue();
        assertThat(poll.at("/data/outputUrl").asText()).startsWith("http");
        assertThat(poll.has("status")
                        || poll.has("output")
                        || poll.at("/data/output").isObject())
                .isFalse();
    }

    // What is met when.

    @Test
    void the_same_seed_and_requests_meet_the_same_faults() {
        var mixed = new String[] {"silent-stop@20%", "silent-nothing@20%", "rate-limit:run@10%", "cut@20%", "flat@30%"};

        var first = faultPlan(5, mixed);

        assertThat(faultPlan(5, mixed)).isEqualTo(first);
        assertThat(faultPlan(6, mixed)).isNotEqualTo(first);
    }

    @Test
    void other_requests_in_between_change_nothing() {
        var faults = new Faults(List.of("silent-stop@50%", "slow=1s@50%"), 5);
        var disturbed = new Faults(List.of("silent-stop@50%", "slow=1s@50%"), 5);

        for (int turn = 0; turn < 50; turn++) {
            disturbed.faultPlan(Endpoint.STATE);
            assertThat(disturbed.faultPlan(Endpoint.RUN)).isEqualTo(faults.faultPlan(Endpoint.RUN));
        }
    }

    @Test
    void shares_lie_side_by_side() {
        var faults = new Faults(List.of("silent-stop@15%", "silent-nothing@15%", "slow=1s@10%"), 3);
        var met = IntStream.range(0, 4000)
                .mapToObj(turn -> faults.faultPlan(Endpoint.RUN))
                .toList();

        assertThat(share(met, faultPlan -> faultPlan.telling() instanceof StreamFault.SilentStop))
                .isBetween(0.13, 0.17);
        assertThat(share(met, faultPlan -> faultPlan.telling() instanceof StreamFault.SilentNothing))
                .isBetween(0.13, 0.17);
        assertThat(share(met, faultPlan -> faultPlan.pace().late().isPositive()))
                .isBetween(0.08, 0.12);
    }

    @Test
    void links_to_files_and_a_studio_without_faults_are_honest() {
        assertThat(new Faults(List.of("slow=1s", "html"), 1).faultPlan(Endpoint.LINK))
                .isEqualTo(FaultPlan.HONEST);
        assertThat(new Faults(List.of(), 1).faultPlan(Endpoint.RUN)).isEqualTo(FaultPlan.HONEST);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "silence              | there is no fault \"silence\"",
                "slow                 | slow lacks its value",
                "slow=soon            | slow cannot be \"soon\"",
                "cut=-3               | cut cannot be \"-3\"",
                "chunks=0             | chunks cannot be \"0\"",
                "flat=1               | flat cannot be \"1\"",
                "render-reply=both    | render-reply cannot be \"both\"",
                "flat@120%            | flat cannot have a share of 120%",
                "plan:run             | plan never happens to \"run\", only to submit",
                "Silent Stop          | \"Silent Stop\" is not name, name=value or name@share%",
            })
    void what_makes_no_sense_stops_the_start_and_says_what_there_is(String entry, String why) {
        assertThatThrownBy(() -> new Faults(List.of(entry), 1))
                .hasMessageContaining(why)
                .hasMessageContaining("silent-stop")
                .hasMessageContaining("heartbeats[=duration]")
                .hasMessageContaining("render-reply=top|data");
    }

    @Test
    void faults_that_exclude_each_other_share_a_hundred_percent() {
        assertThatThrownBy(() -> new Faults(List.of("silent-stop@60%", "noise@60%"), 1))
                .hasMessageContaining("silent-stop and noise exclude each other");
        new Faults(List.of("html:run", "html:poll", "rate-limit:state"), 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut=2048@5%", "slow=3s@10%", "silent-stop@15", "heartbeats=2m:run@0.5%"})
    void these_are_understood(String entry) {
        new Faults(List.of(entry), 1);
    }

    private void doneAndPaidOnce() {
        assertThat(guest.draft()).isNotEmpty();
        assertThat(guest.credits()).isEqualTo(96);
        assertThat(studio.heard(guest.session)).singleElement().matches(heard -> heard.charged() == 4);
    }

    private void refusedForNothing() {
        studio.misbehave(1);
        assertThat(guest.draft()).isEmpty();
        assertThat(guest.credits()).isEqualTo(100);
        assertThat(studio.heard(guest.session)).isEmpty();
    }

    private static List<FaultPlan> faultPlan(long seed, String... entries) {
        var faults = new Faults(List.of(entries), seed);
        return IntStream.range(0, 200)
                .mapToObj(turn -> faults.faultPlan(Endpoint.RUN))
                .toList();
    }

    private static double share(List<FaultPlan> met, java.util.function.Predicate<FaultPlan> which) {
        return (double) met.stream().filter(which).count() / met.size();
    }

    /** All frames but heartbeats. */
    private static List<JsonNode> events(Reply reply) {
        return Arrays.stream(reply.text().split("\n\n"))
                .map(frame -> read(frame.substring("data: ".length())))
                .filter(event -> !event.path("type").asText().equals("heartbeat"))
                .toList();
    }

    private static List<JsonNode> whole(List<JsonNode> events) {
        return events.stream()
                .filter(event -> !event.path("partial").asBoolean())
                .toList();
    }

    private static List<String> texts(List<JsonNode> events) {
        return events.stream()
                .map(event -> event.at("/content/parts/0/text"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .toList();
    }

    private static List<String> tools(List<JsonNode> events) {
        return events.stream()
                .flatMap(event -> parts(event, "functionCall").stream())
                .map(call -> call.path("name").asText())
                .toList();
    }

    private static List<JsonNode> parts(JsonNode event, String kind) {
        return event.at("/content/parts").findValues(kind);
    }

    private static JsonNode read(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException malformed) {
            throw new UncheckedIOException(text, malformed);
        }
    }
}
