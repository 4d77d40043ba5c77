package io.enablement.impact.manifest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A pair of keys as OpenSSL writes it. */
public final class KeyFiles {

    private KeyFiles() {}

    /** The private key, NAME.pem; the public one, NAME.pub, lies beside it. */
    public static Path write(Path directory, String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            Files.writeString(
                    directory.resolve(name + ".pub"),
                    pem("PUBLIC KEY", pair.getPublic().getEncoded()));
            return Files.writeString(
                    directory.resolve(name + ".pem"),
                    pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has Ed25519", e);
        }
    }

    private static String pem(String kind, byte[] bytes) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(kind, Base64.getEncoder().encodeToString(bytes), kind);
    }
}
