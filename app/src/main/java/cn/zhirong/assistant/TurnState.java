package cn.zhirong.assistant;

/** How far a turn has come. */
enum TurnState {
    /** Asked; its answer is being made, or was cut off by a kill and is made anew when somebody looks. */
    WAITING,
    ANSWERED,
    /** The asker had enough; what was said by then is kept. */
    STOPPED,
    /** The answer could not be made: our fault. */
    FAILED
}
