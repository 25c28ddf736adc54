package cn.zhirong.database;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** JSON columns: what only one owner reads in parts is kept as text and read back as what it was. */
@Singleton
public class Json {
    private final ObjectMapper mapper;

    Json(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The value as JSON. */
    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    /** What {@link #write} wrote. */
    public <T> T read(String json, Class<T> type) {
        return read(json, Argument.of(type));
    }

    /** A list that {@link #write} wrote. */
    public <T> List<T> readList(String json, Class<T> type) {
        return List.copyOf(read(json, Argument.listOf(type)));
    }

    private <T> T read(String json, Argument<T> type) {
        try {
            T value = mapper.readValue(json, type);
            if (value == null) {
                throw new IllegalStateException("stored JSON is null where " + type + " was expected");
            }
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException("stored JSON is no " + type, e);
        }
    }
}
