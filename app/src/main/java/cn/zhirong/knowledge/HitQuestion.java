package cn.zhirong.knowledge;

import java.util.List;

/**
 * 命中题: a question with the clauses of which at least one must be among the first.
 *
 * @param id its key
 * @param text as people ask
 * @param clauses those it must find; one without any is not run
 */
record HitQuestion(long id, String text, List<HitClause> clauses) {
    HitQuestion {
        clauses = List.copyOf(clauses);
    }
}
