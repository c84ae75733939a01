package dev.beatcut.credit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.beatcut.access.Functions;
import dev.beatcut.access.Input;
import dev.beatcut.access.Result;
import dev.beatcut.nemo.Balance;
import io.quarkus.funqy.Funq;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** {@code credits}: {@code GET /credits}. */
public class CreditFunctions {

    private final Functions functions;
    private final Credits credits;

    CreditFunctions(Functions functions, Credits credits) {
        this.functions = functions;
        this.credits = credits;
    }

    @RegisterForReflection
    record Asked(String owner) implements Input {}

    @Funq("credits")
    public Result<Balance> credits(JsonNode input) {
        return functions.read(input, Asked.class, asked -> credits.mine());
    }
}
