package dev.beatcut.packaging;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Packs what Quarkus zips for Lambda, classes and some 160 jars, as one jar: each class is found in it at once, and is not
 * inflated at every cold start, since only the zip around it is deflated. Run by the build: {@code java OneJar.java
 * function.zip}, which it replaces.
 */
public final class OneJar {

    private static final String JAR = "beatcut.jar";

    /** Where Lambda's own class loader looks for jars. */
    private static final String LIB = "lib/";

    /** What loads the classes of the jar, if that loader does not. */
    private static final String START = "dev/beatcut/start/";

    /** Libraries have classes for newer releases than their oldest. */
    private static final byte[] MANIFEST =
            "Manifest-Version: 1.0\r\nMulti-Release: true\r\n\r\n".getBytes(StandardCharsets.UTF_8);

    /** The same input makes the same bytes. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    /** Each library's own, which has to stay with it. */
    private static final Pattern LEGAL = Pattern.compile("META-INF/(LICENSE|NOTICE)(\\.\\w+)?");

    /** What only a build, an index or a module path reads. */
    private static final Pattern NOT_AT_RUN_TIME = Pattern.compile(
            "META-INF/(MANIFEST\\.MF|INDEX\\.LIST|jandex\\.idx|beans\\.xml|quarkus-.*|maven/.*|io\\.netty\\.versions\\.properties)"
                    + "|(.*/)?module-info\\.class");

    /** Stays beside the jar: Quarkus reads it through a file system over what it is in, whose every entry is read twice then. */
    private static final Pattern CONFIGURATION =
            Pattern.compile("application\\.properties|META-INF/microprofile-config\\.properties");

    private final Map<String, byte[]> entries = new TreeMap<>();

    public static void main(String[] args) throws IOException {
        var zip = Path.of(args[0]);
        var all = new OneJar();
        all.addAll(Files.readAllBytes(zip));
        Files.write(zip, all.zip());
    }

    private void addAll(byte[] zip) throws IOException {
        var files = files(zip);
        files.forEach((name, bytes) -> {
            if (!name.endsWith(".jar")) {
                add("beatcut", name, bytes);
            }
        });
        for (var file : files.entrySet()) {
            if (file.getKey().endsWith(".jar")) {
                files(file.getValue()).forEach((name, bytes) -> add(file.getKey(), name, bytes));
            }
        }
    }

    /** Quarkus zips what it has transformed beside what it was made from: the last one of a name counts. */
    private static Map<String, byte[]> files(byte[] zip) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory() && !entry.getName().isEmpty()) {
                    files.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return files;
    }

    private void add(String jar, String name, byte[] bytes) {
        if (LEGAL.matcher(name).matches()) {
            var library = jar.substring(jar.lastIndexOf('/') + 1).replaceFirst("\\.jar$", "");
            entries.put(name.replaceFirst("META-INF/", "META-INF/legal/" + library + "/"), bytes);
        } else if (!NOT_AT_RUN_TIME.matcher(name).matches()) {
            entries.merge(name, bytes, (first, second) -> both(jar, name, first, second));
        }
    }

    private static byte[] both(String jar, String name, byte[] first, byte[] second) {
        if (Arrays.equals(first, second)) {
            return first;
        }
        if (name.startsWith("META-INF/services/")) {
            return (text(first) + "\n" + text(second)).getBytes(StandardCharsets.UTF_8);
        }
        throw new IllegalStateException(
                name + " in " + jar + " differs from what an earlier jar has by this name, and one"
                        + " jar holds one of them. Say in OneJar.java what is to become of it.");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private byte[] zip() throws IOException {
        var outside = new TreeMap<String, byte[]>();
        var inside = new LinkedHashMap<>(Map.of("META-INF/MANIFEST.MF", MANIFEST));
        entries.forEach((name, bytes) -> (isOutside(name) ? outside : inside).put(name, bytes));
        var starts = outside.keySet().stream().anyMatch(name -> name.startsWith(START));
        outside.put(starts ? JAR : LIB + JAR, zipped(inside, ZipEntry.STORED));
        return zipped(outside, ZipEntry.DEFLATED);
    }

    private static boolean isOutside(String name) {
        return name.startsWith(START) || CONFIGURATION.matcher(name).matches();
    }

    private static byte[] zipped(Map<String, byte[]> files, int method) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(entry(file.getKey(), file.getValue(), method));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static ZipEntry entry(String name, byte[] bytes, int method) {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        entry.setMethod(method);
        if (method == ZipEntry.STORED) {
            var sum = new CRC32();
            sum.update(bytes);
            entry.setCrc(sum.getValue());
            entry.setSize(bytes.length);
        }
        return entry;
    }
}
