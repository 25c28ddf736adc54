package cn.zhirong.policy;

import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import cn.zhirong.web.SentFile;
import io.micronaut.http.multipart.CompletedFileUpload;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in files that come over the network, from pages and calls alike: within the quota, and never kept half. */
@Singleton
class Uploads {
    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    private final UploadQuota quota;
    private final UploadFolder folder;

    Uploads(UploadQuota quota, UploadFolder folder) {
        this.quota = quota;
        this.folder = folder;
    }

    /** What is done with a file: its name as sent, and where its bytes lie for the time being. */
    interface Taking extends BiFunction<String, Path, Upload> {}

    /**
     * Keeps the file in our own folder while it is taken in, and never longer.
     *
     * @throws Refusal 413 above {@link UploadFolder#MOST_BYTES}, 429 above the quota, 507 when it cannot be written
     */
    Upload receive(Tenant tenant, String username, CompletedFileUpload sent, Taking taking) {
        try (SentFile file = new SentFile(sent)) {
            if (file.size() > UploadFolder.MOST_BYTES) {
                throw Refusal.tooLarge("文件超过 50 MB 的上限，请拆分或压缩图片后再上传。");
            }
            UploadQuota.Turn turn = quota.begin(tenant, username);
            try {
                return kept(file, taking);
            } finally {
                turn.end();
            }
        }
    }

    private Upload kept(SentFile file, Taking taking) {
        @Nullable Path path = null;
        try {
            try {
                path = folder.create();
                save(file, path);
            } catch (IOException | UncheckedIOException e) {
                LOG.error("an upload of {} bytes cannot be kept", file.size(), e);
                throw Refusal.noRoom("文件没有保存成功：服务器暂时无法写入（可能是磁盘已满）。系统里没有留下这个文件的任何内容，请联系管理员后重新上传。");
            }
            return taking.apply(file.name(), path);
        } finally {
            if (path != null) {
                folder.delete(path);
            }
        }
    }

    private void save(SentFile file, Path path) throws IOException {
        try (InputStream in = file.open();
                OutputStream out = folder.write(path)) {
            in.transferTo(out);
        }
    }
}
