package dev.beatcut.access;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** How a shape is read and written is found out when it is first met: the zip has nine functions, a process runs one. */
@Singleton
final class JsonOnDemand implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper json) {
        json.disable(SerializationFeature.EAGER_SERIALIZER_FETCH);
        json.disable(DeserializationFeature.EAGER_DESERIALIZER_FETCH);
    }
}
