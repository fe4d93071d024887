-- What a sum over several rounds spans (docs/decisions/036-money-raised.md): rounds by name, a time, or both.
ALTER TABLE "funding_event"
  ADD COLUMN "spans_from_from" DATE,
  ADD COLUMN "spans_from_to" DATE,
  ADD COLUMN "spans_from_precision" TEXT,
  ADD COLUMN "spans_to_from" DATE,
  ADD COLUMN "spans_to_to" DATE,
  ADD COLUMN "spans_to_precision" TEXT,
  ADD COLUMN "of_some_investors" BOOLEAN,
  ADD CONSTRAINT "funding_event_spans_from_fits" CHECK (span_fits("spans_from_from", "spans_from_to", "spans_from_precision")),
  ADD CONSTRAINT "funding_event_spans_to_fits" CHECK (span_fits("spans_to_from", "spans_to_to", "spans_to_precision")),
  ADD CONSTRAINT "funding_event_spans_forwards" CHECK ("spans_from_from" <= "spans_to_to"),
  ADD CONSTRAINT "funding_event_only_a_sum_spans" CHECK ("type" = 'cumulative'
    OR ("spans_from_precision" IS NULL AND "spans_to_precision" IS NULL AND "of_some_investors" IS NOT TRUE));

CREATE TABLE "funding_span" (
  "record_id" INTEGER NOT NULL,
  "event_id" INTEGER NOT NULL,
  CONSTRAINT "funding_span_pkey" PRIMARY KEY ("record_id", "event_id"),
  CONSTRAINT "funding_span_not_of_itself" CHECK ("record_id" <> "event_id"),
  CONSTRAINT "funding_span_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "funding_event" ("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT "funding_span_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "funding_event" ("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX "funding_span_event_id_idx" ON "funding_span" ("event_id");

-- Views of the tables as they stood: the new columns, and the new table.
SELECT watch_facts('funding_event');
SELECT watch_facts('funding_span');

COMMENT ON SCHEMA asof IS '20261130020000_what_a_sum_spans';
