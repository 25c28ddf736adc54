package cn.zhirong.assistant;

/** Makes the answer of a turn: what conversations need of the assistant. */
interface Answering {
    /**
     * Answers on the calling thread.
     *
     * @param seen takes up the passages that were read
     */
    Answer answer(Question question, Progress progress, Clauses seen);
}
