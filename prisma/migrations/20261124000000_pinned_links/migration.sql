-- A pinned link keeps what it showed (docs/decisions/011-pinned-links-keep-what-they-showed.md).
ALTER TABLE "share" ADD COLUMN "snapshot" JSONB;
ALTER TABLE "share" ADD CONSTRAINT "share_pinned_has_snapshot" CHECK (("edition" IS NULL) = ("snapshot" IS NULL)),
  ADD CONSTRAINT "share_code_form" CHECK ("code" ~ '^[a-km-np-z2-9]{8}$');
-- NULLs are distinct in the unique index over edition, so live links need one of their own.
CREATE UNIQUE INDEX "share_live_key" ON "share" ("path", "state") WHERE "edition" IS NULL;

COMMENT ON SCHEMA asof IS '20261124000000_pinned_links';
