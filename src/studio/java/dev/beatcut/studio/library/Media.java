package dev.beatcut.studio.library;

import dev.beatcut.studio.ffmpeg.MediaInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * One uploaded file.
 *
 * @param id capability: who knows it may read the bytes
 * @param hash SHA-256 of the bytes, hex
 * @param name file name as the caller gave it, made harmless
 * @param size bytes
 * @param address what the caller was told, and what drafts name it by; the host in it may be outdated
 */
public record Media(String id, String hash, String name, long size, MediaInfo info, String address) {

    private static final Pattern ADDRESS = Pattern.compile("/studio/media/([0-9a-z]+)(?:/|$)");

    /** Where the bytes are in the object store: under their content, so that the same file is kept once. */
    public String object() {
        return "studio/media/" + hash;
    }

    public String contentType() {
        return switch (info.format()) {
            case "mp4" -> "video/mp4";
            case "mov" -> "video/quicktime";
            case "avi" -> "video/x-msvideo";
            case "webm" -> "video/webm";
            case "mkv" -> "video/x-matroska";
            case "jpg" -> "image/jpeg";
            case "png" -> "image/png";
            case "gif" -> "image/gif";
            case "webp" -> "image/webp";
            case "mp3" -> "audio/mpeg";
            case "wav" -> "audio/wav";
            case "m4a" -> "audio/mp4";
            case "aac" -> "audio/aac";
            default -> "application/octet-stream";
        };
    }

    /** The path of the file {@code id} on this server. */
    static String path(String id, String name) {
        return "/studio/media/" + id + "/"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The id in an address that {@link #path} made, whatever its host; null if it is none of ours. */
    public static String idIn(String src) {
        var found = ADDRESS.matcher(src == null ? "" : src);
        return found.find() ? found.group(1) : null;
    }
}
