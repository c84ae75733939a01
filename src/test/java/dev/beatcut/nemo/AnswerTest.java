package dev.beatcut.nemo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.beatcut.problem.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code nemo-api.md} §7: the body's code first, whatever the HTTP status, then the status. */
class AnswerTest {

    private static final Instant NOW = Instant.parse("1994-11-06T08:49:00Z");

    private static Answer answer(int status, String body) {
        return new Answer(status, "application/json", null, body.getBytes(UTF_8));
    }

    private static NemoError error(int status, String body) {
        return catchThrowableOfType(NemoError.class, answer(status, body)::body);
    }

    @ParameterizedTest
    @CsvSource({
        "1001, 200, TOKEN_REFUSED",
        "1001, 401, TOKEN_REFUSED",
        "0, 401, TOKEN_REFUSED",
        "1002, 200, SESSION_GONE",
        "2001, 402, NO_CREDITS",
        "4001, 400, FILE_TYPE",
        "4002, 413, FILE_SIZE",
        "402, 402, EXPORT_BLOCKED",
        "0, 403, FORBIDDEN",
        "429, 429, RATE_LIMITED",
        "400, 400, BAD_REQUEST",
        "0, 503, BROKEN",
        "7777, 200, OTHER"
    })
    void the_bodys_code_outweighs_the_status(int code, int status, NemoErrorKind kind) {
        assertThat(error(status, "{\"code\":" + code + ",\"message\":\"why\"}"))
                .hasMessage("why")
                .returns(kind, NemoError::kind)
                .returns(status, NemoError::httpStatus);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "502|text/html|<html>Bad gateway</html>|BROKEN|HTML",
                        "200|text/html|<html>Login</html>|UNREADABLE|HTML",
                "200|application/json||UNREADABLE|an empty body", "200|text/plain|hello|UNREADABLE|something else",
                "200|application/json|[]|UNREADABLE|something else",
                        "200|application/json|{\"code\":0}|UNREADABLE|without data"
            })
    void html_and_empty_bodies_are_clear_errors(int status, String type, String body, NemoErrorKind kind, String said) {
        var answer = new Answer(status, type, null, body == null ? new byte[0] : body.getBytes(UTF_8));
        assertThat(catchThrowableOfType(NemoError.class, answer::data))
                .hasMessageContaining(said)
                .returns(kind, NemoError::kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"1001\"|TOKEN_REFUSED|1001",
                "1001.0|TOKEN_REFUSED|1001",
                "\" 1002 \"|SESSION_GONE|1002",
                "-1|OTHER|-1",
                "-1001|OTHER|-1001",
                "7777|OTHER|7777",
                "99999999999|OTHER|-1"
            })
    void a_code_may_be_a_text_negative_or_odd(String code, NemoErrorKind kind, int number) {
        var error = error(200, "{\"code\":" + code + ",\"message\":\"why\"}");
        assertThat(error).hasMessage("why").returns(kind, NemoError::kind).returns(number, NemoError::code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "\"0\"", "0.0", "null", "\"ok\"", "\"\"", "true", "{}"})
    void a_code_that_is_no_error_is_success(String code) {
        assertThatCode(answer(200, "{\"code\":" + code + ",\"data\":{}}")::data).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"401, TOKEN_REFUSED", "402, EXPORT_BLOCKED", "403, FORBIDDEN", "429, RATE_LIMITED", "500, BROKEN"})
    void without_a_code_the_status_decides(int status, NemoErrorKind kind) {
        assertThat(error(status, "{\"code\":0,\"message\":\"why\"}").kind()).isEqualTo(kind);
        assertThat(error(status, "{\"detail\":\"why\"}").kind()).isEqualTo(kind);
        assertThat(error(status, "why").kind()).isEqualTo(kind);
        assertThat(error(status, "").kind()).isEqualTo(kind);
    }

    @Test
    void rule_16_no_credits_and_a_plan_that_forbids_are_different_things() {
        assertThat(error(402, "{\"code\":2001}").kind()).isEqualTo(NemoErrorKind.NO_CREDITS);
        assertThat(error(200, "{\"code\":402}").kind()).isEqualTo(NemoErrorKind.EXPORT_BLOCKED);
    }

    @Test
    void what_fastapi_finds_invalid_is_told_in_words() {
        assertThat(error(422, """
                        {"detail":[{"loc":["body","new_message","parts"],"msg":"Field required","type":"missing"},
                         {"loc":["body",0],"msg":"Input should be a valid string"}]}"""))
                .hasMessage("new_message.parts: Field required; 0: Input should be a valid string")
                .returns(NemoErrorKind.BAD_REQUEST, NemoError::kind);
        assertThat(error(422, "{\"detail\":[{\"msg\":\"Field required\"}]}")).hasMessage("Field required");
        assertThat(error(422, "{\"detail\":[]}")).hasMessageContaining("422");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":7,\"message\":\"why\"}",
                "{\"code\":7,\"msg\":\"why\"}",
                "{\"code\":7,\"error\":\"why\"}",
                "{\"code\":7,\"detail\":\"why\"}",
                "{\"error\":{\"code\":7,\"message\":\"why\"}}",
                "{\"detail\":{\"code\":7,\"message\":\"why\"}}",
                "{\"success\":false,\"error\":\"why\"}"
            })
    void the_reason_may_stand_under_several_names(String body) {
        assertThat(error(200, body)).hasMessage("why");
    }

    @Test
    void a_number_out_of_all_proportion_is_none() {
        var data = answer(200, "{\"data\":{\"files\":[{\"duration\":1e999999999,\"width\":1e-999999999}]}}")
                .data();
        assertThat(Replies.upload(data).files().getFirst())
                .returns(null, UploadedFile::durationMs)
                .returns(null, UploadedFile::width);
    }

    @Test
    void a_failed_render_is_a_render_and_no_failed_call() {
        assertThatCode(answer(200, "{\"success\":false,\"data\":{\"status\":\"failed\",\"error\":\"no GPU\"}}")::body)
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "37|37",
                " 37 |37",
                "0|0",
                "Sun, 06 Nov 1994 08:49:37 GMT|37",
                "Sunday, 06-Nov-94 08:49:37 GMT|37",
                "Sun Nov  6 08:49:37 1994|37",
                "Sun, 06 Nov 1994 08:00:00 GMT|0"
            })
    void retry_after_is_seconds_or_a_date(String header, long seconds) {
        var answer = Answer.of(new ReplyHead(429, Map.of("retry-after", header)), NOW, new byte[0]);
        assertThat(catchThrowableOfType(NemoError.class, answer::body).retryAfter())
                .contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-3", "1.5", "99999999999", "Sun, 99 Nov 1994 08:49:37 GMT"})
    void a_retry_after_that_nobody_can_read_says_nothing(String header) {
        assertThat(RetryAfter.read(header, NOW)).isNull();
        assertThat(RetryAfter.read(null, NOW)).isNull();
    }
}
