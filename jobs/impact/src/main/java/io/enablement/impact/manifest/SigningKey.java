package io.enablement.impact.manifest;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The evaluator's private key, Ed25519. */
public final class SigningKey {

    private final PrivateKey key;

    private SigningKey(PrivateKey key) {
        this.key = key;
    }

    /** From a PEM file: {@code openssl genpkey -algorithm ed25519 -out FILE}. */
    public static SigningKey read(Path file) {
        try {
            byte[] encoded = PemFile.read(file, "PRIVATE KEY");
            return new SigningKey(
                    KeyFactory.getInstance("Ed25519")
                            .generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException e) {
            throw new ManifestException(file + " holds no private Ed25519 key", e);
        }
    }

    String sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(bytes);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new ManifestException("The key cannot sign", e);
        }
    }
}
