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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Leads from a clause that a rule names to the place where it can be read. */
@Singleton
public class ClauseLinks {
    private final PolicyLibrary library;
    private final ProgrammeRepository programmes;

    ClauseLinks(PolicyLibrary library, ProgrammeRepository programmes) {
        this.library = library;
        this.programmes = programmes;
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
        Map<String, String> titles = new HashMap<>();
        programmes.all(reader.id()).forEach(row -> titles.put(row.code(), row.title()));
        return new Lookup(library, reader, day, titles);
    }

    /** Remembers the documents it was asked for. */
    public static final class Lookup {
        /** A code as rules write it, alone or in brackets of its own. */
        private static final Pattern CODE = Pattern.compile("（“([a-z][a-z0-9-]*)”）|“([a-z][a-z0-9-]*)”");

        private final PolicyLibrary library;
        private final Tenant reader;
        private final LocalDate day;
        private final Map<String, String> titles;
        private final Map<String, Optional<PolicyDocument>> documents = new HashMap<>();

        private Lookup(PolicyLibrary library, Tenant reader, LocalDate day, Map<String, String> titles) {
            this.library = library;
            this.reader = reader;
            this.day = day;
            this.titles = titles;
        }

        /** Words of a rule as people read them: other programmes by their titles, and no names of groups. */
        public String words(String said) {
            Matcher matcher = CODE.matcher(said);
            return matcher.replaceAll(found -> {
                boolean bracketed = found.group(1) != null;
                String title = titles.get(bracketed ? found.group(1) : found.group(2));
                return Matcher.quoteReplacement(title != null ? "“" + title + "”" : bracketed ? "" : found.group());
            });
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
            String text = provision
                    .map(one -> one.heading().isEmpty() ? one.text() : one.heading() + "　" + one.text())
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
