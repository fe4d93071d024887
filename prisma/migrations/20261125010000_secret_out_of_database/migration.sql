-- The secret that signs cookies is a file or a setting of the environment now: a backup must not hold it.
-- Whoever was signed in signs in once more.
DELETE FROM setting WHERE name = 'auth-secret';
DELETE FROM session;
