package dev.beatcut.nemo;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.quarkus.test.junit.QuarkusTest;

/** As the vendor's skill text has it (OFF): errors under HTTP 200, exports told at the top, ADK events in whole. */
@QuarkusTest
class SkillTextWireTest extends WireMockWire {

    @Override
    Shapes shapes() {
        return new SkillText();
    }

    private static final class SkillText implements Shapes {

        @Override
        public String token() {
            return "{\"code\":0,\"data\":{\"token\":\"nmv_usr_xxxxxx\",\"credits\":100}}";
        }

        @Override
        public String expiry() {
            return null;
        }

        /** {@code bind_id} is another skill's word. */
        @Override
        public String session() {
            return "{\"code\":0,\"data\":{\"task_id\":\"task_xxx\",\"session_id\":\"5529798706024415232\","
                    + "\"bind_id\":\"anon_abc123\"}}";
        }

        @Override
        public String moreOfFile() {
            return "";
        }

        @Override
        public String noDraft() {
            return "\"draft\":{},";
        }

        @Override
        public String edit() {
            return Shapes.fixture("B_tool_call");
        }

        @Override
        public String said() {
            return "I will put a title on the opening.\n\n"
                    + "The title \"Urban Dreams\" now shows for the first three seconds.";
        }

        @Override
        public ResponseDefinitionBuilder refusal(int code) {
            return okJson("{\"code\":" + code + ",\"message\":\"why\"}").withStatus(code < 1000 ? code : 200);
        }

        @Override
        public String job(String id, String status, int progress, String url, String error) {
            return "{\"code\":0,\"id\":\"" + id + "\",\"status\":\"" + status + "\",\"progress\":" + progress
                    + (url == null ? "" : ",\"output\":{\"url\":\"" + url + "\"}")
                    + (error == null ? "}" : ",\"error\":\"" + error + "\"}");
        }
    }
}
