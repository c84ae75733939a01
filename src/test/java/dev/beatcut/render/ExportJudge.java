package dev.beatcut.render;

import dev.beatcut.announce.Audience;
import dev.beatcut.announce.Destination;
import dev.beatcut.announce.SimulatedAnnouncer;
import dev.beatcut.announce.SimulatedAnnouncer.Telling;
import dev.beatcut.simulation.RenderTraffic.Call;
import dev.beatcut.simulation.RenderTraffic.Kind;
import dev.beatcut.studio.library.RenderJob;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What must hold at the end of every history, judged by the studio's books, by what went over the wire, by the world
 * that was told and by the callers; of the ledger's rows it is only asked how they were put.
 */
final class ExportJudge {

    private final ExportSimulation history;
    private final List<Render> ends;
    private final Map<String, Render> byJob = new HashMap<>();
    private final List<String> broken = new ArrayList<>();

    private ExportJudge(ExportSimulation history) {
        this.history = history;
        this.ends = history.rows.rows().stream().map(List::getLast).toList();
        ends.forEach(row -> row.attempts().forEach(attempt -> byJob.put(attempt.upstreamId(), row)));
    }

    /** The rules that were broken, in words. */
    static List<String> broken(ExportSimulation history) {
        var judge = new ExportJudge(history);
        judge.endsWell();
        judge.rowsOnlyGoForward();
        judge.everyJobIsNamed();
        judge.noJobIsLeftAlone();
        judge.nothingIsSubmittedTwice();
        judge.filmsAreThere();
        judge.callersAreTold();
        judge.theWorldIsTold();
        judge.nothingIsCharged();
        return judge.broken;
    }

    private void must(boolean holds, String rule, Object... seen) {
        if (!holds) {
            broken.add(rule + ": " + Arrays.toString(seen));
        }
    }

    private void endsWell() {
        must(history.isOver(), "Everything comes to its end", ends);
        must(history.defects.isEmpty(), "No step fails in a way that nobody foresaw", history.defects);
        must(history.studio.broken().isEmpty(), "The studio works", history.studio.broken());
    }

    private void rowsOnlyGoForward() {
        for (var row : history.rows.rows()) {
            must(row.getFirst().status() == RenderState.SUBMITTING, "A row begins at its beginning", row.getFirst());
            for (int i = 1; i < row.size(); i++) {
                var before = row.get(i - 1);
                var after = row.get(i);
                must(goesForward(before, after), "States never move back", before, after);
            }
        }
    }

    private static boolean goesForward(Render before, Render after) {
        return goesForward(before.status(), after.status())
                && after.progress() >= before.progress()
                && after.keepTries() >= before.keepTries()
                && (after.cancelAsked() || !before.cancelAsked())
                && (after.kept() || !before.kept())
                && (before.finishedAt() == null || before.finishedAt().equals(after.finishedAt()))
                && goesForward(before.attempts(), after.attempts());
    }

    private static boolean goesForward(List<Attempt> before, List<Attempt> after) {
        boolean goes = after.size() >= before.size() && after.size() <= 2;
        for (int i = 0; goes && i < before.size(); i++) {
            goes = after.get(i).upstreamId().equals(before.get(i).upstreamId())
                    && goesForward(before.get(i).status(), after.get(i).status());
        }
        return goes;
    }

    private static boolean goesForward(RenderState before, RenderState after) {
        return before == after || rank(after) > rank(before);
    }

    private static int rank(RenderState state) {
        return switch (state) {
            case SUBMITTING -> 0;
            case PENDING -> 1;
            case PROCESSING -> 2;
            case COMPLETED, FAILED, CANCELLED -> 3;
        };
    }

    private void everyJobIsNamed() {
        for (var call : history.traffic.calls) {
            must(
                    call.kind() != Kind.SUBMIT || history.rows.named(call.id(), call.sentAt()),
                    "A row names a job before it is asked for",
                    call);
        }
        for (var job : history.studio.jobs()) {
            must(byJob.containsKey(job.id()), "No orphans", job.id());
        }
    }

    /** Whose token was lost is another client upstream: what the one before had begun cannot be asked for any more. */
    private void noJobIsLeftAlone() {
        if (history.studio.accounts().size() > history.world.studio.accounts().size()) {
            return;
        }
        for (var job : history.studio.jobs()) {
            var row = byJob.get(job.id());
            if (row != null) {
                must(
                        job.isOver() && job.endedAt() <= row.finishedAt().toEpochMilli(),
                        "No job goes on when its export is over",
                        job.id(),
                        job.status(),
                        job.endedAt(),
                        row);
                must(
                        row.status() != RenderState.FAILED || job.status() != RenderJob.Status.COMPLETED,
                        "What has failed was not made",
                        job.id(),
                        row);
            }
        }
    }

