package dev.beatcut.session;

/** Starts an export when a message asks for one. */
public interface Exports {

    /**
     * @param own the new render's name; one that exists is that render
     * @return the render's id
     */
    String export(Session session, String own);
}
