package cn.zhirong.rule;

import cn.zhirong.knowledge.Child;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * One contestant. Arguments: engine, rules, firms, seed, its folder. Does what each line it is sent asks and answers with a line of
 * numbers: {@code round} nanoseconds, matches, and a sum over the matches by rule; {@code heap} bytes in use with every verdict
 * held; {@code explain N} nanoseconds a firm of N firms, each against all rules, with its reasons; {@code written N} the same with
 * the traces as bytes; {@code golden} see {@link GoldenTraces}.
 */
public final class RuleNode {
    private RuleNode() {}

    public static void main(String[] arguments) throws IOException {
        var world = new BenchWorld(
                Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), Long.parseLong(arguments[3]));
        long began = System.nanoTime();
        BenchEngine engine = BenchEngine.named(arguments[0], world);
        System.out.println("built in " + (System.nanoTime() - began) / 1_000_000 + " ms, " + world.distinct()
                + " different conditions");
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Child.ready(Child.readyFile(Path.of(arguments[4])), server.getLocalPort());
            try (Socket socket = server.accept();
                    var in = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    String answer = answer(line, engine, world) + "\n";
                    socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    private static String answer(String line, BenchEngine engine, BenchWorld world) {
        String[] words = line.split(" ");
        return switch (words[0]) {
            case "round" -> round(engine);
            case "heap" -> heap(engine);
            case "explain" -> join(Explanations.reasons(world, Integer.parseInt(words[1])));
            case "written" -> join(Explanations.written(world, Integer.parseInt(words[1])));
            case "golden" -> GoldenTraces.measure();
            case "distinct" -> Long.toString(world.distinct());
            default -> throw new IllegalArgumentException(line);
        };
    }

    private static String round(BenchEngine engine) {
        long began = System.nanoTime();
        int[] counts = engine.round();
        long took = System.nanoTime() - began;
        long matches = 0;
        var sum = new CRC32();
        for (int count : counts) {
            matches += count;
            sum.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, count));
        }
        return took + " " + matches + " " + sum.getValue();
    }

    private static String heap(BenchEngine engine) {
        Object held = engine instanceof BenchEngine.ProductEngine product ? product.all() : List.of();
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return used + " " + ((List<?>) held).size();
    }

    private static String join(long[] numbers) {
        return java.util.Arrays.stream(numbers).mapToObj(Long::toString).collect(Collectors.joining(" "));
    }
}
