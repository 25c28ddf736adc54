package cn.zhirong.command;

import cn.zhirong.database.DataFolderBusy;
import cn.zhirong.database.DatabaseUnavailable;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command line. Exit status: 0 done, 1 the answer is no, 2 the call was wrong. Results go to standard output, everything
 * else to standard error.
 */
@Command(
        name = "zhirong",
        description = "知融：政策、补贴与风险补偿资金池，一局一租户。",
        mixinStandardHelpOptions = true,
        version = "zhirong 0.1.0",
        subcommands = {
            ServeCommand.class,
            TenantCommand.class,
            UserCommand.class,
            TokenCommand.class,
            ImportCommand.class,
            IndexCommand.class,
            EvaluateCommand.class
        })
public final class Main implements Runnable {
    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before anything runs
    private CommandLine.Model.CommandSpec spec;

    /** Parses the call before anything is started, so that a wrong call costs nothing. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        // Chinese must reach the terminal whatever its locale says.
        System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Main::explain)
                .execute(arguments);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "请指定一个命令。");
    }

    private static int explain(Exception failure, CommandLine line, CommandLine.ParseResult parsed) throws Exception {
        Throwable cause = failure;
        while (cause != null) {
            if (cause instanceof DataFolderBusy
                    || cause instanceof DatabaseUnavailable
                    || cause instanceof CommandRefused) {
                System.err.println(cause.getMessage());
                return 1;
            }
            cause = cause.getCause();
        }
        throw failure;
    }
}
