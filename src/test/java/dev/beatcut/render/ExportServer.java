package dev.beatcut.render;

import dev.beatcut.announce.Outcome;
import dev.beatcut.announce.SimulatedAnnouncer;
import dev.beatcut.announce.SimulatedAnnouncer.Telling;
import dev.beatcut.nemo.InProcessNemo;
import dev.beatcut.observe.Observer;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.render.ExportSimulation.Told;
import dev.beatcut.session.Paging;
import dev.beatcut.simulation.Life;
import dev.beatcut.simulation.MortalObjects;
import dev.beatcut.simulation.Rooms;
import dev.beatcut.simulation.Workers;
import dev.beatcut.state.Carrier;
import dev.beatcut.state.Idempotency;
import dev.beatcut.state.Ids;
import dev.beatcut.state.Key;
import dev.beatcut.state.MortalTable;
import dev.beatcut.state.Sweep;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** One process with the real exports in it. */
final class ExportServer {

    /** What a caller is told who may try again. */
    static final class TryAgain extends RuntimeException {
        TryAgain(Problem why) {
            super(why);
        }
    }

    record Listed(List<String> ids) {}

    /** What a deployment has that configures nothing. */
    private static final RenderConfig CONFIG = new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(RenderConfig.class)
            .build()
            .getConfigMapping(RenderConfig.class);

    final Life life;
    private final ExportSimulation simulation;
    private final Renders renders;
    private final Idempotency keys;
    private final Sweep sweep;

    ExportServer(ExportSimulation simulation, Life life, int number) {
        this.simulation = simulation;
        this.life = life;
        var time = simulation.time;
        var random = simulation.random;
        var table = new MortalTable(simulation.rows, life::point, life::point);
        var road = simulation.traffic.road(number, life, simulation::way);
        var rooms = Rooms.of(table, time, simulation.studio, life, road, () -> ExportWorld.name(random));
        this.renders = new Renders(
                rooms.projects().sessions(),
                table,
                Rooms.JSON,
                MortalObjects.of(simulation.studio.objects, life),
                time,
                InProcessNemo.ADDRESS,
                SimulatedAnnouncer.of(this::tell, time, random),
                CONFIG,
                Observer.NONE,
                life,
                () -> "render_" + ExportWorld.name(random));
        this.keys = new Idempotency(table, Rooms.JSON, time, new Ids(time, random));
        this.sweep = new Sweep(
                new MortalTable(simulation.rows, life::goOn),
                List.of(carrier()),
                time,
                new Workers(work -> life.start(Duration.ZERO, work)),
                random,
                Observer.NONE);
    }

    private Carrier carrier() {
        var real = new RenderCarrier(renders, simulation.time);
        return new Carrier() {
            @Override
            public boolean carries(Key key) {
                return real.carries(key);
            }

            @Override
            public void carryOn(Key key, Instant leave) {
                life.dying(() -> noticing(() -> real.carryOn(key, leave)));
            }
        };
    }

    private void noticing(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException defect) {
            simulation.defects.add(defect);
        }
    }

    private Outcome tell(Telling telling) {
        life.point();
        var outcome = simulation.hear(telling);
        life.point();
        return outcome;
    }

    /** A process that looks for nothing to do may die as well: that is one point for all the shards. */
    void sweep() {
        life.dying(() -> {
            life.point();
            sweep.round(Instant.MAX);
        });
    }

    Told export(String key, NewRender wanted) {
        var session = simulation.world.session;
        return answered(() -> {
            var view = keys.onceForTheLatest(
                    session.owner(),
                    key,
                    keys.fingerprint("export", wanted),
                    RenderView.class,
                    own -> renders.export(session.id(), own, wanted, Duration.ZERO));
            return new Told(view.id(), null, view, wanted.audience());
        });
    }

    Told get(String id) {
        return answered(() -> {
            var view = renders.get(id, Duration.ZERO);
            if (view.status() == RenderState.COMPLETED) {
                renders.file(id);
            }
            return new Told(id, null, view, null);
        });
    }

    /** One that is over cannot be cancelled: that is an answer as well. */
    Told cancel(String id) {
        return answered(() -> {
            try {
                return new Told(id, null, renders.cancel(id), null);
            } catch (Problem over) {
                if (over.code() == ProblemCode.ALREADY_OVER) {
                    return new Told(id, over, null, null);
                }
                throw over;
            }
        });
    }

    Listed list() {
        return answered(
                () -> new Listed(renders.list(simulation.world.session.id(), new Paging("50", null)).items().stream()
                        .map(RenderView::id)
                        .toList()),
                why -> {
                    throw new TryAgain(why);
                });
    }

    private Told answered(Supplier<Told> call) {
        return answered(call, why -> new Told(null, why, null, null));
    }

    /** An answer that nobody hears, since the process dies just then, is none. */
    private <T> T answered(Supplier<T> call, Function<Problem, T> refused) {
        life.point();
        T answer;
        try {
            answer = call.get();
        } catch (Problem why) {
            if (why.code().retryable()) {
                throw new TryAgain(why);
            }
            answer = refused.apply(why);
        }
        life.point();
        return answer;
    }
}
