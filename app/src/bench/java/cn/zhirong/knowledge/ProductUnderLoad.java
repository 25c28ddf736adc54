package cn.zhirong.knowledge;

import cn.zhirong.command.SignInNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The product in a process of its own, with a bureau and so many people who can sign in, and a client that asks it over HTTP/1.1.
 *
 * @param bureau the address of its first page
 * @param work folder for data and logs that is kept and used again; null for one that is thrown away
 */
record ProductUnderLoad(Path folder, @Nullable Path work, Child child, HttpClient client, String bureau)
        implements AutoCloseable {

    static ProductUnderLoad start(@Nullable Path work, int people) throws IOException, InterruptedException {
        Path folder = BenchFolder.of(work);
        List<String> arguments = List.of(
                "--data",
                folder.resolve("data").toString(),
                "--people",
                Integer.toString(people),
                "--ready",
                Child.readyFile(folder).toString());
        Child child = Child.start(
                "product",
                folder,
                Child.productClasspath(),
                List.of("-Xmx600m"),
                SignInNode.class.getName(),
                arguments);
        HttpClient client = newClient();
        String bureau = "http://localhost:" + child.port() + "/" + SignInNode.BUREAU;
        return new ProductUnderLoad(folder, work, child, client, bureau);
    }

    static HttpClient newClient() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    @Override
    public void close() throws IOException {
        client.close();
        child.close();
        BenchFolder.leave(folder, work);
    }
}
