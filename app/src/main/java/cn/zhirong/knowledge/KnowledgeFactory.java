package cn.zhirong.knowledge;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/** The indexes of the application, under its data folder, closed with it. */
@Factory
class KnowledgeFactory {
    @Singleton
    Embedder embedder() {
        return new BgeEmbedder();
    }

    @Singleton
    @Bean(preDestroy = "close")
    PolicyIndexes indexes(@Property(name = "zhirong.data") String data, Embedder embedder, AdoptedSettings settings) {
        return PolicyIndexes.held(Path.of(data).resolve("index"), embedder, settings::of);
    }
}
