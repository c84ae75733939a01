package dev.beatcut.nemo;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.quarkus.test.junit.QuarkusTest;

/**
 * As the vendor's first text had it (INIT): no draft before the first edit, exports with {@code taskId}. Where that text
 * shows nothing: ADK's and FastAPI's own errors, deltas with their final event.
 */
@QuarkusTest
class FirstCommitWireTest extends WireMockWire {

    @Override
    Shapes shapes() {
        return new FirstCommit();
    }

    private static final class FirstCommit implements Shapes {

        @Override
        public String token() {
            return "{\"code\":0,\"data\":{\"token\":\"nmv_usr_xxxxxx\",\"user_id\":\"anon_abc123\","
                    + "\"expires_at\":\"2026-03-18T00:00:00Z\",\"credits\":100}}";
        }

        @Override
        public String expiry() {
            return "2026-03-18T00:00:00Z";
        }

        @Override
        public String session() {
            return "{\"code\":0,\"data\":{\"task_id\":\"task_xxx\",\"session_id\":\"5529798706024415232\","
                    + "\"user_id\":\"anon_abc123\"}}";
        }

        @Override
        public String moreOfFile() {
            return "";
        }

        @Override
        public String noDraft() {
            return "";
        }

        @Override
        public String edit() {
            return Shapes.fixture("H_progressive");
        }

        @Override
        public String said() {
            return "Trimming the intro.\n\nDone, the clip starts at 0:03.";
        }

        @Override
        public ResponseDefinitionBuilder refusal(int code) {
            return switch (code) {
                case 1001 -> okJson("{\"detail\":\"Unauthorized\"}").withStatus(401);
                case 1002 -> okJson("{\"detail\":\"Session not found: 1\"}").withStatus(404);
                case 2001, 4001, 4002 ->
                    okJson("{\"code\":" + code + ",\"msg\":\"why\"}").withStatus(400);
                case 400 ->
                    okJson("{\"detail\":[{\"msg\":\"Field required\"}]}").withStatus(400);
                default -> okJson("{\"detail\":\"why\"}").withStatus(code);
            };
        }

        @Override
        public String job(String id, String status, int progress, String url, String error) {
            return "{\"taskId\":\"" + id + "\",\"status\":\"" + status + "\",\"progress\":" + progress
                    + (url == null ? "" : ",\"output\":{\"url\":\"" + url + "\",\"duration\":10,\"size\":15728640}")
                    + (error == null ? "}" : ",\"error\":\"" + error + "\"}");
        }
    }
}
