package dev.beatcut.media;

import java.net.URI;

/**
 * What a caller says of a file: either {@code name}, {@code size} and perhaps {@code type}, to put its bytes; or where it
 * can be fetched, and perhaps its {@code name}.
 *
 * @param size bytes
 * @param type media type; the name decides when it says nothing
 * @param url https, public, up to 2,048 characters
 * @param multipart true: the bytes are put in parts, each to a link of its own
 */
public record NewMedia(String name, Long size, String type, URI url, Boolean multipart) {

    /** Without path and query of the URL: they may be all that protects the file. */
    @Override
    public String toString() {
        return "NewMedia[name=" + name + ", size=" + size + ", type=" + type + ", url=" + place(url) + ", multipart="
                + multipart + "]";
    }

    /** Scheme, host and port of {@code url}, or null. */
    static String place(URI url) {
        return url == null
                ? null
                : url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
    }

    boolean inParts() {
        return Boolean.TRUE.equals(multipart);
    }
}
