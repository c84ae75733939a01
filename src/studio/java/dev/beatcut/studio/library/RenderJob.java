package dev.beatcut.studio.library;

import dev.beatcut.studio.render.Film;
import dev.beatcut.studio.render.Output;
import dev.beatcut.studio.render.SyncReport;

/**
 * One export.
 *
 * @param id made by the client
 * @param capability who knows it may read the film
 * @param progress percent
 * @param attempts how often it was begun
 * @param fruitless how many of the last of these have made nothing that is kept
 * @param film what came out, else null
 * @param failure why nothing came out, for people; else null
 * @param endedAt epoch ms, 0 while it is not over
 */
public record RenderJob(
        String id,
        String owner,
        String session,
        String capability,
        Documents.Stored draft,
        Output output,
        Status status,
        int progress,
        int attempts,
        int fruitless,
        Finished film,
        String failure,
        long createdAt,
        long endedAt) {

    /**
     * @param size bytes
     * @param width 0 without a picture
     * @param poster whether there is one
     * @param note what is not as it was asked, for people; else null
     */
    public record Finished(
            long durationMs, long size, int width, int height, SyncReport report, boolean poster, String note) {
        static Finished of(Film film) {
            return new Finished(
                    film.durationMs(),
                    film.size(),
                    film.width(),
                    film.height(),
                    film.report(),
                    film.poster() != null,
                    film.note());
        }
    }

    public enum Status {
        PENDING,
        PROCESSING,
        COMPLETED,
        FAILED,
        CANCELLED;

        boolean isOver() {
            return this != PENDING && this != PROCESSING;
        }
    }

    public boolean isOver() {
        return status.isOver();
    }

    /** Key of the finished film in the object store. */
    public String object() {
        return "studio/films/" + capability + "." + output.format();
    }

    /** Key of the finished film's poster. */
    public String poster() {
        return "studio/films/" + capability + ".jpg";
    }

    RenderJob begun() {
        return isOver() ? this : with(Status.PROCESSING, 0, attempts + 1, fruitless + 1, null, null, 0);
    }

    RenderJob at(int percent) {
        return isOver() ? this : as(Status.PROCESSING, Math.clamp(percent, progress, 99), null, null, 0);
    }

    /** Something was made in this attempt. */
    RenderJob fruitful() {
        return isOver() ? this : with(status, progress, attempts, 0, null, null, 0);
    }

    /** This attempt failed through no fault of its own. */
    RenderJob hindered() {
        return isOver() ? this : with(status, progress, attempts, Math.max(0, fruitless - 1), null, null, 0);
    }

    RenderJob completed(Film made, long now) {
        return isOver() ? this : as(Status.COMPLETED, 100, Finished.of(made), null, now);
    }

    RenderJob failed(String why, long now) {
        return isOver() ? this : as(Status.FAILED, progress, null, why, now);
    }

    RenderJob cancelled(long now) {
        return isOver() ? this : as(Status.CANCELLED, progress, null, "Cancelled by the caller.", now);
    }

    private RenderJob as(Status next, int percent, Finished made, String why, long end) {
        return with(next, percent, attempts, fruitless, made, why, end);
    }

    private RenderJob with(Status next, int percent, int tries, int vain, Finished made, String why, long end) {
        return new RenderJob(
                id, owner, session, capability, draft, output, next, percent, tries, vain, made, why, createdAt, end);
    }
}
