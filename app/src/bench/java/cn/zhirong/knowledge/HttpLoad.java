package cn.zhirong.knowledge;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends requests over connections that stay open, each as soon as the one before is answered. Written on bare sockets since it
 * shares the processors with what it measures.
 */
final class HttpLoad {
    private final int port;
    private final List<byte[]> requests;
    private final AtomicInteger next = new AtomicInteger();

    /** @param requests asked in turn, over and over */
    HttpLoad(int port, List<byte[]> requests) {
        this.port = port;
        this.requests = List.copyOf(requests);
    }

    /** @param millis of each request, sorted */
    @SuppressWarnings("ArrayRecordComponent") // tens of thousands, read and never compared
    record Round(double seconds, double[] millis) {
        double perSecond() {
            return millis.length / seconds;
        }

        double quantile(double share) {
            return Spread.quantile(millis, share);
        }
    }

    static byte[] get(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] post(String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n"
                        + "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] whole = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    /** Each request once over one connection: its answers. */
    List<String> once() throws IOException {
        var answers = new ArrayList<String>();
        try (var connection = new Connection(port)) {
            for (byte[] request : requests) {
                answers.add(new String(connection.answer(request), StandardCharsets.UTF_8));
            }
        }
        return answers;
    }

    /** Goes on for some seconds. */
    Round run(int connections, double seconds) throws IOException, InterruptedException {
        long began = System.nanoTime();
        long end = began + (long) (seconds * 1e9);
        try (var workers = Executors.newFixedThreadPool(connections)) {
            Callable<List<Double>> work = () -> work(end);
            var millis = new ArrayList<Double>();
            for (Future<List<Double>> each : workers.invokeAll(java.util.Collections.nCopies(connections, work))) {
                millis.addAll(each.get());
            }
            double took = (System.nanoTime() - began) / 1e9;
            return new Round(
                    took,
                    millis.stream().mapToDouble(Double::doubleValue).sorted().toArray());
        } catch (ExecutionException e) {
            throw new IOException("a request failed", e);
        }
    }

    private List<Double> work(long end) throws IOException {
        var millis = new ArrayList<Double>();
        try (var connection = new Connection(port)) {
            while (System.nanoTime() < end) {
                byte[] request = requests.get(Math.floorMod(next.getAndIncrement(), requests.size()));
                long began = System.nanoTime();
                connection.answer(request);
                millis.add((System.nanoTime() - began) / 1e6);
            }
        }
        return millis;
    }

    private static final class Connection implements AutoCloseable {
        private final Socket socket;
        private final InputStream in;

        Connection(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(120_000);
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        }

        byte[] answer(byte[] request) throws IOException {
            socket.getOutputStream().write(request);
            String status = line();
            int length = -1;
            for (String header = line(); !header.isEmpty(); header = line()) {
                String name = header.toLowerCase(Locale.ROOT);
                if (name.startsWith("content-length:")) {
                    length = Integer.parseInt(name.substring(15).strip());
                }
            }
            if (length < 0) {
                throw new IOException("an answer of unknown length: " + status);
            }
            byte[] body = in.readNBytes(length);
            if (!status.contains(" 200 ")) {
                throw new IOException(status + " " + new String(body, StandardCharsets.UTF_8));
            }
            return body;
        }

        private String line() throws IOException {
            var line = new StringBuilder();
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0) {
                    throw new EOFException("the connection was closed");
                }
                if (b != '\r') {
                    line.append((char) b);
                }
            }
            return line.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
