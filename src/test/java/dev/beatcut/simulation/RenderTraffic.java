package dev.beatcut.simulation;

import dev.beatcut.studio.wire.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What somebody writes down who stands by the wire: every call about an export, in the order of their sending. */
public final class RenderTraffic {

    public enum Kind {
        SUBMIT("POST /api/render/proxy/lambda"),
        ASK("GET /api/render/proxy/lambda/([^/]+)"),
        CANCEL("POST /api/render/proxy/lambda/([^/]+)/cancel");

        private final Pattern pattern;

        Kind(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }
    }

    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    /** One call; {@code heard} is null until its process has heard an answer. */
    public static final class Call {
        private final int process;
        private final Kind kind;
        private final String id;
        private final Instant sentAt;
        private final Road.Request request;
        private final Life life;
        private final boolean besideAnother;
        private Reply heard;

        private Call(
                int process,
                Life life,
                Kind kind,
                String id,
                Instant sentAt,
                Road.Request request,
                boolean besideAnother) {
            this.process = process;
            this.life = life;
            this.besideAnother = besideAnother;
            this.kind = kind;
            this.id = id;
            this.sentAt = sentAt;
            this.request = request;
        }

        public int process() {
            return process;
        }

        public Kind kind() {
            return kind;
        }

        public String id() {
            return id;
        }

        /** Somebody who lives and still waits for an answer has sent the same. */
        public boolean besideAnother() {
            return besideAnother;
        }

        private boolean isUnderWay(Instant now) {
            return heard == null
                    && !life.isOver()
                    && sentAt.plus(SimulatedWire.ANSWER_TIMEOUT).isAfter(now);
        }

        public Instant sentAt() {
            return sentAt;
        }

        /** The HTTP status that was heard, or 0. */
        public int status() {
            return heard == null ? 0 : heard.status();
        }

        /** It was told that nothing was done: too many requests, or a token that is no good. */
        public boolean refused() {
            return status() == 429 || status() == 200 && heard.text().contains("\"code\":1001");
        }

        @Override
        public String toString() {
            return process + " " + kind + " " + id + ": " + (heard == null ? "nothing heard" : heard.status());
        }
    }

    public final List<Call> calls = new ArrayList<>();
    private final InstantSource clock;

    public RenderTraffic(InstantSource clock) {
        this.clock = clock;
    }

    /** @param length of the way, drawn for each submit */
    public Road road(int process, Life life, Supplier<Duration> length) {
        return new Road() {
            @Override
            public Duration sent(Request request) {
                var call = call(process, life, request);
                if (call == null) {
                    return CLEAR.sent(request);
                }
                calls.add(call);
                return call.kind() == Kind.SUBMIT ? length.get() : CLEAR.sent(request);
            }

            @Override
            public void answered(Request request, Reply reply) {
                calls.stream().filter(call -> call.request == request).forEach(call -> call.heard = reply);
            }
        };
    }

    private Call call(int process, Life life, Road.Request request) {
        for (var kind : Kind.values()) {
            var matcher = kind.pattern.matcher(request.method() + " " + request.path());
            if (matcher.matches()) {
                var id = kind == Kind.SUBMIT ? submitted(request) : matcher.group(1);
                var now = clock.instant();
                boolean besideAnother = calls.stream()
                        .anyMatch(other -> other.kind == kind && other.id.equals(id) && other.isUnderWay(now));
                return new Call(process, life, kind, id, now, request, besideAnother);
            }
        }
        return null;
    }

    private static String submitted(Road.Request request) {
        var id = ID.matcher(new String(request.body(), StandardCharsets.UTF_8));
        return id.find() ? id.group(1) : "";
    }
}
