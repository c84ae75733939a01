package dev.beatcut.access;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** That the API wants a token, told where it does; which is known when the server starts. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public final class TokenDescription implements OASFilter {

    private static final String NAME = "token";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (!Authentication.required(ConfigProvider.getConfig())) {
            return;
        }
        var components = api.getComponents() == null ? OASFactory.createComponents() : api.getComponents();
        api.components(components.addSecurityScheme(
                NAME,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("A token of your identity provider; its `sub` owns what you make")));
        api.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(NAME));
    }
}
