package cn.zhirong.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StepTest {
    /** The table written out a second time: whoever changes a line of it changes it here as well, on purpose. */
    private static final String AGREED = """
            FOUND: RELEASE→OFFERED DROP→WITHDRAWN
            OFFERED: CONFIRM→APPROVED AMEND→DRAFT OUTDATE→WITHDRAWN WITHDRAW→WITHDRAWN LAPSE→WITHDRAWN
            DRAFT: SUBMIT→SUBMITTED WITHDRAW→WITHDRAWN
            SUBMITTED: ASK_CORRECTION→CORRECTING ACCEPT→ACCEPTED WITHDRAW→WITHDRAWN
            CORRECTING: CORRECT→SUBMITTED WITHDRAW→WITHDRAWN LAPSE→WITHDRAWN
            ACCEPTED: ASK_CORRECTION→CORRECTING FIRST_PASS→FIRST_PASSED FIRST_REFUSE→FIRST_REFUSED WITHDRAW→WITHDRAWN
            FIRST_PASSED: SEND_BACK→ACCEPTED SECOND_PASS→APPROVED WITHDRAW→WITHDRAWN
            FIRST_REFUSED: SEND_BACK→ACCEPTED SECOND_REFUSE→REFUSED WITHDRAW→WITHDRAWN
            APPROVED: LIST→LISTED REVOKE→REFUSED WITHDRAW→WITHDRAWN
            LISTED: ENDORSE→ENDORSED REVOKE→REFUSED
            ENDORSED: PUBLISH→PUBLISHED REVOKE→REFUSED
            PUBLISHED: CLEAR→CLEARED REVOKE→REFUSED
            CLEARED: PAY_OUT→PAYING REVOKE→REFUSED
            PAYING: BOUNCE→CLEARED PAY→PAID
            PAID: DEMAND→CLAWING
            CLAWING: RETURN→RETURNED DROP_DEMAND→PAID DROP_FURTHER_DEMAND→RETURNED
            RETURNED: DEMAND→CLAWING
            REFUSED: APPEAL→APPEALED
            APPEALED: UPHOLD→FINAL REOPEN→ACCEPTED
            FINAL:
            WITHDRAWN:
            """;

    @Test
    void every_pair_of_state_and_step_is_as_agreed() {
        Map<State, Map<String, State>> agreed = new TreeMap<>();
        AGREED.lines().forEach(line -> {
            String[] parts = line.split(":");
            agreed.put(
                    State.valueOf(parts[0]),
                    Arrays.stream(
                                    parts.length == 1
                                            ? new String[0]
                                            : parts[1].strip().split(" "))
                            .collect(Collectors.toMap(
                                    step -> step.split("→")[0], step -> State.valueOf(step.split("→")[1]))));
        });
        assertThat(agreed.keySet()).containsExactlyInAnyOrder(State.values());
        int open = 0;
        for (State state : State.values()) {
            for (Step step : Step.values()) {
                boolean may = agreed.get(state).containsKey(step.name());
                assertThat(step.isOpenIn(state)).as("%s in %s", step, state).isEqualTo(may);
                if (may) {
                    open++;
                    assertThat(step.to())
                            .as("%s from %s", step, state)
                            .isEqualTo(agreed.get(state).get(step.name()));
                }
            }
        }
        assertThat(open).isEqualTo(agreed.values().stream().mapToInt(Map::size).sum());
    }

    @Test
    void nothing_is_paid_that_was_not_accepted_reviewed_twice_or_confirmed_and_made_public() {
        for (State barrier : new State[] {State.APPROVED, State.PUBLISHED, State.CLEARED}) {
            assertThat(reached(State.DRAFT, barrier)).as("without %s", barrier).doesNotContain(State.PAID);
            assertThat(reached(State.FOUND, barrier)).as("without %s", barrier).doesNotContain(State.PAID);
        }
        assertThat(reached(State.DRAFT, State.ACCEPTED)).doesNotContain(State.APPROVED);
        assertThat(reached(State.DRAFT, State.FIRST_PASSED)).doesNotContain(State.APPROVED);
        assertThat(reached(State.DRAFT, State.WITHDRAWN)).contains(State.PAID, State.RETURNED, State.FINAL);
    }

    @Test
    void every_state_can_be_reached() {
        Set<State> reached = EnumSet.copyOf(reached(State.DRAFT, null));
        reached.addAll(reached(State.FOUND, null));
        assertThat(reached).containsExactlyInAnyOrder(State.values());
    }

    /** All states that can follow without ever coming through {@code avoided}. */
    private static Set<State> reached(State from, State avoided) {
        Set<State> reached = EnumSet.of(from);
        boolean more = true;
        while (more) {
            Set<State> next = EnumSet.copyOf(reached);
            reached.forEach(state -> Step.from(state).stream()
                    .map(Step::to)
                    .filter(to -> to != avoided)
                    .forEach(next::add));
            more = next.size() > reached.size();
            reached = next;
        }
        return reached;
    }
}
