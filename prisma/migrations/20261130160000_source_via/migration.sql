-- How a source was read (docs/decisions/037-second-hand-is-seen.md): the publisher's page, a copy, or a digest.
ALTER TABLE "source" ADD COLUMN "via" TEXT, ADD COLUMN "carrier" TEXT;
ALTER TABLE "source" ADD CONSTRAINT "source_via_known" CHECK ("via" IN ('publisher', 'republication', 'digest'));

SELECT watch_facts('source');

COMMENT ON SCHEMA asof IS '20261130160000_source_via';
