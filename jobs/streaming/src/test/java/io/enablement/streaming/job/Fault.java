package io.enablement.streaming.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.streaming.sink.FaultyClickHouse;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Something that happens to a pipeline sooner or later. */
enum Fault {
    TASK_MANAGER_KILLED {
        @Override
        void strike(ProcessPipeline pipeline, SplittableRandom random) {
            pipeline.killTaskManager(random);
        }
    },
    JOB_MANAGER_KILLED {
        @Override
        void strike(ProcessPipeline pipeline, SplittableRandom random) throws Exception {
            pipeline.killJobManager();
            pipeline.supervise();
        }
    },
    BROKER_KILLED {
        @Override
        void strike(ProcessPipeline pipeline, SplittableRandom random) {
            pipeline.killBroker();
        }
    },
    CLICKHOUSE_KILLED {
        @Override
        void strike(ProcessPipeline pipeline, SplittableRandom random) {
            pipeline.killClickHouse();
            pipeline.startClickHouse();
        }
    },
    /** Between two blocks of a checkpoint. */
    CLICKHOUSE_KILLED_IN_A_COMMIT {
        @Override
        void strike(ProcessPipeline pipeline, SplittableRandom random) throws Exception {
            CountDownLatch killed = new CountDownLatch(1);
            Runnable kill =
                    () -> {
                        pipeline.killClickHouse();
                        killed.countDown();
                    };
            pipeline.network().fail(FaultyClickHouse.Fault.meanwhile(LEDGER, kill), 1);
            assertThat(killed.await(5, TimeUnit.MINUTES)).as("a commit came").isTrue();
            pipeline.startClickHouse();
        }
    },
    /** The rows are there, but Flink does not know. */
    ANSWER_LOST {
        @Override
        void strike(ProcessPipeline pipeline, SplittableRandom random) {
            fail(pipeline, FaultyClickHouse.Fault.doneButNotAnswered(PUBLICATION), 1);
        }
    },
    COMMIT_RETRIED_TWICE {
        @Override
        void strike(ProcessPipeline pipeline, SplittableRandom random) {
            fail(pipeline, FaultyClickHouse.Fault.doneButNotAnswered(LEDGER), 2);
        }
    },
    NETWORK_CUT {
        @Override
        void strike(ProcessPipeline pipeline, SplittableRandom random) throws Exception {
            pipeline.network().cut();
            assertThat(new CountDownLatch(1).await(CUT_SECONDS, TimeUnit.SECONDS)).isFalse();
            pipeline.network().mend();
        }
    },
    DISK_FULL {
        @Override
        void strike(ProcessPipeline pipeline, SplittableRandom random) {
            fail(pipeline, FaultyClickHouse.Fault.diskFull(LEDGER), 3);
        }
    },
    STARTED_FRESH_BY_MISTAKE {
        @Override
        void strike(ProcessPipeline pipeline, SplittableRandom random) throws Exception {
            pipeline.killJobManager();
            assertThat(pipeline.deployByMistake())
                    .contains(
                            "This is a start without a checkpoint, but generation 1 of cohort-metrics holds results up to checkpoint");
            pipeline.killJobManager();
            pipeline.supervise();
        }
    };

    private static final String LEDGER = ":rep_ledger:";
    private static final String PUBLICATION = "INTO pipeline_status";
    private static final long CUT_SECONDS = Boolean.getBoolean("test.long") ? 30 : 3;

    /** Lasts until whatever has to be started again is started. */
    abstract void strike(ProcessPipeline pipeline, SplittableRandom random) throws Exception;

    private static void fail(ProcessPipeline pipeline, FaultyClickHouse.Fault fault, int times) {
        pipeline.network().fail(fault, times);
        pipeline.await("met the fault", () -> pipeline.network().left() == 0);
    }
}
