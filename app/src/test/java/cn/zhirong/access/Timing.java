package cn.zhirong.access;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many things at once. */
final class Timing {
    private Timing() {}

    /** Runs {@code work} with the numbers from 0, all at the same time, and gives what came out. */
    static <T> List<T> atOnce(int count, IntFunction<T> work) throws InterruptedException, ExecutionException {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<T>> all = new ArrayList<>();
            for (int n = 0; n < count; n++) {
                int number = n;
                all.add(() -> work.apply(number));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : executor.invokeAll(all)) {
                results.add(future.get());
            }
            return results;
        }
    }
}
