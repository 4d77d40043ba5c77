package io.enablement.impact.manifest;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The evaluator's public key, Ed25519. */
public final class VerifyingKey {

    private final PublicKey key;

    private VerifyingKey(PublicKey key) {
        this.key = key;
    }

    /** From a PEM file: {@code openssl pkey -in PRIVATE -pubout -out FILE}. */
    public static VerifyingKey read(Path file) {
        try {
            byte[] encoded = PemFile.read(file, "PUBLIC KEY");
            return new VerifyingKey(
                    KeyFactory.getInstance("Ed25519")
                            .generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException e) {
            throw new ManifestException(file + " holds no public Ed25519 key", e);
        }
    }

    boolean verifies(byte[] bytes, String base64) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(bytes);
            return signature.verify(Base64.getDecoder().decode(base64));
        } catch (SignatureException | IllegalArgumentException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new ManifestException("The key cannot verify", e);
        }
    }
}
