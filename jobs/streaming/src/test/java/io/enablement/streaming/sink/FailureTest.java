package io.enablement.streaming.sink;

import static org.assertj.core.api.Assertions.assertThat;

import com.clickhouse.client.api.ClientException;
import com.clickhouse.client.api.ServerException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                95, 96, 159, 160, 173, 198, 201, 202, 203, 204, 209, 210, 225, 236, 241, 242, 243,
                244, 252, 254, 279, 285, 286, 289, 319, 394, 425, 439, 473, 499, 519, 733, 735, 999
            })
    void whatTheServerCannotDoJustNowIsAskedAgain(int code) {
        assertThat(Failure.of(refused(code, 500))).isEqualTo(Failure.RETRY);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            ints = {
                27, // CANNOT_PARSE_INPUT_ASSERTION_FAILED
                33, // CANNOT_READ_ALL_DATA
                53, // TYPE_MISMATCH
                60, // UNKNOWN_TABLE
                81, // UNKNOWN_DATABASE
                117, // INCORRECT_DATA
                164, // READONLY
                192, // UNKNOWN_USER
                193, // WRONG_PASSWORD
                194, // REQUIRED_PASSWORD
                497, // ACCESS_DENIED
                516 // AUTHENTICATION_FAILED
            })
    void whatTheServerWillNeverDoIsNot(int code) {
        assertThat(Failure.of(refused(code, 500))).isEqualTo(Failure.FAIL);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void aProxyThatFindsNoServerIsAskedAgain(int status) {
        assertThat(Failure.of(refused(ServerException.CODE_UNKNOWN, status)))
                .isEqualTo(Failure.RETRY);
    }

    @Test
    void theNetworkIsAskedAgain() {
        assertThat(Failure.of(new ConnectException("refused"))).isEqualTo(Failure.RETRY);
        assertThat(Failure.of(new SocketTimeoutException("read"))).isEqualTo(Failure.RETRY);
        assertThat(Failure.of(new TimeoutException())).isEqualTo(Failure.RETRY);
        assertThat(Failure.of(new ClientException("failed", new IOException("reset"))))
                .isEqualTo(Failure.RETRY);
    }

    @Test
    void aWrongCertificateAndABugAreNot() {
        assertThat(Failure.of(new SSLHandshakeException("expired"))).isEqualTo(Failure.FAIL);
        assertThat(Failure.of(new IllegalStateException("bug"))).isEqualTo(Failure.FAIL);
    }

    private static ServerException refused(int code, int status) {
        return new ServerException(code, "refused", status, "query-1");
    }
}
