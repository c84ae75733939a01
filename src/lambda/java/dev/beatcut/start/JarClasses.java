package dev.beatcut.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * The classes of {@code beatcut.jar}. Lambda's own loader asks the runtime and a folder for each class before a jar, and
 * loads one class at a time; this one asks the jar alone, and several threads load at once.
 */
final class JarClasses extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    /** What the runtime and we speak with each other is the runtime's. */
    private static final List<String> THE_RUNTIMES =
            List.of("com.amazonaws.services.lambda.", "software.amazon.awssdk.utilslite.");

    private final Path folder;
    private final URI file;
    private final JarFile jar;
    private final ProtectionDomain domain;

    /**
     * @param folder of the jar, and of what is read as a file
     * @param runtime the loader of the runtime's classes
     */
    JarClasses(Path folder, ClassLoader runtime) throws IOException {
        super("beatcut", runtime);
        this.folder = folder;
        var path = folder.resolve("beatcut.jar");
        file = path.toUri();
        jar = new JarFile(path.toFile(), false, ZipFile.OPEN_READ, JarFile.runtimeVersion());
        domain = new ProtectionDomain(new CodeSource(file.toURL(), (Certificate[]) null), null, this, null);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (THE_RUNTIMES.stream().anyMatch(name::startsWith)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            var loaded = findLoadedClass(name);
            var found = loaded == null ? inJar(name) : loaded;
            return found == null ? super.loadClass(name, resolve) : found;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        var found = inJar(name);
        if (found == null) {
            throw new ClassNotFoundException(name);
        }
        return found;
    }

    private Class<?> inJar(String name) {
        var entry = jar.getJarEntry(name.replace('.', '/') + ".class");
        if (entry == null) {
            return null;
        }
        try (var in = jar.getInputStream(entry)) {
            var bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length, domain);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    protected URL findResource(String name) {
        return found(name).findFirst().orElse(null);
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        return Collections.enumeration(found(name).toList());
    }

    private Stream<URL> found(String name) {
        var open = folder.resolve(name);
        if (!name.isEmpty() && Files.isRegularFile(open)) {
            return Stream.of(url(open.toUri()));
        }
        return jar.getEntry(name) == null ? Stream.empty() : Stream.of(url(URI.create("jar:" + file + "!/" + name)));
    }

    private static URL url(URI uri) {
        try {
            return uri.toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
