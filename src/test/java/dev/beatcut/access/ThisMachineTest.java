package dev.beatcut.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server without authentication is spoken to by programs of its machine alone. */
class ThisMachineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "LOCALHOST:8080", "127.0.0.1", "127.0.0.1:49152", "127.8.8.8", "[::1]", "[::1]:8080"
            })
    void it_is_called_by_a_name_that_leads_nowhere_else(String host) {
        assertThatCode(() -> ThisMachine.check(host, null)).doesNotThrowAnyException();
        assertThatCode(() -> ThisMachine.check("localhost", "http://" + host)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "attacker.example",
                "attacker.example:8080",
                "localhost.attacker.example",
                "127.0.0.1.attacker.example",
                "127.0.0.1:8080.attacker.example",
                "localhost@attacker.example",
                "0.0.0.0",
                "192.168.1.7:8080",
                "[::]",
                "localhost:",
                "localhost:8080:1"
            })
    void another_name_may_be_a_web_page_s(String host) {
        assertThatThrownBy(() -> ThisMachine.check(host, null))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.code()).isEqualTo(ProblemCode.FORBIDDEN))
                .hasMessageContaining("\"" + host + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://attacker.example",
                "http://localhost.attacker.example",
                "null",
                "",
                "localhost",
                "file://localhost",
                "https://localhost@attacker.example"
            })
    void a_page_of_elsewhere_may_not_call_by_the_right_name_either(String origin) {
        assertThatThrownBy(() -> ThisMachine.check("localhost:8080", origin))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("\"" + origin + "\"");
    }
}
