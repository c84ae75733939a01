package dev.beatcut.infra;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;

/** What the functions are built as; {@code -c artifact=...}. */
enum Artifact {
    /** The JVM zip, snapshotted when a version is published: needs no native builder. */
    JVM(Runtime.JAVA_25, Architecture.X86_64, SnapStartConf.ON_PUBLISHED_VERSIONS, 1024),
    /** The native executable. */
    NATIVE(Runtime.PROVIDED_AL2023, Architecture.X86_64, null, 256),
    /** The native executable, built on arm64. */
    NATIVE_ARM64(Runtime.PROVIDED_AL2023, Architecture.ARM_64, null, 256);

    private final Runtime runtime;
    private final Architecture architecture;
    private final SnapStartConf snapStart;
    private final int memoryMb;

    Artifact(Runtime runtime, Architecture architecture, SnapStartConf snapStart, int memoryMb) {
        this.runtime = runtime;
        this.architecture = architecture;
        this.snapStart = snapStart;
        this.memoryMb = memoryMb;
    }

    /** @throws IllegalArgumentException for another word than {@code jvm}, {@code native}, {@code native-arm64} */
    static Artifact of(String said) {
        return Arrays.stream(values())
                .filter(one -> one.wireName().equals(said))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The artifact \"" + said + "\" is not known: say -c "
                        + "artifact= with one of "
                        + Arrays.stream(values()).map(Artifact::wireName).collect(Collectors.joining(", ")) + "."));
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Runtime runtime() {
        return runtime;
    }

    Architecture architecture() {
        return architecture;
    }

    /** Null where there is nothing to snapshot. */
    SnapStartConf snapStart() {
        return snapStart;
    }

    /** Enough for the start of the smallest function; CPU comes in proportion. */
    int memoryMb() {
        return memoryMb;
    }

    /** @param jvm the class that Lambda calls where there is a JVM; a native executable asks for its work itself */
    String handler(String jvm) {
        return this == JVM ? jvm : "bootstrap";
    }

    Map<String, String> environment() {
        return this == JVM
                // Scoped values and virtual threads of JBoss reach into java.lang, which a manifest cannot open on
                // Lambda.
                ? Map.of(
                        "JAVA_TOOL_OPTIONS",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED -XX:+TieredCompilation "
                                + "-XX:TieredStopAtLevel=1")
                : Map.of("DISABLE_SIGNAL_HANDLERS", "true");
    }
}
