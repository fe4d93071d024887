-- Rows that are inserted are logged a statement at a time: an import of 100,000 rows is a few hundred statements.

-- Logs the rows that one statement inserted. Arguments: the column that holds the record's id; the key columns.
CREATE FUNCTION log_fact_inserts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  now_publishing text := current_setting('tracker.publishing', true);
BEGIN
  IF NOT EXISTS (SELECT FROM inserted) THEN RETURN NULL; END IF;
  IF now_publishing IS NULL OR now_publishing = '' THEN
    now_publishing := open_edition('outside', '未经本应用直接写入数据库', 'Written to the database without the app', NULL)::text;
  END IF;
  EXECUTE format(
    'INSERT INTO change (edition, "table", key, record_id, operation, before, after)
     SELECT $1, $2, concat_ws(''/'', %s), n.%I, ''insert'', NULL, to_jsonb(n) FROM inserted AS n',
    (SELECT string_agg(format('n.%I', column_name), ', ' ORDER BY place)
       FROM unnest(TG_ARGV[1:]) WITH ORDINALITY AS k(column_name, place)),
    TG_ARGV[0]) USING now_publishing::integer, TG_TABLE_NAME;
  RETURN NULL;
END $$;

-- Puts a fact table under the log and gives it its view in schema `asof`: the table as it was at edition
-- `tracker.edition` (a setting of the transaction). A migration that changes a fact table calls this again.
CREATE OR REPLACE FUNCTION watch_facts(fact_table text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  key_columns text[] := (SELECT array_agg(a.attname ORDER BY k.place) FROM pg_index i
    CROSS JOIN unnest(i.indkey::int[]) WITH ORDINALITY AS k(number, place)
    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number
    WHERE i.indrelid = fact_table::regclass AND i.indisprimary);
  arguments text := (SELECT string_agg(quote_literal(argument), ', ') FROM unnest(key_columns[1:1] || key_columns) AS argument);
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
    SELECT past.* FROM (
      SELECT DISTINCT ON (key) after FROM public.change
      WHERE "table" = %1$L AND edition <= current_setting('tracker.edition')::integer
      ORDER BY key, edition DESC, id DESC
    ) AS latest, jsonb_populate_record(NULL::public.%1$I, latest.after) AS past
    WHERE latest.after IS NOT NULL$view$, fact_table);
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

COMMENT ON SCHEMA asof IS '20261124030000_log_by_statement';
