package dev.beatcut.aws;

import io.quarkus.bootstrap.resolver.maven.BootstrapMavenException;
import io.quarkus.bootstrap.resolver.maven.MavenArtifactResolver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.Exclusion;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/**
 * The jars of programs that tests start beside themselves and that are never on our own class path: DynamoDB Local's
 * licence forbids shipping it inside a program, and the libraries of both clash with ours. They are fetched as the
 * build fetches everything: with its settings, from its repositories, into its local repository.
 */
final class Jars {

    private static final String SDK = "software.amazon.awssdk";

    private final MavenArtifactResolver maven;

    Jars() {
        try {
            maven = MavenArtifactResolver.builder()
                    .setWorkspaceDiscovery(false)
                    .setArtifactTransferLogging(false)
                    .build();
        } catch (BootstrapMavenException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    /** DynamoDB Local, what it needs, and its native libraries. */
    List<Path> dynamoDbLocal() {
        var program = compile("software.amazon.dynamodb:DynamoDBLocal:3.3.1")
                .setExclusions(List.of(without("org.apache.logging.log4j", "log4j-core"), without("org.mockito", "*")));
        return resolve(program, sdkWithAllItsParts());
    }

    /** It asks for an SDK newer than the registries hold whole. */
    private List<Dependency> sdkWithAllItsParts() {
        try {
            var versions = new ArrayList<Dependency>();
            for (var module : List.of("cognitoidentity", "cognitoidentityprovider", "pinpoint")) {
                versions.add(compile(SDK + ":" + module + ":2.41.0"));
            }
            var bom = maven.resolveDescriptor(new DefaultArtifact(SDK + ":bom:pom:2.41.18"));
            versions.addAll(bom.getManagedDependencies());
            return versions;
        } catch (BootstrapMavenException absent) {
            throw new IllegalStateException(absent);
        }
    }

    /** S3Proxy, which carries what it needs. */
    List<Path> s3Proxy() {
        var all = List.of(new Exclusion("*", "*", "*", "*"));
        var program =
                compile("org.gaul:s3proxy:jar:jar-with-dependencies:4.1.0").setExclusions(all);
        return resolve(program, List.of());
    }

    private List<Path> resolve(Dependency program, List<Dependency> versions) {
        var wanted = new CollectRequest(List.of(program), versions, maven.getRepositories());
        try {
            return maven
                    .getSystem()
                    .resolveDependencies(maven.getSession(), new DependencyRequest(wanted, null))
                    .getArtifactResults()
                    .stream()
                    .map(ArtifactResult::getArtifact)
                    .map(artifact -> artifact.getFile().toPath())
                    .toList();
        } catch (DependencyResolutionException unresolved) {
            throw new IllegalStateException(unresolved);
        }
    }

    private static Dependency compile(String coordinates) {
        return new Dependency(new DefaultArtifact(coordinates), "compile");
    }

    private static Exclusion without(String group, String artifact) {
        return new Exclusion(group, artifact, "*", "*");
    }
}