    /** The same id goes out again only when the upstream has said that it does not know it, or that it did nothing. */
    private void nothingIsSubmittedTwice() {
        var submitted = new HashSet<String>();
        var last = new HashMap<String, Call>();
        for (var call : history.traffic.calls) {
            var before = last.put(call.process() + call.id(), call);
            must(
                    call.kind() != Kind.SUBMIT || !call.besideAnother(),
                    "No two submit the same at the same time",
                    history.traffic.calls);
            if (call.kind() == Kind.SUBMIT && !submitted.add(call.id())) {
                must(
                        before != null && (before.kind() != Kind.SUBMIT && before.status() == 404 || before.refused()),
                        "Nothing is submitted twice",
                        history.traffic.calls);
            }
        }
    }

    private void filmsAreThere() {
        for (var row : ends) {
            if (row.status() == RenderState.COMPLETED) {
                must(
                        row.kept() ? history.studio.objects.kept.containsKey(row.object()) : row.link() != null,
                        "A completed export has a film",
                        row);
                var job = history.studio.jobs().stream()
                        .filter(made -> made.id().equals(row.current().upstreamId()))
                        .findFirst();
                must(
                        job.isEmpty() || job.get().status() == RenderJob.Status.COMPLETED,
                        "What is completed was made",
                        row);
            }
        }
    }

    private void callersAreTold() {
        var byId = ends.stream().collect(Collectors.toMap(Render::id, row -> row));
        must(ends.size() <= history.plan.exports(), "One export for each key", ends);
        history.told.forEach((key, told) -> {
            var row = byId.get(told.id());
            if (told.id() != null) {
                must(row != null, "What a caller was told of is there", told);
                must(
                        row != null && told.end() != null && told.end().status() == row.status(),
                        "A caller sees the end",
                        told,
                        row);
            } else {
                must(told.problem() != null, "A caller is told something", key);
            }
        });
        must(history.told.size() == history.plan.exports(), "Every caller is told something", history.told);
    }

    private void theWorldIsTold() {
        Map<String, List<Telling>> byEvent = history.tellings.stream()
                .collect(Collectors.groupingBy(one -> one.what().id()));
        var events = ends.stream().map(Render::event).collect(Collectors.toSet());
        must(events.equals(byEvent.keySet()), "Every end has one event", byEvent.keySet(), events);
        for (var row : ends) {
            var told = byEvent.getOrDefault(row.event(), List.of());
            for (var one : told) {
                must(isTrue(row, one), "What is told is true", one, row);
            }
            var latest = latest(row);
            for (var destination : Destination.values()) {
                var somebody = at(destination, latest);
                var tries = told.stream()
                        .filter(one -> one.destination() == destination)
                        .filter(one -> somebody.equals(at(destination, one.audience())))
                        .toList();
                must(
                        somebody.isEmpty()
                                || tries.stream().anyMatch(history.heard::contains)
                                || tries.size() >= SimulatedAnnouncer.tries(destination),
                        "Everybody is told who ever listens",
                        destination,
                        row);
            }
        }
    }

    /** Whom its caller named last, as far as the caller was told that it was heard. */
    private Audience latest(Render row) {
        return history.told.values().stream()
                .filter(told -> row.id().equals(told.id()))
                .map(ExportSimulation.Told::audience)
                .findFirst()
                .orElse(row.audience());
    }

    /** Empty for nobody. */
    private static Optional<String> at(Destination destination, Audience audience) {
        return switch (destination) {
            case WEBHOOK -> Optional.ofNullable(audience.webhook()).map(URI::toString);
            case TASK -> Optional.ofNullable(audience.taskToken());
            case EVENT_BUS -> Optional.of("the bus");
        };
    }

    private static boolean isTrue(Render row, Telling one) {
        var status = one.what().data().path("status").asText();
        return status.equals(row.status().name())
                && one.what().type().equalsIgnoreCase("render." + status)
                && one.what().failed() == (row.status() != RenderState.COMPLETED)
                && one.what().at().equals(row.finishedAt());
    }

    /** Exports are free, and turns were paid before. */
    private void nothingIsCharged() {
        var before = history.world.studio.accounts();
        must(history.studio.accounts().containsAll(before), "Nothing is charged", history.studio.accounts());
    }
}
