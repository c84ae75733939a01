package dev.beatcut.infra;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.constructs.Construct;

/** The Lambda functions by what they are there for. */
final class Functions extends Construct {

    private final Map<Duty, DeployedFunction> functions = new LinkedHashMap<>();
    private final Access access;
    private final Rollouts rollouts;

    Functions(Construct scope, Deployment deployment, Store store, UpstreamToken token, DeadLetters letters) {
        super(scope, "Functions");
        access = new Access(store, token);
        rollouts = new Rollouts(this, deployment);
        var chat = add(Duty.CHAT, deployment, letters, Map.of());
        Stream.of(
                        Duty.API,
                        Duty.OPEN_SESSION,
                        Duty.UPLOAD,
                        Duty.ASK,
                        Duty.EXPORT,
                        Duty.CANCEL,
                        Duty.TIMELINE,
                        Duty.CREDITS,
                        Duty.POLL_RENDERS)
                .forEach(duty -> add(
                        duty,
                        deployment,
                        letters,
                        duty.wakes()
                                ? Map.of(
                                        "BEATCUT_AWS_CHAT_FUNCTION",
                                        chat.alias().getFunctionArn())
                                : Map.of()));
        functions.values().stream().filter(one -> one.duty().wakes()).forEach(waking -> chat.alias()
                .grantInvoke(waking.function()));
    }

    private DeployedFunction add(Duty duty, Deployment deployment, DeadLetters letters, Map<String, String> more) {
        var environment = new HashMap<>(access.environment());
        environment.putAll(deployment.artifact().environment());
        environment.putAll(more);
        environment.put("BEATCUT_NEMO_URL", deployment.nemoUrl());
        environment.put("BEATCUT_FUNCTIONS_TIMEOUT", duty.timeoutSeconds() + "s");
        if (duty.due()) {
            // One look: the clock calls it again in half a minute.
            environment.put("BEATCUT_FUNCTIONS_POLL", "1s");
        }
        if (!duty.equals(Duty.API)) {
            environment.put("QUARKUS_FUNQY_EXPORT", duty.name());
        }
        var made = new DeployedFunction(this, duty, deployment, environment, access, rollouts, letters);
        functions.put(duty, made);
        return made;
    }

    DeployedFunction of(Duty duty) {
        return functions.get(duty);
    }

    DeployedFunction api() {
        return of(Duty.API);
    }

    DeployedFunction pollRenders() {
        return of(Duty.POLL_RENDERS);
    }

    List<DeployedFunction> all() {
        return List.copyOf(functions.values());
    }
}
