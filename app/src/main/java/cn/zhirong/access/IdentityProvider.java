package cn.zhirong.access;

import java.net.URI;
import java.util.Map;

/** Somebody outside who vouches for who a person is; one for each kind, made for what a bureau configured. */
interface IdentityProvider {
    /**
     * One try of one browser.
     *
     * @param state comes back with the answer
     * @param nonce stands in what the provider signs
     * @param verifier 64 characters that only this server can tell
     * @param callback where the provider sends the browser
     */
    record Attempt(String state, String nonce, String verifier, URI callback) {}

    /** Who somebody is, by the word of an issuer; a subject means nothing without its issuer. */
    record Identity(String issuer, String subject, String name) {
        static final int LONGEST = 255;

        /** What stands for it in the database. */
        String digest() {
            return Secrets.digest(issuer + "\n" + subject);
        }
    }

    /** Not vouched for; the message is for the audit and holds nothing of the person. */
    final class NotVouched extends Exception {
        private static final long serialVersionUID = 1L;

        NotVouched(String message) {
            super(message, null, false, false);
        }
    }

    /**
     * Where the browser goes.
     *
     * @throws NotVouched if the provider cannot be reached or is not what was configured
     */
    URI begin(Attempt attempt) throws NotVouched;

    /**
     * Who came back with these parameters.
     *
     * @throws NotVouched if anything of the answer is not as it must be
     */
    Identity finish(Attempt attempt, Map<String, String> parameters) throws NotVouched;
}
