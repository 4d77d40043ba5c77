package io.enablement.streaming.job;

import io.enablement.domain.deal.Rules;
import io.enablement.streaming.sink.Table;
import io.enablement.streaming.sink.tables.AssignmentTable;
import io.enablement.streaming.sink.tables.CohortMetricTable;
import io.enablement.streaming.sink.tables.ContentMonthTable;
import io.enablement.streaming.sink.tables.ContentPublicationTable;
import io.enablement.streaming.sink.tables.DeadLetterTable;
import io.enablement.streaming.sink.tables.DealStageTable;
import io.enablement.streaming.sink.tables.DealTable;
import io.enablement.streaming.sink.tables.ExposureTable;
import io.enablement.streaming.sink.tables.MembershipLedgerTable;
import io.enablement.streaming.sink.tables.ProgrammeTable;
import io.enablement.streaming.sink.tables.QuotaTable;
import io.enablement.streaming.sink.tables.RepLedgerTable;
import io.enablement.streaming.sink.tables.RepMonthTable;
import io.enablement.streaming.sink.tables.RepTable;
import io.enablement.streaming.sink.tables.SourceProgressTable;
import java.util.List;

/** The tables that the job writes. */
record ResultTables(
        DealTable deal,
        DealStageTable dealStage,
        RepTable rep,
        QuotaTable quota,
        ProgrammeTable programme,
        ContentPublicationTable contentPublication,
        RepMonthTable repMonth,
        ContentMonthTable contentMonth,
        ExposureTable exposure,
        AssignmentTable assignment,
        CohortMetricTable cohortMetric,
        RepLedgerTable repLedger,
        MembershipLedgerTable membershipLedger,
        DeadLetterTable deadLetter,
        SourceProgressTable sourceProgress) {

    static ResultTables of(Rules rules) {
        return new ResultTables(
                new DealTable(rules),
                new DealStageTable(rules.calendar()),
                new RepTable(),
                new QuotaTable(rules),
                new ProgrammeTable(),
                new ContentPublicationTable(rules.calendar()),
                new RepMonthTable(),
                new ContentMonthTable(),
                new ExposureTable(),
                new AssignmentTable(rules.calendar()),
                new CohortMetricTable(),
                new RepLedgerTable(),
                new MembershipLedgerTable(),
                new DeadLetterTable(),
                new SourceProgressTable());
    }

    List<Table> all() {
        return List.of(
                deal.table(),
                dealStage.table(),
                rep.table(),
                quota.table(),
                programme.table(),
                contentPublication.table(),
                repMonth.table(),
                contentMonth.table(),
                exposure.table(),
                assignment.table(),
                cohortMetric.table(),
                repLedger.table(),
                membershipLedger.table(),
                deadLetter.table(),
                sourceProgress.table());
    }
}
