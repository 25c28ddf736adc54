package cn.zhirong.command;

import cn.zhirong.database.Json;
import cn.zhirong.document.DocumentKind;
import cn.zhirong.policy.PolicyDesk;
import cn.zhirong.policy.PolicyVersion;
import cn.zhirong.policy.State;
import cn.zhirong.policy.Upload;
import cn.zhirong.policy.UploadHints;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import io.micronaut.serde.annotation.Serdeable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes policy documents in by the same path as an upload. A file that fails keeps none of the others from being done. */
@Command(name = "import", description = "导入政策文件，每个文件打印一行 JSON", mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli fills it before anything runs
    private DataFolder data;

    @Option(names = "--tenant", required = true, description = "租户标识；shared 为各局共用的国家与上级政策")
    @SuppressWarnings("NullAway.Init")
    private String slug;

    @Option(names = "--publish", description = "直接发布，不经第二人复核（仅供初始化，会记入审计）")
    private boolean publish;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "pdf、docx、html、md、txt 或 ofd 文件")
    @SuppressWarnings("NullAway.Init")
    private List<Path> files;

    /** A file that was taken in. */
    @Serdeable
    record Line(
            String file,
            long id,
            int version,
            String state,
            String title,
            String number,
            List<String> issuers,
            DocumentKind kind,
            @Nullable LocalDate signedOn,
            @Nullable LocalDate publishedOn,
            @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate expiresOn,
            int provisions,
            List<String> warnings) {}

    /** A file that was not. */
    @Serdeable
    record Failure(String file, String error, String detail) {}

    @Override
    public Integer call() {
        try (Application application = Application.start(data.path, Map.of())) {
            Tenant tenant = UserCommand.tenant(application, slug);
            PolicyDesk desk = application.bean(PolicyDesk.class);
            Json json = application.bean(Json.class);
            boolean allDone = true;
            for (Path file : files) {
                Object line = take(desk, tenant, file);
                allDone &= line instanceof Line;
                System.out.println(json.write(line));
            }
            return allDone ? 0 : 1;
        }
    }

    private Object take(PolicyDesk desk, Tenant tenant, Path file) {
        String name = String.valueOf(file.getFileName());
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            return new Failure(file.toString(), "no-such-file", "文件不存在或不可读。");
        }
        try {
            Upload upload = publish
                    ? desk.importAndPublish(tenant, name, file, UploadHints.none())
                    : desk.upload(tenant, PolicyDesk.COMMAND_LINE, name, file, UploadHints.none());
            return switch (upload) {
                case Upload.Stored stored -> line(file, stored);
                case Upload.Duplicate duplicate -> new Failure(file.toString(), "duplicate", duplicate.message());
                case Upload.Unreadable unreadable ->
                    new Failure(file.toString(), unreadable.code(), unreadable.message());
            };
        } catch (Refusal refusal) {
            return new Failure(file.toString(), refusal.type(), explain(refusal));
        }
    }

    private Line line(Path file, Upload.Stored stored) {
        PolicyVersion version = stored.version();
        List<String> warnings = new ArrayList<>(stored.warnings());
        if (publish && version.state() != State.PUBLISHED) {
            warnings.addFirst("未发布，留作草稿：有必须先处理的提示。");
        }
        return new Line(
                file.toString(),
                version.policyId(),
                version.number(),
                version.state().name(),
                version.title(),
                version.documentNumber(),
                version.issuers(),
                version.kind(),
                version.signedOn(),
                version.publishedOn(),
                version.effectiveFrom(),
                version.expiresOn(),
                stored.provisions(),
                warnings);
    }

    private static String explain(Refusal refusal) {
        StringBuilder text = new StringBuilder(String.valueOf(refusal.getMessage()));
        refusal.errors().forEach(error -> text.append(error.message()));
        return text.toString();
    }
}
