package io.enablement.streaming.sink.tables;

import io.enablement.domain.deal.Closing;
import io.enablement.domain.deal.Creation;
import io.enablement.domain.deal.Deal;
import io.enablement.domain.deal.DealFacts;
import io.enablement.domain.deal.DealFlag;
import io.enablement.domain.deal.Rules;
import io.enablement.domain.deal.StageVisit;
import io.enablement.domain.deal.Valued;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.DealEvent.Qualification;
import io.enablement.domain.event.Moment;
import io.enablement.streaming.sink.RowBytes;
import io.enablement.streaming.sink.Table;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Table {@code deal}: the standing of each deal. */
public final class DealTable extends StateTable<Deal> {

    private static final long serialVersionUID = 1;

    private final Rules rules;

    public DealTable(Rules rules) {
        super(
                Table.replacing(
                        "deal",
                        "deal_id",
                        "account_id",
                        "deal_type",
                        "pipeline",
                        "status",
                        "owner",
                        "stage",
                        "stage_rank",
                        "created_at",
                        "created_day",
                        "created_time_quality",
                        "created_owner",
                        "closed_at",
                        "closed_day",
                        "closed_time_quality",
                        "closed_owner",
                        "amount_minor",
                        "currency",
                        "reporting_minor",
                        "fx_rate",
                        "expected_close_at",
                        "qualified_at",
                        "qualified_owner",
                        "qualification",
                        "loss_reason",
                        "reopen_count",
                        "elapsed_micros",
                        "elapsed_days",
                        "active_micros",
                        "merged_into",
                        "flags",
                        "events"));
        this.rules = rules;
    }

    @Override
    void writeKey(RowBytes row, Deal deal) {
        row.string(deal.dealId());
    }

    @Override
    void writeRest(RowBytes row, Deal deal) {
        Optional<StageVisit> stage = deal.stages().last();
        row.string(deal.creation().accountId())
                .string(deal.creation().dealType())
                .string(deal.creation().pipeline())
                .string(deal.status().label())
                .string(deal.owner())
                .string(stage.map(StageVisit::stage).orElse(""))
                .optional(stage.map(StageVisit::rank), RowBytes::int32);
        writeCreation(row, deal.creation());
        writeClosing(row, deal.closing());
        writeMoney(row, deal);
        write(row, deal.expectedClose());
        write(row, deal.qualified().at());
        row.string(deal.qualified().owner())
                .string(label(deal.qualified().last()))
                .string(deal.closing().lossReason())
                .uint32(deal.reopens());
        writeDurations(row, deal);
        row.string(deal.removal().mergedInto())
                .array(
                        DealFacts.flags(deal, rules).stream().map(DealFlag::label).toList(),
                        RowBytes::string)
                .uint32(deal.events());
    }

    private void writeCreation(RowBytes row, Creation creation) {
        write(row, creation.at());
        Times.writeDay(row, creation.at(), rules.calendar());
        row.string(creation.at().quality().label()).string(creation.owner());
    }

    private void writeClosing(RowBytes row, Closing closing) {
        write(row, closing.at());
        Times.writeDay(row, closing.at(), rules.calendar());
        row.string(closing.at().quality().label()).string(closing.owner());
    }

    private void writeMoney(RowBytes row, Deal deal) {
        Optional<Valued> value = DealFacts.value(deal, rules);
        row.nullable(deal.price().known() ? deal.price().amountMinor() : null, RowBytes::int64)
                .string(deal.price().currency())
                .optional(value.map(Valued::amountMinor), RowBytes::int64)
                .optional(value.map(Valued::rate), RowBytes::float64);
    }

    private void writeDurations(RowBytes row, Deal deal) {
        BusinessCalendar calendar = rules.calendar();
        OptionalLong elapsed = deal.elapsed().micros(calendar);
        OptionalInt days = deal.elapsed().days(calendar);
        OptionalLong active = deal.activeMicros(calendar);
        row.nullable(elapsed.isPresent() ? elapsed.getAsLong() : null, RowBytes::int64)
                .nullable(days.isPresent() ? days.getAsInt() : null, RowBytes::int32)
                .nullable(active.isPresent() ? active.getAsLong() : null, RowBytes::int64);
    }

    private void write(RowBytes row, Moment moment) {
        Times.write(row, rules.calendar().startOf(moment));
    }

    private static String label(Qualification qualification) {
        return qualification == Qualification.NONE
                ? ""
                : qualification.name().toLowerCase(Locale.ROOT);
    }
}
