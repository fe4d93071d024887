-- An indicator says what it is about and what its unit is called (docs/decisions/039-what-an-indicator-is-counted-in.md).
-- Rows on record have neither until an edition says so: the log of earlier editions stays what it was.
ALTER TABLE "indicator" ADD COLUMN "theme" TEXT, ADD COLUMN "unit_name_zh" TEXT, ADD COLUMN "unit_name_en" TEXT,
  ADD CONSTRAINT "indicator_theme_known" CHECK ("theme" IN ('usage','adoption','supply','prices','revenue','spending','funding','market','training','benchmarks','chips','capacity','data')),
  ADD CONSTRAINT "indicator_unit_name_in_both" CHECK (("unit_name_zh" IS NULL) = ("unit_name_en" IS NULL));

SELECT watch_facts('indicator');

COMMENT ON SCHEMA asof IS '20261130154000_indicator_theme_and_unit';
