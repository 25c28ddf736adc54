package cn.zhirong.knowledge;

/**
 * 应命中条款: the clause a question must find, in whichever version holds on the day.
 *
 * @param shelf slug of the tenant that owns the policy, or {@code shared}
 * @param policyId the policy
 * @param path such as {@code 第四条第二款}, or empty for the document's head
 * @param title as it was when the clause was chosen
 * @param documentNumber as it was then, or empty
 */
record HitClause(String shelf, long policyId, String path, String title, String documentNumber) {
    static HitClause of(Passage passage) {
        return new HitClause(
                passage.shelf(), passage.policyId(), passage.path(), passage.title(), passage.documentNumber());
    }

    /** Whether a passage stands in this clause: at its path or below it. */
    boolean holds(Passage passage) {
        return passage.policyId() == policyId && passage.shelf().equals(shelf) && isWithin(passage.path(), path);
    }

    /** As people name it: 文号 or title, and the clause. */
    String words() {
        String document = documentNumber.isEmpty() ? "《" + title + "》" : documentNumber;
        return document + " " + pathWords(path);
    }

    static String pathWords(String path) {
        return path.isEmpty() ? "文件标题与发文信息" : path;
    }

    /** The clause of a passage as a reader looks for it: with its own heading, where it has one. */
    static String place(Passage passage) {
        String heading = passage.trail().isEmpty() ? "" : passage.trail().getLast();
        return !passage.path().isEmpty() && heading.startsWith(passage.path()) ? heading : pathWords(passage.path());
    }

    /** {@code 第四条第二款} is within {@code 第四条}, {@code 第四条之一} is not. */
    static boolean isWithin(String path, String above) {
        if (path.equals(above)) {
            return true;
        }
        if (above.isEmpty() || !path.startsWith(above)) {
            return false;
        }
        char next = path.charAt(above.length());
        return next == '第' || next == '(' || Character.isDigit(next);
    }
}
