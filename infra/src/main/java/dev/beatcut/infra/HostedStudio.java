package dev.beatcut.infra;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awscdk.IgnoreMode;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ecr.Repository;
import software.amazon.awscdk.services.ecr.RepositoryAttributes;
import software.amazon.awscdk.services.ecr.assets.Platform;
import software.amazon.awscdk.services.ecs.AssetImageProps;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.constructs.Construct;
import software.constructs.Node;

/**
 * A studio of one's own as the upstream; {@code -c studio=...}.
 *
 * @param host its name, to which the certificate belongs
 * @param certificate ARN of it, in ACM of the same region
 * @param image that was pushed somewhere; empty: it is built from the container file when the stack is deployed
 * @param root of the project
 */
record HostedStudio(String host, String certificate, Optional<String> image, Path root) {

    private static final String FILE = "infra/studio/Containerfile";
    private static final String APP = "target/quarkus-app";

    private static final Pattern FFMPEG = Pattern.compile("org\\.bytedeco\\.ffmpeg-.*-linux-x86_64.*\\.jar");
    private static final Pattern HOST = Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}");
    private static final Pattern CERTIFICATE = Pattern.compile("arn:aws[a-z-]*:acm:[a-z0-9-]+:\\d{12}:certificate/.+");
    private static final Pattern OWN_REGISTRY =
            Pattern.compile("(\\d{12})\\.dkr\\.ecr\\.([a-z0-9-]+)\\.amazonaws\\.com/([^:@]+)[:@](.+)");

    /**
     * @return empty if none was asked for
     * @throws IllegalArgumentException if what it needs was left out, is not understood or was not built
     */
    static Optional<HostedStudio> of(Node context, Path root) {
        var host = Deployment.said(context, "studio");
        if (host.isEmpty()) {
            for (var more : List.of("studioCertificate", "studioImage")) {
                Deployment.said(context, more).ifPresent(said -> {
                    throw new IllegalArgumentException("\"" + more + "\" is \"" + said + "\" and \"studio\" is not set:"
                            + " say -c studio= with the studio's host name too, or leave it out.");
                });
            }
            return Optional.empty();
        }
        return Optional.of(new HostedStudio(
                        host.get(),
                        Deployment.required(context, "studioCertificate", "the ARN of the certificate of the host"),
                        Deployment.said(context, "studioImage"),
                        root)
                .checked(context));
    }

    private HostedStudio checked(Node context) {
        if (!HOST.matcher(host).matches()) {
            throw new IllegalArgumentException(
                    "The studio \"" + host + "\" is no host name: say -c studio= with one such as studio.example.com.");
        }
        if (!CERTIFICATE.matcher(certificate).matches()) {
            throw new IllegalArgumentException("The studioCertificate \"" + certificate + "\" is no ARN of ACM: give"
                    + " one such as arn:aws:acm:eu-west-1:123456789012:certificate/..., of the region that you deploy"
                    + " to.");
        }
        Deployment.required(context, "tokenSecret", "the secret whose text opens the studio (and is NEMO_TOKEN)");
        Deployment.said(context, "nemoUrl").ifPresent(other -> {
            throw new IllegalArgumentException("Both \"nemoUrl\" (\"" + other + "\") and \"studio\" (\"" + host
                    + "\") are set: the functions have one upstream, so leave one out.");
        });
        if (image.isEmpty() && !isPackaged(root.resolve(APP))) {
            throw new IllegalArgumentException(root.resolve(APP) + " with FFmpeg for Linux x86-64 is not there."
                    + " Package the server first: ./mvnw package -DskipTests (elsewhere than on Linux x86-64 with"
                    + " -Djavacpp.platform=linux-x86_64); or say -c studioImage= with an image that was built from "
                    + FILE + ".");
        }
        return this;
    }

    private static boolean isPackaged(Path app) {
        var libraries = app.resolve("lib/main").toFile().list((folder, name) -> FFMPEG.matcher(name)
                .matches());
        return Files.isRegularFile(app.resolve("quarkus-run.jar")) && libraries != null && libraries.length > 0;
    }

    String url() {
        return "https://" + host;
    }

    ContainerImage container(Construct scope) {
        return image.map(said -> pushed(scope, said)).orElseGet(this::built);
    }

    /** The task may pull from a registry in AWS only if its role says so. */
    private static ContainerImage pushed(Construct scope, String said) {
        var own = OWN_REGISTRY.matcher(said);
        if (!own.matches()) {
            return ContainerImage.fromRegistry(said);
        }
        var repository = Repository.fromRepositoryAttributes(
                scope,
                "Images",
                RepositoryAttributes.builder()
                        .repositoryName(own.group(3))
                        .repositoryArn("arn:" + Stack.of(scope).getPartition() + ":ecr:" + own.group(2) + ":"
                                + own.group(1) + ":repository/" + own.group(3))
                        .build());
        return ContainerImage.fromEcrRepository(repository, own.group(4));
    }

    private ContainerImage built() {
        return ContainerImage.fromAsset(
                root.toAbsolutePath().normalize().toString(),
                AssetImageProps.builder()
                        .file(FILE)
                        .exclude(List.of("*", "!" + FILE, "!" + APP))
                        .ignoreMode(IgnoreMode.DOCKER)
                        .platform(Platform.LINUX_AMD64)
                        .build());
    }
}
