package cn.zhirong.application;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * One application in a public notice, made of the trace that its decision rests on.
 *
 * @param application its key
 * @param policy title and version of what it rests on
 * @param clauses the clauses that say how much
 * @param figures the figures that the amount was made of, such as 实付利息：12万元（企业填报）
 * @param fen how much
 */
@Serdeable
record NoticeLine(
        long application,
        String number,
        String firm,
        String creditCode,
        String programme,
        String policy,
        List<String> clauses,
        List<String> figures,
        long fen) {
    NoticeLine {
        clauses = List.copyOf(clauses);
        figures = List.copyOf(figures);
    }
}
