package dev.beatcut.media;

import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import java.util.Locale;
import java.util.Set;

/** What is refused by name and size alone, before a byte is sent. Upstream is still the judge. */
final class FileRules {

    /** 500 MB, read as generously as the wire allows: 2^20 bytes each. */
    static final long LARGEST = 500L << 20;

    private static final int LONGEST_NAME = 200;
    private static final Set<String> SAYS_NOTHING = Set.of("", "application/octet-stream", "binary/octet-stream");

    private FileRules() {}

    /** @throws Problem saying what was received, what is accepted and what to do */
    static Format check(NewMedia file) {
        checkName(file.name());
        var format = format(file.name(), bare(file.type()));
        checkSize(file);
        return format;
    }

    static void checkName(String name) {
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            throw Problem.invalid(
                    "A file needs a name of 1 to " + LONGEST_NAME + " characters.",
                    "Send {\"name\", \"size\", \"type\"} to put a file, or {\"url\"} to bring one; where the url's last part"
                            + " is too long for a name, {\"url\", \"name\"}.");
        }
    }

    /** @return null where neither the name nor the URL tells */
    static Format checkLinked(String name, NewMedia file) {
        if (file.size() != null || file.type() != null || file.multipart() != null) {
            throw Problem.invalid(
                    "Beside \"url\" only \"name\" is accepted; \"size\", \"type\" and \"multipart\" are of files whose"
                            + " bytes are put.",
                    "Leave them out: the file itself tells when it is fetched.");
        }
        checkName(name);
        return name.contains(".") ? format(name, "") : null;
    }

    static Format format(String name, String type) {
        var dot = name.lastIndexOf('.');
        var byType = Format.ofType(type);
        if (!SAYS_NOTHING.contains(type) && byType.isEmpty()) {
            throw unsupported("\"" + name + "\" is said to be " + type);
        }
        return dot < 0
                ? byType.orElseThrow(() -> unsupported("\"" + name + "\" has no extension"))
                : Format.ofExtension(name.substring(dot + 1))
                        .orElseThrow(() -> unsupported("\"" + name + "\" ends in " + name.substring(dot)));
    }

    private static String bare(String type) {
        return type == null ? "" : type.replaceFirst(";.*$", "").strip().toLowerCase(Locale.ROOT);
    }

    private static void checkSize(NewMedia file) {
        if (file.size() == null || file.size() < 0) {
            throw Problem.invalid("The size of \"" + file.name() + "\" is missing.", "Send its size in bytes.");
        }
        if (file.size() == 0) {
            throw empty(file.name());
        }
        if (file.size() > LARGEST) {
            throw new Problem(
                    ProblemCode.FILE_TOO_LARGE,
                    "\"" + file.name() + "\" has " + megabytes(file.size()) + "; up to 500 MB are accepted.",
                    "Compress or trim it, then bring it again.");
        }
    }

    static Problem empty(String name) {
        return new Problem(
                ProblemCode.FILE_EMPTY, "\"" + name + "\" has no bytes.", "Check the file and bring it again.");
    }

    static Problem unsupported(String received) {
        return new Problem(
                ProblemCode.UNSUPPORTED_FORMAT,
                received + "; accepted are " + Format.accepted() + ".",
                "Convert it to one of these, then bring it again.");
    }

    private static String megabytes(long bytes) {
        return (bytes + (1 << 20) - 1 >> 20) + " MB";
    }
}
