-- A token has an end: those that had none end a year after they were made, though not before somebody can make another.
ALTER TABLE api_token ADD COLUMN expires timestamptz(3);
UPDATE api_token SET expires = greatest(created + interval '1 year', now() + interval '90 days');
ALTER TABLE api_token ALTER COLUMN expires SET NOT NULL;

-- What a removed account still had: its tokens, and the drafts that nobody can finish.
DELETE FROM api_token WHERE user_id IN (SELECT id FROM "user" WHERE email LIKE '%@removed.invalid');
DELETE FROM proposal_item WHERE proposal_id IN (
  SELECT p.id FROM proposal p JOIN "user" u ON u.id = p.author_id
  WHERE p.state = 'draft' AND u.email LIKE '%@removed.invalid');
DELETE FROM proposal p USING "user" u WHERE u.id = p.author_id AND p.state = 'draft' AND u.email LIKE '%@removed.invalid';

COMMENT ON SCHEMA asof IS '20261130170000_ends';
