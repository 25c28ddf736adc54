package cn.zhirong.rule;

import cn.zhirong.knowledge.Child;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A {@link RuleNode} in a JVM of its own, and the rounds it has run. */
final class Contestant implements Closeable {
    private final String name;
    private final long pairs;
    private final Child child;
    private final Socket socket;
    private final BufferedReader answers;
    private final List<Double> seconds = new ArrayList<>();
    private String matches = "";

    private Contestant(String name, long pairs, Child child, Socket socket) throws IOException {
        this.name = name;
        this.pairs = pairs;
        this.child = child;
        this.socket = socket;
        this.answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts it and waits until its rules are compiled and its firms are there. */
    static Contestant start(String name, Path folder, int rules, int firms, long seed, String heap, List<String> flags)
            throws IOException, InterruptedException {
        Path own = folder.resolve(name + "-" + firms);
        List<String> all = new ArrayList<>(List.of("-Xms" + heap, "-Xmx" + heap));
        all.addAll(flags);
        Child child = Child.start(
                name,
                own,
                Child.rivalClasspath(),
                all,
                RuleNode.class.getName(),
                List.of(name, "" + rules, "" + firms, "" + seed, own.toString()));
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), child.port());
        return new Contestant(name, (long) rules * firms, child, socket);
    }

    String name() {
        return name;
    }

    long pairs() {
        return pairs;
    }

    /** One round that counts. */
    void round() throws IOException {
        seconds.add(run());
    }

    /** A round that does not count. */
    void warmUp() throws IOException {
        run();
    }

    private double run() throws IOException {
        String[] answer = ask("round").split(" ");
        String found = answer[1] + " " + answer[2];
        if (!matches.isEmpty() && !matches.equals(found)) {
            throw new IOException(name + " finds " + found + " after " + matches);
        }
        matches = found;
        return Long.parseLong(answer[0]) / 1e9;
    }

    /** How many pairs match, and a sum over the numbers by rule. */
    String matches() {
        return matches;
    }

    /** Pairs a second, round by round. */
    List<Double> rates() {
        return seconds.stream().map(each -> pairs / each).toList();
    }

    /** Seconds of a round. */
    List<Double> seconds() {
        return seconds;
    }

    long[] numbers(String line) throws IOException {
        return Arrays.stream(ask(line).split(" ")).mapToLong(Long::parseLong).toArray();
    }

    String ask(String line) throws IOException {
        socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException(name + " does not answer, see its log");
        }
        return answer;
    }

    double mostResidentMegabytes() throws IOException {
        return child.mostResidentMegabytes();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        child.close();
    }
}
