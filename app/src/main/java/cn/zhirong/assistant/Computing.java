package cn.zhirong.assistant;

import java.util.Optional;

/** Answers what no document says by itself, because it depends on who asks. */
interface Computing {
    /** The answer, told to {@code progress} as it comes; empty where the question is not of this kind. */
    Optional<Answer> answer(Question question, Progress progress);
}
