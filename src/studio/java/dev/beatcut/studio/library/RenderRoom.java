package dev.beatcut.studio.library;

import com.fasterxml.jackson.databind.JsonNode;
import dev.beatcut.objects.Objects;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.state.Key;
import dev.beatcut.studio.render.Film;
import dev.beatcut.studio.render.FilmProgress;
import dev.beatcut.studio.render.Output;
import dev.beatcut.studio.render.Source;
import dev.beatcut.timeline.Draft;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;

/**
 * Where films are made: a few at a time, each by one node only, in the order of their arrival. A job that was
 * interrupted is begun again, and given up when that happens too often without anything being made meanwhile.
 */
@Singleton
public final class RenderRoom {

    private static final long PROGRESS_EVERY_MS = 1000;

    private final Renders renders;
    private final Documents documents;
    private final Shelf shelf;
    private final Scratch scratch;
    private final Objects objects;
    private final Craft craft;
    private final Labour labour;
    private final InstantSource clock;
    private final Semaphore seats;
    /** Jobs in hand and the threads on them. */
    private final ConcurrentMap<String, Thread> inHand = new ConcurrentHashMap<>();

    public RenderRoom(
            Renders renders,
            Documents documents,
            Shelf shelf,
            Scratch scratch,
            Objects objects,
            Craft craft,
            Labour labour,
            InstantSource clock,
            StudioSettings settings) {
        this.renders = renders;
        this.documents = documents;
        this.shelf = shelf;
        this.scratch = scratch;
        this.objects = objects;
        this.craft = craft;
        this.labour = labour;
        this.clock = clock;
        this.seats = new Semaphore(settings.concurrentRenders(), true);
    }

    /** Stores a job (see {@link Renders#submit}) and sees to it that it is done. */
    public RenderJob submit(Session session, String id, JsonNode draft, Output output) {
        return submit(session, id, draft, output, Duration.ZERO);
    }

    /** @param wait how long it stays in the queue before anything is done */
    public RenderJob submit(Session session, String id, JsonNode draft, Output output, Duration wait) {
        var job = renders.submit(session, id, draft, output, wait);
        resume(id, wait);
        return job;
    }

    /** Whether a job with this id was ever stored. */
    public boolean knows(String id) {
        return renders.find(id).isPresent();
    }

    /** Stores a job of which nothing will come but {@code why}. */
    public RenderJob doom(Session session, String id, JsonNode draft, Output output, String why) {
        var job = renders.submit(session, id, draft, output, Duration.ZERO);
        renders.change(id, open -> open.failed(why, clock.millis()));
        return job;
    }

    /** Stores a job that is cancelled at once, and not by its caller. */
    public RenderJob drop(Session session, String id, JsonNode draft, Output output) {
        return cancel(renders.submit(session, id, draft, output, Duration.ZERO));
    }

    /** @throws Problem NOT_FOUND if there is none, or it is another user's */
    public RenderJob of(String owner, String id) {
        return renders.of(owner, id);
    }

    /** Ends the job's work and loses the job. */
    public void forget(RenderJob job) {
        cancel(job);
        renders.forget(job.id());
    }

    /** Ends the job's work, whichever node is at it; one that is over stays as it is. */
    public RenderJob cancel(RenderJob job) {
        var cancelled = renders.change(job.id(), open -> open.cancelled(clock.millis()));
        inHand.computeIfPresent(job.id(), (id, worker) -> {
            worker.interrupt();
            return worker;
        });
        return cancelled;
    }

    /** Takes up a job that nobody works on; harmless for one in hand or over. */
    void resume(String id) {
        resume(id, Duration.ZERO);
    }

    private void resume(String id, Duration wait) {
        if (!inHand.containsKey(id) && isOpen(id)) {
            labour.start(() -> take(id, wait));
        }
    }

    private boolean isOpen(String id) {
        return renders.find(id).filter(job -> !job.isOver()).isPresent();
    }

    private void take(String id, Duration wait) {
        if (inHand.putIfAbsent(id, Thread.currentThread()) != null) {
            return;
        }
        try {
            labour.pause(wait);
            seats.acquire();
            try {
                labour.alone(new Key("studio/lease", "render/" + id), () -> isOpen(id), right -> attempt(id, right));
            } finally {
                seats.release();
            }
        } catch (InterruptedException cancelledWhileWaiting) {
            Thread.currentThread().interrupt();
        } finally {
            inHand.remove(id);
        }
    }

    private void attempt(String id, Right right) {
        renders.find(id).filter(job -> !job.isOver()).ifPresent(job -> {
            if (job.fruitless() >= Labour.MOST_ATTEMPTS) {
                fail(
                        job,
                        "The studio stopped " + job.fruitless() + " times at this render without getting any further.");
            } else {
                begin(job, right);
            }
        });
    }

    /** A job that was cancelled, or begun elsewhere, since it was read is let be. */
    private void begin(RenderJob job, Right right) {
        var begun = renders.change(job, RenderJob::begun);
        if (!begun.isOver() && begun.attempts() == job.attempts() + 1) {
            make(begun, right);
        }
    }

    private void make(RenderJob job, Right right) {
        try (var folder = scratch.folder()) {
            var film = film(job, folder.path());
            right.check();
            objects.put(job.object(), film.file(), job.output().file().contentType());
            if (film.poster() != null) {
                objects.put(job.poster(), film.poster(), "image/jpeg");
            }
            right.check();
            renders.change(job, open -> open.completed(film, clock.millis()));
        } catch (Problem problem) {
            right.check();
            if (problem.code() == ProblemCode.STORAGE_UNAVAILABLE) {
                // It passes, however long it takes; the job stays due, and is taken up again.
                renders.change(job, RenderJob::hindered);
                throw problem;
            }
            fail(job, problem.detail() + " " + problem.next());
        }
    }

    private Film film(RenderJob job, Path folder) {
        var timeline = Draft.read(documents.read(job.draft()));
        var progress = new Progress(job);
        var sources = subfolder(folder, "sources");
        var target = folder.resolve("film." + job.output().format());
        return craft.make(new Craft.Work(
                timeline, src -> source(src, sources), job.output(), target, subfolder(folder, "work"), progress));
    }

    private static Path subfolder(Path folder, String name) {
        try {
            return Files.createDirectory(folder.resolve(name));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private Source source(String src, Path folder) {
        var id = Media.idIn(src);
        if (id == null) {
            throw Problem.notFound("uploaded file", src);
        }
        var media = shelf.media(id);
        var file = shelf.file(media, folder);
        var info = media.info().pixels() == null ? craft.judge(file) : media.info();
        return new Source(file, media.hash(), info);
    }

    private void fail(RenderJob attempt, String why) {
        renders.change(attempt, open -> open.failed(why, clock.millis()));
    }

    /** Writes down progress, not too often, and notices when somebody else ended the job. */
    private final class Progress implements FilmProgress {

        private final RenderJob attempt;
        private final Thread worker = Thread.currentThread();
        private long saidAt;
        private boolean fruitful;

        Progress(RenderJob attempt) {
            this.attempt = attempt;
        }

        @Override
        public synchronized void reached(int percent) {
            if (clock.millis() - saidAt < PROGRESS_EVERY_MS) {
                return;
            }
            saidAt = clock.millis();
            var now = renders.change(attempt, open -> open.at(percent));
            if (now.isOver() || now.attempts() != attempt.attempts()) {
                worker.interrupt();
            }
        }

        @Override
        public synchronized void kept() {
            if (!fruitful) {
                fruitful = true;
                renders.change(attempt, RenderJob::fruitful);
            }
        }
    }
}
