package io.enablement.impact.manifest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** A key as OpenSSL writes it: Base64 between two lines of dashes. */
final class PemFile {

    private PemFile() {}

    /**
     * @param kind such as PRIVATE KEY
     */
    static byte[] read(Path file, String kind) {
        try {
            String text = Files.readString(file);
            String begin = "-----BEGIN " + kind + "-----";
            String end = "-----END " + kind + "-----";
            if (!text.contains(begin) || !text.contains(end)) {
                throw new ManifestException(
                        "%s has no '%s': an Ed25519 key is made by openssl genpkey -algorithm ed25519"
                                .formatted(file, begin),
                        null);
            }
            String body = text.substring(text.indexOf(begin) + begin.length(), text.indexOf(end));
            return Base64.getMimeDecoder().decode(body);
        } catch (IOException e) {
            throw new ManifestException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }
}
