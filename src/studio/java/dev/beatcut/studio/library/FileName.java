package dev.beatcut.studio.library;

/** File names as callers give them, made harmless for paths, links and logs. */
public final class FileName {

    private static final int LONGEST = 100;

    private FileName() {}

    /** Letters of any script, digits and {@code . _ - ( ) space} of the last path component; never empty. */
    public static String of(String said) {
        var last = said == null ? "" : said.substring(Math.max(said.lastIndexOf('/'), said.lastIndexOf('\\')) + 1);
        var clean = last.replaceAll("[^\\p{L}\\p{M}\\p{N}._() -]", "_")
                .replaceFirst("^[. ]+", "")
                .strip();
        return clean.isEmpty() ? "upload" : clean.substring(Math.max(0, clean.length() - LONGEST));
    }
}
