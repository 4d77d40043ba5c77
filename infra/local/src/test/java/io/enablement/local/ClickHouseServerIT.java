package io.enablement.local;

import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static java.net.http.HttpRequest.BodyPublishers.ofByteArray;
import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClickHouseServerIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Credentials CREDENTIALS = new Credentials("default", "secret of the test");
    private static final String DATABASE = "rows";

    private static ClickHouseEngine engine;
    private static ClickHouseServer server;

    @BeforeAll
    static void start(@TempDir Path directory) {
        engine = ClickHouseEngine.open(directory);
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        server = ClickHouseServer.start(engine, anyPort, CREDENTIALS);
        engine.query("CREATE DATABASE rows", "Null");
        engine.query("CREATE TABLE rows.byte (x UInt8) ENGINE MergeTree ORDER BY x", "Null");
        engine.query(
                "CREATE TABLE rows.once (x Int32) ENGINE MergeTree ORDER BY x"
                        + " SETTINGS non_replicated_deduplication_window = 10000",
                "Null");
    }

    @AfterAll
    static void stop() {
        server.close();
        engine.close();
    }

    /** JNA unloads what is referred to no more, and the engine's threads go on running in it. */
    @Test
    void theEngineIsLoadedOnceAndForAll() {
        Path library = EngineLibrary.find();

        assertThat(ChdbLibrary.load(library)).isSameAs(ChdbLibrary.load(library));
    }

    @Test
    void answersPingWithoutPassword() throws Exception {
        HttpRequest ping = HttpRequest.newBuilder(URI.create(server.url() + "/ping")).build();

        HttpResponse<String> answer = HTTP.send(ping, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.body()).isEqualTo("Ok.\n");
    }

    @Test
    void takesTheStatementFromTheBody() throws Exception {
        assertThat(post(Map.of(), "SELECT 1 + 1").body()).isEqualTo("2\n");
    }

    @Test
    void joinsQueryArgumentAndBody() throws Exception {
        assertThat(post(Map.of("query", "SELECT"), "40 + 2").body()).isEqualTo("42\n");
    }

    @Test
    void answersInTheFormatOfTheStatementFirst() throws Exception {
        HttpResponse<String> answer =
                post(Map.of("default_format", "CSV"), "SELECT 1 AS x FORMAT JSONEachRow");

        assertThat(answer.body()).isEqualTo("{\"x\":1}\n");
        assertThat(answer.headers().firstValue("X-ClickHouse-Format")).contains("JSONEachRow");
    }

    @Test
    void answersInTheDefaultFormatOfTheRequest() throws Exception {
        assertThat(post(Map.of("default_format", "CSV"), "SELECT 'a', 1").body())
                .isEqualTo("\"a\",1\n");
    }

    @Test
    void tellsTimezoneSummaryAndQueryId() throws Exception {
        HttpResponse<String> answer =
                post(Map.of("query_id", "q-1"), "SELECT sum(number) FROM numbers(10)");

        assertThat(answer.headers().firstValue("X-ClickHouse-Timezone")).contains("UTC");
        assertThat(answer.headers().firstValue("X-ClickHouse-Query-Id")).contains("q-1");
        assertThat(answer.headers().firstValue("X-ClickHouse-Summary").orElseThrow())
                .contains("\"read_rows\":\"10\"");
    }

    @Test
    void fillsParametersByTheirType() throws Exception {
        Map<String, String> arguments =
                Map.of(
                        "param_id",
                        "7",
                        "param_name",
                        "O'Neil; DROP TABLE x",
                        "param_days",
                        "[1,2]");

        HttpResponse<String> answer =
                post(arguments, "SELECT {id:Int32} + 1, {name:String}, {days:Array(UInt8)}");

        assertThat(answer.body()).isEqualTo("8\tO\\'Neil; DROP TABLE x\t[1,2]\n");
    }

    @Test
    void refusesAParameterOfAnotherType() throws Exception {
        HttpResponse<String> answer = post(Map.of("param_id", "seven"), "SELECT {id:Int32}");

        assertThat(answer.headers().firstValue("X-ClickHouse-Exception-Code")).contains("457");
    }

    @ParameterizedTest
    @CsvSource({
        "SELECT * FROM nowhere, 404, 60",
        "SELEC 1, 400, 62",
        "SELECT nothing, 404, 47",
        "SELECT * FROM nobase.nowhere, 404, 81",
        "SELECT 1; SELECT 2, 400, 62",
        "SELECT throwIf(1), 500, 395",
        "SYSTEM SHUTDOWN, 501, 48",
        "SELECT 1 INTO OUTFILE '/tmp/x', 501, 48"
    })
    void answersErrorsLikeAServer(String sql, int status, String code) throws Exception {
        HttpResponse<String> answer = post(Map.of(), sql);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("X-ClickHouse-Exception-Code")).contains(code);
        assertThat(answer.body()).startsWith("Code: " + code + ". DB::Exception: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", ""})
    void refusesAWrongPassword(String password) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(uri(Map.of("query", "SELECT 1", "password", password)))
                        .build();

        HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("X-ClickHouse-Exception-Code")).contains("516");
    }

    @Test
    void takesBasicAuthorization() throws Exception {
        String basic =
                Base64.getEncoder()
                        .encodeToString(
                                (CREDENTIALS.user() + ":" + CREDENTIALS.password())
                                        .getBytes(UTF_8));
        HttpRequest request =
                HttpRequest.newBuilder(uri(Map.of("query", "SELECT 1")))
                        .header("Authorization", "Basic " + basic)
                        .build();

        assertThat(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body())
                .isEqualTo("1\n");
    }

    @Test
    void onlyReadsOverGet() throws Exception {
        HttpResponse<String> answer = get("CREATE TABLE never (x Int8) ENGINE Memory");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("X-ClickHouse-Exception-Code")).contains("164");
        assertThat(get("INSERT INTO rows.byte FORMAT CSV 1").statusCode()).isEqualTo(500);
        assertThat(get("SELECT 3").body()).isEqualTo("3\n");
    }

    @Test
    void keepsASettingToItsStatement() throws Exception {
        String ask = "SELECT getSetting('max_threads')";
        String before = post(Map.of(), ask).body();

        assertThat(post(Map.of("max_threads", "3"), ask).body()).isEqualTo("3\n");
        assertThat(post(Map.of(), ask).body()).isEqualTo(before);
    }

    @Test
    void neverMixesTheSettingsOfTwoClients() {
        Map<Integer, CompletableFuture<String>> answers =
                IntStream.rangeClosed(1, 24)
                        .boxed()
                        .collect(
                                Collectors.toMap(number -> number, ClickHouseServerIT::askSetting));

        answers.forEach((number, answer) -> assertThat(answer.join()).isEqualTo(number + "\n"));
    }

    @Test
    void refusesAnUnknownSetting() throws Exception {
        HttpResponse<String> answer = post(Map.of("no_such_setting", "1"), "SELECT 1");

        assertThat(answer.headers().firstValue("X-ClickHouse-Exception-Code")).contains("115");
    }

    @Test
    void usesTheDatabaseOfTheRequest() throws Exception {
        assertThat(post(Map.of("database", DATABASE), "SELECT currentDatabase()").body())
                .isEqualTo(DATABASE + "\n");
    }

    @Test
    void keepsATemporaryTableWithinASession() throws Exception {
        Map<String, String> session = Map.of("session_id", "s-1", "max_threads", "7");
        post(session, "CREATE TEMPORARY TABLE mine (x Int8)");
        post(session, "INSERT INTO mine VALUES (5)");

        assertThat(post(session, "SELECT x FROM mine").body()).isEqualTo("5\n");
        assertThat(post(Map.of(), "SELECT x FROM mine").statusCode()).isEqualTo(404);
        assertThat(post(Map.of("session_id", "s-1"), "SELECT getSetting('max_threads')").body())
                .isNotEqualTo("7\n");
    }

    @Test
    void insertsBinaryRowsThatLookLikeWhiteSpace() throws Exception {
        byte[] rows = {'\n', '\n', ' ', '\t', ';', ' ', '\r', '\n'};

        HttpResponse<String> answer =
                send(
                        Map.of("database", DATABASE, "query", "INSERT INTO byte FORMAT RowBinary"),
                        ofByteArray(rows));

        assertThat(answer.headers().firstValue("X-ClickHouse-Summary").orElseThrow())
                .contains("\"written_rows\":\"8\"");
        assertThat(post(Map.of("database", DATABASE), "SELECT groupArray(x) FROM byte").body())
                .isEqualTo("[9,10,10,10,13,32,32,59]\n");
    }

    @Test
    void insertsTextRows() throws Exception {
        Map<String, String> inDatabase = Map.of("database", DATABASE);
        post(inDatabase, "CREATE TABLE text (x Int32, y String) ENGINE MergeTree ORDER BY x");

        post(inDatabase, "INSERT INTO text FORMAT JSONEachRow\n{\"x\":1,\"y\":\"input(\"}\n");
        post(inDatabase, "INSERT INTO text (y, x) FORMAT CSV\n\"a;b\",2\n");
        post(inDatabase, "INSERT INTO text VALUES (3, 'c; d')");

        assertThat(post(inDatabase, "SELECT * FROM text ORDER BY x").body())
                .isEqualTo("1\tinput(\n2\ta;b\n3\tc; d\n");
    }

    @Test
    void refusesToLoseRowsOfInput() throws Exception {
        HttpResponse<String> answer =
                post(
                        Map.of("database", DATABASE),
                        "INSERT INTO once SELECT x FROM input('x Int32') FORMAT CSV\n1\n");

        assertThat(answer.statusCode()).isEqualTo(501);
        assertThat(answer.body()).contains("input()");
    }

    @Test
    void insertsOnceUnderOneToken() throws Exception {
        Map<String, String> arguments =
                Map.of(
                        "database",
                        DATABASE,
                        "insert_deduplication_token",
                        "t-1",
                        "async_insert",
                        "0");

        post(arguments, "INSERT INTO once FORMAT CSV\n1\n2\n");
        post(arguments, "INSERT INTO once FORMAT CSV\n1\n2\n");
        post(arguments, "INSERT INTO once VALUES (1), (2)");

        assertThat(post(Map.of("database", DATABASE), "SELECT count() FROM once").body())
                .isEqualTo("2\n");
    }

    @Test
    void answersWithGzipWhereAsked() throws Exception {
        HttpRequest request =
                request(Map.of("enable_http_compression", "1"))
                        .header("Accept-Encoding", "gzip")
                        .POST(ofString("SELECT 'zipped'"))
                        .build();

        HttpResponse<byte[]> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());

        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes())
                .asString(UTF_8)
                .isEqualTo("zipped\n");
    }

    @Test
    void readsAGzippedBody() throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(body)) {
            gzip.write("SELECT 'unzipped'".getBytes(UTF_8));
        }
        HttpRequest request =
                request(Map.of())
                        .header("Content-Encoding", "gzip")
                        .POST(ofByteArray(body.toByteArray()))
                        .build();

        assertThat(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body())
                .isEqualTo("unzipped\n");
    }

    @Test
    void readsDeeplyNestedStatements() throws Exception {
        String nested = "SELECT " + "(".repeat(900) + "1" + ")".repeat(900);

        assertThat(post(Map.of("max_parser_depth", "100000"), nested).body()).isEqualTo("1\n");
    }

    private static CompletableFuture<String> askSetting(int maxThreads) {
        HttpRequest request =
                request(Map.of("max_threads", String.valueOf(maxThreads)))
                        .POST(
                                ofString(
                                        "SELECT getSetting('max_threads') FROM numbers(2000000)"
                                                + " WHERE sipHash64(number) != 0 LIMIT 1"))
                        .build();
        return HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenApply(HttpResponse::body);
    }

    private static HttpResponse<String> get(String sql) throws IOException, InterruptedException {
        HttpRequest request = request(Map.of("query", sql)).GET().build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(Map<String, String> arguments, String body)
            throws IOException, InterruptedException {
        return send(arguments, body.isEmpty() ? noBody() : ofString(body));
    }

    private static HttpResponse<String> send(Map<String, String> arguments, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = request(arguments).POST(body).build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(Map<String, String> arguments) {
        return HttpRequest.newBuilder(uri(arguments))
                .header("X-ClickHouse-User", CREDENTIALS.user())
                .header("X-ClickHouse-Key", CREDENTIALS.password());
    }

    private static URI uri(Map<String, String> arguments) {
        String query =
                arguments.entrySet().stream()
                        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), UTF_8))
                        .collect(Collectors.joining("&"));
        return URI.create(server.url() + "/?" + query);
    }
}
