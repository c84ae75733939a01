package dev.beatcut.studio.ffmpeg;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.Loader;

/**
 * The executables inside the bytedeco jar, whichever of its builds (GPL or LGPL) is on the class path, extracted once to
 * JavaCPP's cache ({@code ~/.javacpp/cache}, or the temporary folder when home is read-only).
 *
 * <p>{@code Loader.load(ffmpeg.class)} is not used: it loads the libraries into this JVM too, and with them libpulse and
 * others that a machine without a desktop lacks.
 */
final class Bundle {

    private static final Class<?> HOME = org.bytedeco.ffmpeg.ffmpeg.class;
    private static final List<String> BUILDS = List.of("-gpl", "");
    private static final Pattern MISSING = Pattern.compile("error while loading shared libraries: (\\S+):");
    /** Only capture devices use these, and nothing here captures. */
    private static final Pattern DEVICE_LIBRARY = Pattern.compile("lib(pulse|asound|xcb)[-a-z]*\\.so\\.\\d+");

    private Bundle() {}

    static Executables extract() {
        var windows = Loader.getPlatform().startsWith("windows");
        var suffix = windows ? ".exe" : "";
        var folder = folder(suffix);
        var ffmpeg = folder.resolve("ffmpeg" + suffix);
        var found = new Executables(ffmpeg, folder.resolve("ffprobe" + suffix), Map.of());
        return Loader.getPlatform().startsWith("linux") ? withLibraries(found, folder) : found;
    }

    private static Path folder(String suffix) {
        for (var build : BUILDS) {
            var name = "/org/bytedeco/ffmpeg/" + Loader.getPlatform() + build + "/ffmpeg" + suffix;
            var executable = HOME.getResource(name);
            if (executable != null) {
                return extract(executable);
            }
        }
        throw new IllegalStateException("No ffmpeg for " + Loader.getPlatform()
                + " is on the class path. Configure the paths of an installed ffmpeg and ffprobe.");
    }

    private static Path extract(URL executable) {
        try {
            // read anew: a class loader of a framework may hand out connections of its own making
            var jar = (JarURLConnection) plain(executable.toString()).openConnection();
            var entry = jar.getEntryName();
            var prefix = entry.substring(0, entry.lastIndexOf('/') + 1);
            for (var name : entries(jar, prefix)) {
                cached(plain("jar:" + jar.getJarFileURL() + "!/" + name));
            }
            return cached(plain(executable.toString())).getParent();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot extract ffmpeg", e);
        }
    }

    private static URL plain(String url) throws IOException {
        return URI.create(url).toURL();
    }

    private static Path cached(URL entry) throws IOException {
        var file = Loader.cacheResource(entry);
        if (file == null || !file.setExecutable(true)) {
            throw new IOException("Cannot extract " + entry + " to " + Loader.getCacheDir());
        }
        return file.toPath();
    }

    private static List<String> entries(JarURLConnection jar, String prefix) throws IOException {
        jar.setUseCaches(false);
        try (var file = jar.getJarFile()) {
            return file.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(prefix) && !name.endsWith("/"))
                    .filter(name -> !name.startsWith("libjni", prefix.length()))
                    .filter(name -> name.indexOf('/', prefix.length()) < 0)
                    .toList();
        }
    }

    /** Puts an empty library in the place of each device library that this machine lacks, until ffmpeg starts. */
    private static Executables withLibraries(Executables found, Path folder) {
        var standIns = folder.resolve("absent");
        var environment = new HashMap<String, String>();
        environment.put("LD_LIBRARY_PATH", folder + File.pathSeparator + standIns);
        var executables = new Executables(found.ffmpeg(), found.ffprobe(), environment);
        var children = new Children(executables.environment());
        for (int tries = 0; tries < 8; tries++) {
            var missing = missingLibrary(children, executables);
            if (missing == null) {
                break;
            }
            write(standIns, missing, executables.ffmpeg());
        }
        return executables;
    }

    private static String missingLibrary(Children children, Executables executables) {
        try {
            children.read(List.of(executables.ffmpeg().toString(), "-version"), in -> in.transferTo(nowhere()), null);
            return null;
        } catch (FfmpegFailed e) {
            var missing = MISSING.matcher(String.join("\n", e.log()));
            if (missing.find() && DEVICE_LIBRARY.matcher(missing.group(1)).matches()) {
                return missing.group(1);
            }
            throw e;
        }
    }

    private static OutputStream nowhere() {
        return OutputStream.nullOutputStream();
    }

    private static void write(Path folder, String library, Path executable) {
        try {
            Files.createDirectories(folder);
            var partial = Files.createTempFile(folder, library, ".part");
            Files.write(partial, StandInLibrary.bytes(library, StandInLibrary.machineOf(executable)));
            Files.move(partial, folder.resolve(library), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write beside ffmpeg", e);
        }
    }
}
