-- An edition is never older than the one before it: not when its transaction began earlier and waited, and not when the
-- clock was put back. What was known on a day is found by these times.
CREATE OR REPLACE FUNCTION open_edition(why text, zh text, en text, proposal integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE opened integer;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('tracker.edition'));
  INSERT INTO edition (number, published, origin, note_zh, note_en, proposal_id)
    SELECT coalesce(max(number), 0) + 1, greatest(clock_timestamp(), max(published)), why, zh, en, proposal
    FROM edition RETURNING number INTO opened;
  PERFORM set_config('tracker.publishing', opened::text, true);
  RETURN opened;
END $$;

COMMENT ON SCHEMA asof IS '20261125020000_edition_times';
