package cn.zhirong.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that most commands share. */
final class DataFolder {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".zhirong",
            description = "数据目录（数据库、索引），默认 ${DEFAULT-VALUE}")
    @SuppressWarnings("NullAway.Init") // picocli fills it before anything runs
    Path path;
}
