package org.w3id.trilateral.graph;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs work beside that of callers, one piece after another, in a thread that gives way to others. */
final class Beside implements Executor {
    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(), work -> {
        Thread thread = new Thread(work, "beside");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    });

    Beside() {
        worker.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable work) {
        worker.execute(work);
    }
}
