-- Names by which records are found. Made from the fact tables by src/database/search-names.ts; nothing else is kept in it.

-- Pairs of neighbouring Chinese characters (and, of a single one, that one): what pg_trgm's three are too long for.
CREATE FUNCTION search_pairs(folded TEXT) RETURNS TEXT[] LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT coalesce(array_agg(DISTINCT pair), '{}') FROM (
    SELECT substr(folded, place, 2) AS pair FROM generate_series(1, greatest(length(folded) - 1, 1)) AS place
  ) AS pairs WHERE pair ~ '[㐀-鿿豈-﫿]'
$$;

CREATE TABLE "search_name" (
    "record_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "owner_id" INTEGER,
    "form" TEXT NOT NULL,
    "shown" TEXT NOT NULL,
    "folded" TEXT COLLATE "C" NOT NULL,
    "pairs" TEXT[] GENERATED ALWAYS AS (search_pairs("folded")) STORED,
    CONSTRAINT "search_name_pkey" PRIMARY KEY ("record_id", "position"),
    CONSTRAINT "search_name_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "search_name_folded_idx" ON "search_name" ("folded");
CREATE INDEX "search_name_trigrams_idx" ON "search_name" USING gin ("folded" gin_trgm_ops);
CREATE INDEX "search_name_pairs_idx" ON "search_name" USING gin ("pairs");
CREATE INDEX "search_name_owner_id_idx" ON "search_name" ("owner_id");

COMMENT ON SCHEMA asof IS '20261124020000_search';
