package io.enablement.local;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A user name and password of ClickHouse. */
public record Credentials(String user, String password) {

    boolean matches(Credentials given) {
        return user.equals(given.user)
                && MessageDigest.isEqual(bytes(password), bytes(given.password));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Without the password: credentials end up in messages. */
    @Override
    public String toString() {
        return "Credentials[user=" + user + "]";
    }
}
