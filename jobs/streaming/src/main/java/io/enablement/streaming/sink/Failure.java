package io.enablement.streaming.sink;

import com.clickhouse.client.api.ServerException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** What a failure of ClickHouse asks for. */
enum Failure {
    /** It can pass: ask again, in the end let the job fail and start over. */
    RETRY,
    /** Asking again changes nothing: a person has to. */
    FAIL;

    /** Error codes of ClickHouse that say "not now". */
    private static final Set<Integer> PASSING =
            Set.of(
                    95, // CANNOT_READ_FROM_SOCKET
                    96, // CANNOT_WRITE_TO_SOCKET
                    159, // TIMEOUT_EXCEEDED
                    160, // TOO_SLOW
                    173, // CANNOT_ALLOCATE_MEMORY
                    198, // DNS_ERROR: between servers
                    201, // QUOTA_EXCEEDED: quotas are per interval
                    202, // TOO_MANY_SIMULTANEOUS_QUERIES
                    203, // NO_FREE_CONNECTION
                    204, // CANNOT_FSYNC
                    209, // SOCKET_TIMEOUT
                    210, // NETWORK_ERROR
                    225, // NO_ZOOKEEPER
                    236, // ABORTED: the server is shutting down
                    241, // MEMORY_LIMIT_EXCEEDED
                    242, // TABLE_IS_READ_ONLY: a replica without its Keeper
                    243, // NOT_ENOUGH_SPACE
                    244, // UNEXPECTED_ZOOKEEPER_ERROR
                    252, // TOO_MANY_PARTS: merges have to catch up
                    254, // NO_ACTIVE_REPLICAS
                    279, // ALL_CONNECTION_TRIES_FAILED
                    285, // TOO_FEW_LIVE_REPLICAS
                    286, // UNSATISFIED_QUORUM_FOR_PREVIOUS_WRITE
                    289, // REPLICA_IS_NOT_IN_QUORUM
                    319, // UNKNOWN_STATUS_OF_INSERT: the token makes the second try harmless
                    394, // QUERY_WAS_CANCELLED
                    425, // SYSTEM_ERROR: of the operating system
                    439, // CANNOT_SCHEDULE_TASK: no thread is free
                    473, // DEADLOCK_AVOIDED
                    499, // S3_ERROR
                    519, // NO_REMOTE_SHARD_AVAILABLE
                    733, // TABLE_IS_BEING_RESTARTED
                    735, // QUERY_WAS_CANCELLED_BY_CLIENT
                    999); // KEEPER_EXCEPTION

    /** Answers of a proxy in front of ClickHouse; 429 of a cloud. */
    private static final Set<Integer> PASSING_HTTP = Set.of(429, 502, 503, 504);

    static Failure of(Throwable failure) {
        return causes(failure).map(Failure::ofOne).anyMatch(RETRY::equals) ? RETRY : FAIL;
    }

    private static Failure ofOne(Throwable failure) {
        if (failure instanceof ServerException refusal) {
            return ofRefusal(refusal);
        }
        if (failure instanceof SSLException) {
            return FAIL;
        }
        boolean network = failure instanceof IOException || failure instanceof TimeoutException;
        return network ? RETRY : FAIL;
    }

    private static Failure ofRefusal(ServerException refusal) {
        boolean passing =
                PASSING.contains(refusal.getCode())
                        || PASSING_HTTP.contains(refusal.getTransportProtocolCode());
        return passing ? RETRY : FAIL;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
