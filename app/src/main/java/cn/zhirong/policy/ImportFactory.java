package cn.zhirong.policy;

import cn.zhirong.document.DocumentParser;
import cn.zhirong.document.DocumentReader;
import cn.zhirong.document.FileDocumentReader;
import cn.zhirong.document.ProvisionParser;
import cn.zhirong.document.ReaderLimits;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** The reader and the parser of the application: {@code document} itself knows no container. */
@Factory
class ImportFactory {
    @Singleton
    DocumentReader reader() {
        return new FileDocumentReader(ReaderLimits.usual());
    }

    @Singleton
    DocumentParser parser() {
        return new ProvisionParser();
    }
}
