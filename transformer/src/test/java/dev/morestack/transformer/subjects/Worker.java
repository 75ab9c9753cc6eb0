package dev.morestack.transformer.subjects;

/** A thread that overrides {@code run()}. */
class Worker extends Thread {

    protected int done;

    @Override
    public void run() {
        if (done > 0) {
            return;
        }
        work(10);
    }

    private void work(int n) {
        done++;
        if (n > 0) {
            work(n - 1);
        }
    }

    /** Begins with a loop, so the first instruction has a frame of its own. */
    static final class Looping extends Worker {
        @Override
        public void run() {
            do {
                done++;
            } while (done < 10);
        }
    }
}
