package dev.beatcut.session;

import java.util.List;

/** The files that a message names by their ids. */
public interface NamedFiles {

    /** @return their file names, in that order */
    List<String> names(Session session, List<String> mediaIds);
}
