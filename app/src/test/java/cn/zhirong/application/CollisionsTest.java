package cn.zhirong.application;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.micronaut.data.exceptions.DataAccessException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A transaction that meets others. */
class CollisionsTest {
    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void what_was_rolled_back_for_another_is_done_again() {
        assertThat(done(2, new SQLException("Deadlock found", "40001", 1213))).isEqualTo("done");
        assertThat(tries).hasValue(3);
    }

    @Test
    void a_lock_that_was_waited_for_in_vain_and_a_row_that_changed_are_collisions_too() {
        assertThat(done(1, new SQLException("Lock wait timeout", "HY000", 1205)))
                .isEqualTo("done");
        assertThat(done(1, new SQLException("Record has changed", "HY000", 1020)))
                .isEqualTo("done");
    }

    @Test
    void after_three_times_it_is_given_up() {
        assertThatThrownBy(() -> done(3, new SQLException("Deadlock found", "40001", 1213)))
                .isInstanceOf(DataAccessException.class);
        assertThat(tries).hasValue(3);
    }

    @Test
    void what_fails_of_itself_is_not_done_again() {
        assertThatThrownBy(() -> done(1, new SQLException("Data too long", "22001", 1406)))
                .isInstanceOf(DataAccessException.class);
        assertThat(tries).hasValue(1);
    }

    @Test
    void there_is_no_other_kind_of_transaction_here() {
        noMethods()
                .should()
                .beAnnotatedWith(jakarta.transaction.Transactional.class)
                .orShould()
                .beAnnotatedWith(io.micronaut.transaction.annotation.Transactional.class)
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("cn.zhirong.application"));
    }

    private String done(int collisions, SQLException trouble) {
        tries.set(0);
        return Collisions.again(() -> {
            if (tries.incrementAndGet() <= collisions) {
                throw new DataAccessException("rolled back", trouble);
            }
            return "done";
        });
    }
}
