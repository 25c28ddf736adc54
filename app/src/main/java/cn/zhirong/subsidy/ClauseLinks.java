package cn.zhirong.subsidy;

import cn.zhirong.document.Provision;
import cn.zhirong.kernel.ProvisionReference;
import cn.zhirong.policy.PolicyDocument;
import cn.zhirong.policy.PolicyLibrary;
import cn.zhirong.policy.PolicyLink;
import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Leads from a clause that a rule names to the place where it can be read. */
@Singleton
public class ClauseLinks {
    private final PolicyLibrary library;

    ClauseLinks(PolicyLibrary library) {
        this.library = library;
    }

    /**
     * A clause as people see it.
     *
     * @param title of its document, in 《》
     * @param href its place on the reading page; of the document where the clause is not found; empty where neither is
     * @param text its own words; empty where it is not found
     */
    public record Clause(String title, String documentNumber, String path, String href, String text) {
        /** Document and path, as a citation. */
        public String words() {
            return title + (documentNumber.isEmpty() ? "" : "（" + documentNumber + "）") + path;
        }
    }

    /** For one page: every document is read once. Not for several threads. */
    public Lookup on(Tenant reader, LocalDate day) {
        return new Lookup(library, reader, day);
    }

    /** Remembers the documents it was asked for. */
    public static final class Lookup {
        private final PolicyLibrary library;
        private final Tenant reader;
        private final LocalDate day;
        private final Map<String, Optional<PolicyDocument>> documents = new HashMap<>();

        private Lookup(PolicyLibrary library, Tenant reader, LocalDate day) {
            this.library = library;
            this.reader = reader;
            this.day = day;
        }

        /** The clause; null for none. */
        public @Nullable Clause of(@Nullable ProvisionReference reference) {
            if (reference == null) {
                return null;
            }
            Optional<PolicyDocument> document = document(reference.policy(), reference.version());
            if (document.isEmpty()) {
                return new Clause("", reference.version(), reference.path(), "", "");
            }
            PolicyDocument found = document.get();
            PolicyLink link = found.version().link();
            Optional<Provision> provision = found.provisions().stream()
                    .filter(one -> one.path().equals(reference.path()))
                    .findFirst();
            String anchor = provision.map(Provision::anchor).orElse("");
            String text = provision.map(one -> one.heading().isEmpty() ? one.text() : one.heading() + "　" + one.text())
                    .orElse("");
            return new Clause(
                    quoted(link.title()),
                    link.documentNumber(),
                    reference.path(),
                    PolicyLink.path(reader.slug(), link.policyId(), link.version(), anchor),
                    text.strip());
        }

        /** The version of a policy that rules name so. */
        public Optional<PolicyDocument> document(String policy, String version) {
            return documents.computeIfAbsent(
                    policy + "|" + version, key -> library.named(reader, policy, version, day));
        }

        private static String quoted(String title) {
            return title.startsWith("《") ? title : "《" + title + "》";
        }
    }
}
