package cn.zhirong.assistant;

/** What comes along while an answer is made, in this order: stages, then citations and sentences, then one done. */
sealed interface TurnPart {
    /** A step, in the words a reader sees. */
    record Stage(String words) implements TurnPart {}

    /** A citation with the text around it. */
    record Cited(Citation citation, String clause) implements TurnPart {}

    /** A sentence; {@code first} where it is the conclusion. */
    record Said(Sentence sentence, boolean first) implements TurnPart {}

    /** Nothing more comes; the turn is stored. */
    record Done(TurnState state) implements TurnPart {}
}
