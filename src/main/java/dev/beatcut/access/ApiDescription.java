package dev.beatcut.access;

import dev.beatcut.problem.ProblemBody;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** What is the same for every route of the API's description: the key of a POST, and how failures are told. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ApiDescription implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() == null) {
            return;
        }
        api.getPaths().getPathItems().values().forEach(path -> path.getOperations()
                .forEach(this::complete));
    }

    private void complete(HttpMethod method, Operation operation) {
        if (method == HttpMethod.POST) {
            operation.addParameter(idempotencyKey());
        }
        var responses = operation.getResponses();
        responses.removeAPIResponse("400");
        responses.addAPIResponse("default", problem());
        responses.getAPIResponses().values().forEach(answer -> withoutPreference(answer.getContent()));
    }

    private static Parameter idempotencyKey() {
        return OASFactory.createParameter()
                .name("Idempotency-Key")
                .in(Parameter.In.HEADER)
                .description(
                        "Random, up to 255 characters, good for 24 hours: the same key and body get the same answer")
                .schema(OASFactory.createSchema().addType(SchemaType.STRING));
    }

    private static APIResponse problem() {
        var schema = OASFactory.createSchema().ref("#/components/schemas/" + ProblemBody.class.getSimpleName());
        return OASFactory.createAPIResponse()
                .description("What went wrong (RFC 9457): `code` for programs, `next` for the step that helps")
                .content(OASFactory.createContent()
                        .addMediaType(
                                ProblemBody.MEDIA_TYPE,
                                OASFactory.createMediaType().schema(schema)));
    }

    /** {@code ;qs=0.5} ranks forms for those who do not choose: no caller writes it. */
    private static void withoutPreference(Content content) {
        if (content == null) {
            return;
        }
        for (var form : Map.copyOf(content.getMediaTypes()).entrySet()) {
            content.removeMediaType(form.getKey());
            content.addMediaType(form.getKey().replaceFirst(";qs=.*", ""), form.getValue());
        }
    }
}
