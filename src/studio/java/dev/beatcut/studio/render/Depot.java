package dev.beatcut.studio.render;

import java.io.IOException;
import java.nio.file.Path;

/** Where kept parts of films lie for other nodes too. It may lose any of them at any time. */
public interface Depot {

    /** Where there are no other nodes. */
    Depot NONE = new Depot() {
        @Override
        public boolean fetch(String key, Path target) {
            return false;
        }

        @Override
        public void keep(String key, Path file) {}
    };

    /** @return whether {@code target} has it now; else it is not there */
    boolean fetch(String key, Path target) throws IOException;

    void keep(String key, Path file) throws IOException;
}
