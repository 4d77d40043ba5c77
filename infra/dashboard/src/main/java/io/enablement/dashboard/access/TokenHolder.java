package io.enablement.dashboard.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Somebody who enters by a token, of which only the hash is kept. */
public record TokenHolder(Viewer viewer, byte[] hash) {

    static TokenHolder of(Viewer viewer, String token) {
        return new TokenHolder(viewer, hash(token));
    }

    /** Takes the same time whether the first or the last byte differs. */
    boolean holds(String token) {
        return MessageDigest.isEqual(hash, hash(token));
    }

    @Override
    public String toString() {
        return viewer.toString();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
