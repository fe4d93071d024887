-- What a million funding events need (docs/decisions/028-a-publication-costs-what-it-changes.md).

-- The slugs that lead to a record: without it, every organization's former names are a look through all records.
CREATE INDEX "record_merged_into_idx" ON "record" ("merged_into") WHERE "merged_into" IS NOT NULL;
-- The log of records from its end, for changes and feeds.
CREATE INDEX "change_of_record_idx" ON "change" ("edition" DESC, "record_id") WHERE "table" = 'record';
-- Lists by slug, in the order that every database agrees on.
CREATE INDEX "funding_event_slug_idx" ON "funding_event" ("slug" COLLATE "C");
-- Retracted records of somebody: the log knows whose they were.
CREATE INDEX "change_deleted_idx" ON "change" ("table", "record_id") WHERE "operation" = 'delete';

-- The tables as they stood, once more: the owner of a row is a column of the log, so that what is asked about some
-- records reads the log of those records alone.
CREATE OR REPLACE FUNCTION watch_facts(fact_table text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  key_columns text[] := (SELECT array_agg(a.attname ORDER BY k.place) FROM pg_index i
    CROSS JOIN unnest(i.indkey::int[]) WITH ORDINALITY AS k(number, place)
    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number
    WHERE i.indrelid = fact_table::regclass AND i.indisprimary);
  arguments text := (SELECT string_agg(quote_literal(argument), ', ') FROM unnest(key_columns[1:1] || key_columns) AS argument);
  own_columns text := (SELECT string_agg(CASE WHEN attname = key_columns[1] THEN format('latest.record_id AS %I', attname)
      ELSE format('past.%I', attname) END, ', ' ORDER BY attnum)
    FROM pg_attribute WHERE attrelid = fact_table::regclass AND attnum > 0 AND NOT attisdropped);
BEGIN
  EXECUTE format('DROP TRIGGER IF EXISTS log ON %I', fact_table);
  EXECUTE format('DROP TRIGGER IF EXISTS log_inserts ON %I', fact_table);
  EXECUTE format('DROP TRIGGER IF EXISTS keep_logged ON %I', fact_table);
  EXECUTE format('CREATE TRIGGER log AFTER UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION log_fact_write(%s)',
    fact_table, arguments);
  EXECUTE format('CREATE TRIGGER log_inserts AFTER INSERT ON %I REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION log_fact_inserts(%s)',
    fact_table, arguments);
  EXECUTE format('CREATE TRIGGER keep_logged BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_write(''it would escape the log'')', fact_table);
  EXECUTE format('DROP VIEW IF EXISTS asof.%I', fact_table);
  EXECUTE format($view$CREATE VIEW asof.%1$I AS
    SELECT %2$s FROM (
      SELECT DISTINCT ON (record_id, key) record_id, after FROM public.change
      WHERE "table" = %1$L AND edition <= current_setting('tracker.edition')::integer
      ORDER BY record_id, key, edition DESC, id DESC
    ) AS latest, jsonb_populate_record(NULL::public.%1$I, latest.after) AS past
    WHERE latest.after IS NOT NULL$view$, fact_table, own_columns);
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['record','source','citation','organization','model','model_partner','model_industry','platform',
    'product','product_industry','industry','layer','placement','coverage','position','funding_event','funding_statement',
    'participation','exchange_rate','indicator','observation','people_move','thesis'] LOOP
    PERFORM watch_facts(t);
  END LOOP;
END $$;

COMMENT ON SCHEMA asof IS '20261125010000_growth';
