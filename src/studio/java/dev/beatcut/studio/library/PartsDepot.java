package dev.beatcut.studio.library;

import dev.beatcut.objects.Objects;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.studio.render.Depot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/**
 * Parts of films in the object store, so that a film goes on where a dead node left it. The store's own rules have to
 * forget them: nobody else does.
 */
final class PartsDepot implements Depot {

    static final String FOLDER = "studio/parts/";

    private static final Logger LOG = Logger.getLogger(PartsDepot.class);

    private final Objects objects;

    PartsDepot(Objects objects) {
        this.objects = objects;
    }

    @Override
    public boolean fetch(String key, Path target) throws IOException {
        try (var bytes = objects.open(FOLDER + key)) {
            Files.copy(bytes, target);
            return true;
        } catch (IOException brokenOff) {
            Files.deleteIfExists(target);
            return anew(brokenOff);
        } catch (Problem problem) {
            return problem.code() != ProblemCode.NOT_FOUND && anew(problem);
        }
    }

    private static boolean anew(Exception why) {
        LOG.warnf("A part is made anew, since it could not be fetched: %s", why.getMessage());
        return false;
    }

    @Override
    public void keep(String key, Path file) {
        try {
            objects.put(FOLDER + key, file, "application/octet-stream");
        } catch (Problem notNow) {
            LOG.warnf("A part is kept on this node alone: %s", notNow.getMessage());
        }
    }
}
