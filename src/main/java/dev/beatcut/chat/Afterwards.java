package dev.beatcut.chat;

import dev.beatcut.intent.Suggestion;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.session.Project;
import dev.beatcut.session.Session;
import dev.beatcut.timeline.Summary;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the upstream suggests to somebody with a screen ({@code nemo-api.md} §8 B): shown, or offered in words. The film
 * is made where the turn asked for it.
 */
final class Afterwards {

    private final Session session;
    private final Project project;
    private final boolean filmWanted;
    private final Supplier<String> export;

    /** @param export starts the export and gives its id */
    Afterwards(Session session, Project project, boolean filmWanted, Supplier<String> export) {
        this.session = session;
        this.project = project;
        this.filmWanted = filmWanted;
        this.export = export;
    }

    Ending of(Ending ending, Set<Suggestion> suggested, Look look) {
        var shown = ending;
        if (suggested.contains(Suggestion.TIMELINE) && look instanceof Look.Seen seen && look.hasFilm()) {
            shown = shown.adding(Summary.of(seen.now()));
        }
        if (suggested.contains(Suggestion.CREDITS)) {
            shown = withBalance(shown);
        }
        if (suggested.contains(Suggestion.EDIT) && look.hasFilm()) {
            shown = shown.adding(Phrases.EDIT_OFFER.in(session)).offering(Offer.EDIT);
        }
        if (filmWanted) {
            return withFilm(shown);
        }
        return suggested.contains(Suggestion.EXPORT) && look.hasFilm()
                ? shown.adding(Phrases.EXPORT_OFFER.in(session)).offering(Offer.EXPORT)
                : shown;
    }

    Ending ofFailed(Ending failed) {
        return filmWanted ? failed.adding(Phrases.EXPORT_NOT_BEGUN.in(session)) : failed;
    }

    private Ending withBalance(Ending ending) {
        try {
            return ending.adding(Phrases.credits(session, project.credits()));
        } catch (Problem notToldNow) {
            return ending;
        }
    }

    private Ending withFilm(Ending ending) {
        try {
            var render = export.get();
            return ending.adding(Phrases.EXPORT_STARTED.in(session, render)).exporting(render);
        } catch (Problem why) {
            var told = ending.adding(Phrases.EXPORT_NOT_STARTED.in(session, why.detail(), why.next()))
                    .because(why);
            return why.code() == ProblemCode.NOTHING_TO_EXPORT ? told : told.offering(Offer.EXPORT);
        }
    }
}
