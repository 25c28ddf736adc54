package cn.zhirong.access;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Hashes passwords as ever, and counts what that costs: on no machine does a count depend on who else is at work. */
final class CountingHashes extends PasswordHashes {
    /** What was computed, in order. */
    final List<Computed> computed = new CopyOnWriteArrayList<>();
    /** The most at one moment. */
    final AtomicInteger most = new AtomicInteger();

    private final AtomicInteger now = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    /** One hash: by what parameters, of how many bytes, on what kind of thread. */
    record Computed(Cost cost, int bytes, boolean onVirtualThread) {}

    /** From now on nothing is computed to its end. */
    void hold() {
        gate = new CountDownLatch(1);
    }

    void release() {
        gate.countDown();
    }

    /** What this cost. */
    List<Computed> during(Runnable work) {
        int before = computed.size();
        work.run();
        return List.copyOf(computed.subList(before, computed.size()));
    }

    @Override
    byte[] compute(Cost cost, byte[] salt, byte[] password, int length) {
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        try {
            computed.add(
                    new Computed(cost, password.length, Thread.currentThread().isVirtual()));
            gate.await();
            return super.compute(cost, salt, password, length);
        } catch (InterruptedException e) {
            throw new IllegalStateException("the test ended", e);
        } finally {
            now.decrementAndGet();
        }
    }
}
