package dev.beatcut.nemo;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.quarkus.test.junit.QuarkusTest;

/** As the vendor's reference had it (API4.4): errors with their own HTTP status, exports told in {@code data}, flat events. */
@QuarkusTest
class ApiReferenceWireTest extends WireMockWire {

    @Override
    Shapes shapes() {
        return new ApiReference();
    }

    private static final class ApiReference implements Shapes {

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
            return ",\"fps\":30,\"hash\":\"abc123\"";
        }

        @Override
        public String noDraft() {
            return "\"draft\":null,";
        }

        @Override
        public String edit() {
            return Shapes.fixture("I_flat_dialect");
        }

        @Override
        public String said() {
            return "I'll generate your video now...\n\nDone.";
        }

        @Override
        public ResponseDefinitionBuilder refusal(int code) {
            var status =
                    switch (code) {
                        case 1001 -> 401;
                        case 1002 -> 404;
                        case 2001 -> 402;
                        case 4001 -> 415;
                        case 4002 -> 413;
                        default -> code;
                    };
            return okJson("{\"code\":" + code + ",\"message\":\"why\",\"data\":{\"user_id\":\"anon_abc123\"}}")
                    .withStatus(status);
        }

        @Override
        public String job(String id, String status, int progress, String url, String error) {
            return "{\"success\":true,\"data\":{\"id\":\"" + id + "\",\"status\":\"" + status + "\",\"progress\":"
                    + progress
                    + (url == null ? "" : ",\"outputUrl\":\"" + url + "\",\"completedAt\":1773423641222")
                    + (error == null ? "" : ",\"error\":\"" + error + "\"") + ",\"createdAt\":1773423613616}}";
        }

        @Override
        public String calledOff() {
            return "cancelled";
        }

        @Override
        public ResponseDefinitionBuilder duplicate(String id) {
            return okJson("{\"success\":false,\"error\":\"Duplicate id " + id + "\"}")
                    .withStatus(409);
        }
    }
}
