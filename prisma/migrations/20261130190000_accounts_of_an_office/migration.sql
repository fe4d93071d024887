-- Links that work once: an invitation makes an account, a reset gives one another password. Only the hash is kept; whoever
-- uses a link or takes it back deletes it.
CREATE TABLE account_link (
    id SERIAL PRIMARY KEY,
    purpose TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    -- Of an invitation: for whom, and as what.
    email TEXT,
    role TEXT,
    -- Of a reset: whose password.
    user_id INTEGER REFERENCES "user"(id) ON DELETE CASCADE ON UPDATE CASCADE,
    maker_id INTEGER NOT NULL REFERENCES "user"(id) ON DELETE CASCADE ON UPDATE CASCADE,
    created TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    expires TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT account_link_purpose CHECK (
      (purpose = 'invitation' AND email IS NOT NULL AND role IS NOT NULL AND user_id IS NULL)
      OR (purpose = 'reset' AND user_id IS NOT NULL AND email IS NULL AND role IS NULL))
);
CREATE INDEX account_link_user_id_idx ON account_link (user_id);
CREATE INDEX account_link_maker_id_idx ON account_link (maker_id);

-- What happened to accounts. It names them by number and by address, and refers to nothing, so that it outlives what it tells of.
CREATE TABLE security_event (
    id SERIAL PRIMARY KEY,
    at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    kind TEXT NOT NULL,
    -- Whom it concerns.
    account_id INTEGER,
    account TEXT,
    -- Who did it; null where nobody was signed in.
    by_id INTEGER,
    by_account TEXT,
    -- The client's network address; null for the command line.
    address TEXT,
    detail TEXT
);
CREATE INDEX security_event_at_idx ON security_event (at);
-- Has this account signed in from there before?
CREATE INDEX security_event_account_address_kind_idx ON security_event (account, address, kind);

-- Only added to. What is older than it is kept (src/accounts/security-log.ts) may go.
CREATE FUNCTION refuse_change_of_security_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.at < now() - (CASE WHEN OLD.kind LIKE 'sign-in-%' THEN interval '90 days' ELSE interval '365 days' END) THEN
      RETURN OLD;
    END IF;
  END IF;
  RAISE EXCEPTION 'security_event is only added to';
END $$;
CREATE TRIGGER security_event_stays BEFORE UPDATE OR DELETE ON security_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_security_event();
CREATE TRIGGER security_event_stays_whole BEFORE TRUNCATE ON security_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_security_event();

COMMENT ON SCHEMA asof IS '20261130190000_accounts_of_an_office';
