package cn.zhirong.command;

import cn.zhirong.database.DataFolderBusy;
import cn.zhirong.database.DatabaseUnavailable;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
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
        version = "zhirong 0.1.0")
public final class Main implements Runnable {
    /** Each is looked at only when it is called, since that costs a start a tenth of a second. */
    private static final Map<String, Class<?>> COMMANDS = commands();

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
        CommandLine line = new CommandLine(new Main());
        Class<?> called = arguments.length == 0 ? null : COMMANDS.get(arguments[0]);
        if (called != null) {
            line.addSubcommand(called);
        } else {
            COMMANDS.values().forEach(line::addSubcommand);
        }
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Main::explain)
                .execute(arguments);
    }

    private static Map<String, Class<?>> commands() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put("serve", ServeCommand.class);
        commands.put("tenant", TenantCommand.class);
        commands.put("user", UserCommand.class);
        commands.put("token", TokenCommand.class);
        commands.put("import", ImportCommand.class);
        commands.put("index", IndexCommand.class);
        commands.put("audit", AuditCommand.class);
        commands.put("evaluate", EvaluateCommand.class);
        return commands;
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
