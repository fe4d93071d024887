-- CreateTable
CREATE TABLE "record" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "retracted" INTEGER,
    "merged_into" INTEGER,

    CONSTRAINT "record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source" (
    "id" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "author" TEXT,
    "publisher" TEXT,
    "url" TEXT,
    "language" TEXT NOT NULL,
    "published_from" DATE,
    "published_to" DATE,
    "published_precision" TEXT,
    "published_basis" TEXT,
    "retrieved_from" DATE,
    "retrieved_to" DATE,
    "retrieved_precision" TEXT,
    "licence" TEXT,
    "seen" BOOLEAN NOT NULL,
    "note_zh" TEXT,
    "note_en" TEXT,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "citation" (
    "record_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "fields" TEXT[],
    "source_id" INTEGER NOT NULL,
    "locator" TEXT,
    "kind" TEXT NOT NULL,
    "stated" TEXT,
    "seen" BOOLEAN NOT NULL,
    "doubt_zh" TEXT,
    "doubt_en" TEXT,
    "note_zh" TEXT,
    "note_en" TEXT,

    CONSTRAINT "citation_pkey" PRIMARY KEY ("record_id","position")
);

-- CreateTable
CREATE TABLE "organization" (
    "id" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "aliases" TEXT[],
    "country" TEXT,
    "place" TEXT,
    "kind" TEXT NOT NULL,
    "roles" TEXT[],
    "business_zh" TEXT,
    "business_en" TEXT,
    "homepage" TEXT,
    "note_zh" TEXT,
    "note_en" TEXT,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model" (
    "id" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "aliases" TEXT[],
    "vendor_id" INTEGER NOT NULL,
    "tier" TEXT,
    "category" TEXT,
    "family" BOOLEAN NOT NULL,
    "modalities" TEXT[],
    "parameters" BIGINT,
    "access" TEXT[],
    "derives_from_id" INTEGER,
    "platform_id" INTEGER,
    "released_from" DATE,
    "released_to" DATE,
    "released_precision" TEXT,
    "urls" TEXT[],
    "note_zh" TEXT,
    "note_en" TEXT,

    CONSTRAINT "model_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model_partner" (
    "record_id" INTEGER NOT NULL,
    "organization_id" INTEGER NOT NULL,

    CONSTRAINT "model_partner_pkey" PRIMARY KEY ("record_id","organization_id")
);

-- CreateTable
CREATE TABLE "model_industry" (
    "record_id" INTEGER NOT NULL,
    "industry_id" INTEGER NOT NULL,

    CONSTRAINT "model_industry_pkey" PRIMARY KEY ("record_id","industry_id")
);

-- CreateTable
CREATE TABLE "platform" (
    "id" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "aliases" TEXT[],
    "vendor_id" INTEGER NOT NULL,
    "kind_zh" TEXT,
    "kind_en" TEXT,
    "note_zh" TEXT,
    "note_en" TEXT,

    CONSTRAINT "platform_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product" (
    "id" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "aliases" TEXT[],
    "vendor_id" INTEGER NOT NULL,
    "model_id" INTEGER,
    "category" TEXT NOT NULL,
    "status" TEXT,
    "note_zh" TEXT,
    "note_en" TEXT,

    CONSTRAINT "product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product_industry" (
    "record_id" INTEGER NOT NULL,
    "industry_id" INTEGER NOT NULL,

    CONSTRAINT "product_industry_pkey" PRIMARY KEY ("record_id","industry_id")
);

-- CreateTable
CREATE TABLE "industry" (
    "id" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "aliases" TEXT[],
    "note_zh" TEXT,
    "note_en" TEXT,

    CONSTRAINT "industry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "layer" (
    "id" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "who_zh" TEXT NOT NULL,
    "who_en" TEXT NOT NULL,
    "strengths_zh" TEXT NOT NULL,
    "strengths_en" TEXT NOT NULL,
    "bottlenecks_zh" TEXT NOT NULL,
    "bottlenecks_en" TEXT NOT NULL,

    CONSTRAINT "layer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "placement" (
    "id" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "organization_id" INTEGER NOT NULL,
    "layer_id" INTEGER NOT NULL,
    "note_zh" TEXT,
    "note_en" TEXT,

    CONSTRAINT "placement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coverage" (
    "id" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "organization_id" INTEGER NOT NULL,
    "industry_id" INTEGER NOT NULL,
    "note_zh" TEXT,
    "note_en" TEXT,

    CONSTRAINT "coverage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "position" (
    "id" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "organization_id" INTEGER NOT NULL,
    "text_zh" TEXT NOT NULL,
    "text_en" TEXT NOT NULL,

    CONSTRAINT "position_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "funding_event" (
    "id" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "organization_id" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "round" TEXT,
    "announced_from" DATE,
    "announced_to" DATE,
    "announced_precision" TEXT,
    "closed_from" DATE,
    "closed_to" DATE,
    "closed_precision" TEXT,
    "registered_from" DATE,
    "registered_to" DATE,
    "registered_precision" TEXT,
    "greenshoe_included" BOOLEAN,
    "part_of_id" INTEGER,
    "note_zh" TEXT,
    "note_en" TEXT,
    "round_family" TEXT NOT NULL,
    "round_letter" TEXT,
    "round_is_pre" BOOLEAN NOT NULL,
    "round_plus_count" INTEGER NOT NULL,
    "round_ordinal" INTEGER,
    "round_order" INTEGER,
    "amount_currency" TEXT,
    "amount_min" DOUBLE PRECISION,
    "amount_max" DOUBLE PRECISION,
    "amount_min_bound" TEXT,
    "amount_max_bound" TEXT,
    "amount_kind" TEXT NOT NULL,
    "cny_min" DOUBLE PRECISION,
    "cny_max" DOUBLE PRECISION,
    "usd_min" DOUBLE PRECISION,
    "usd_max" DOUBLE PRECISION,
    "rate_per_usd" DOUBLE PRECISION,
    "rate_cny_per_usd" DOUBLE PRECISION,
    "rate_period" TEXT,
    "rate_basis" TEXT,
    "rate_source_id" INTEGER,
    "raised" BOOLEAN NOT NULL,
    "left_out_zh" TEXT,
    "left_out_en" TEXT,

    CONSTRAINT "funding_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "funding_statement" (
    "record_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "source_id" INTEGER NOT NULL,
    "locator" TEXT,
    "kind" TEXT NOT NULL,
    "seen" BOOLEAN NOT NULL,
    "standing" TEXT NOT NULL,
    "round" TEXT,
    "announced_from" DATE,
    "announced_to" DATE,
    "announced_precision" TEXT,
    "amount_text" TEXT,
    "amount_currency" TEXT,
    "amount_min" DOUBLE PRECISION,
    "amount_max" DOUBLE PRECISION,
    "amount_min_bound" TEXT,
    "amount_max_bound" TEXT,
    "amount_kind" TEXT,
    "amount_rule" TEXT,
    "valuation_text" TEXT,
    "valuation_currency" TEXT,
    "valuation_min" DOUBLE PRECISION,
    "valuation_max" DOUBLE PRECISION,
    "valuation_when" TEXT,
    "doubt_zh" TEXT,
    "doubt_en" TEXT,
    "note_zh" TEXT,
    "note_en" TEXT,

    CONSTRAINT "funding_statement_pkey" PRIMARY KEY ("record_id","position")
);

-- CreateTable
CREATE TABLE "participation" (
    "record_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "investor_id" INTEGER NOT NULL,
    "role" TEXT,
    "note_zh" TEXT,
    "note_en" TEXT,

    CONSTRAINT "participation_pkey" PRIMARY KEY ("record_id","position")
);

-- CreateTable
CREATE TABLE "exchange_rate" (
    "id" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "per_usd" DOUBLE PRECISION NOT NULL,
    "source_id" INTEGER NOT NULL,

    CONSTRAINT "exchange_rate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator" (
    "id" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "note_zh" TEXT,
    "note_en" TEXT,

    CONSTRAINT "indicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "observation" (
    "id" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "indicator_id" INTEGER NOT NULL,
    "subject_zh" TEXT NOT NULL,
    "subject_en" TEXT NOT NULL,
    "about_id" INTEGER,
    "date_from" DATE NOT NULL,
    "date_to" DATE NOT NULL,
    "date_precision" TEXT NOT NULL,
    "value" DOUBLE PRECISION,
    "min" DOUBLE PRECISION,
    "max" DOUBLE PRECISION,
    "bound" TEXT NOT NULL,
    "unit" TEXT,
    "projection" BOOLEAN NOT NULL,
    "by_organization_id" INTEGER,
    "by_text_zh" TEXT,
    "by_text_en" TEXT,
    "note_zh" TEXT,
    "note_en" TEXT,

    CONSTRAINT "observation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "people_move" (
    "id" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "person_zh" TEXT NOT NULL,
    "person_en" TEXT NOT NULL,
    "was_zh" TEXT NOT NULL,
    "was_en" TEXT NOT NULL,
    "organization_id" INTEGER,
    "joined_id" INTEGER,
    "did_zh" TEXT NOT NULL,
    "did_en" TEXT NOT NULL,
    "date_from" DATE,
    "date_to" DATE,
    "date_precision" TEXT,
    "note_zh" TEXT,
    "note_en" TEXT,

    CONSTRAINT "people_move_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "thesis" (
    "id" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "title_zh" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "text_zh" TEXT NOT NULL,
    "text_en" TEXT NOT NULL,

    CONSTRAINT "thesis_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "edition" (
    "number" INTEGER NOT NULL,
    "published" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "origin" TEXT NOT NULL,
    "note_zh" TEXT NOT NULL,
    "note_en" TEXT NOT NULL,
    "proposal_id" INTEGER,

    CONSTRAINT "edition_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "proposal" (
    "id" SERIAL NOT NULL,
    "state" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "author_id" INTEGER,
    "decider_id" INTEGER,
    "reason" TEXT,
    "created" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided" TIMESTAMPTZ(3),

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal_item" (
    "proposal_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "base_version" INTEGER NOT NULL,
    "payload" JSONB,
    "record_id" INTEGER,

    CONSTRAINT "proposal_item_pkey" PRIMARY KEY ("proposal_id","position")
);

-- CreateTable
CREATE TABLE "change" (
    "id" BIGSERIAL NOT NULL,
    "edition" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "table" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "record_id" INTEGER NOT NULL,
    "operation" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "share" (
    "code" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "edition" INTEGER,
    "created" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "share_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "user" (
    "id" SERIAL NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "created" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "record_kind_slug_key" ON "record"("kind", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "record_id_slug_key" ON "record"("id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "source_slug_key" ON "source"("slug");

-- CreateIndex
CREATE INDEX "citation_source_id_idx" ON "citation"("source_id");

-- CreateIndex
CREATE UNIQUE INDEX "organization_slug_key" ON "organization"("slug");

-- CreateIndex
CREATE INDEX "organization_place_idx" ON "organization"("place");

-- CreateIndex
CREATE INDEX "organization_kind_idx" ON "organization"("kind");

-- CreateIndex
CREATE UNIQUE INDEX "model_slug_key" ON "model"("slug");

-- CreateIndex
CREATE INDEX "model_vendor_id_idx" ON "model"("vendor_id");

-- CreateIndex
CREATE INDEX "model_derives_from_id_idx" ON "model"("derives_from_id");

-- CreateIndex
CREATE INDEX "model_platform_id_idx" ON "model"("platform_id");

-- CreateIndex
CREATE INDEX "model_tier_idx" ON "model"("tier");

-- CreateIndex
CREATE INDEX "model_released_from_idx" ON "model"("released_from");

-- CreateIndex
CREATE INDEX "model_partner_organization_id_idx" ON "model_partner"("organization_id");

-- CreateIndex
CREATE INDEX "model_industry_industry_id_idx" ON "model_industry"("industry_id");

-- CreateIndex
CREATE UNIQUE INDEX "platform_slug_key" ON "platform"("slug");

-- CreateIndex
CREATE INDEX "platform_vendor_id_idx" ON "platform"("vendor_id");

-- CreateIndex
CREATE UNIQUE INDEX "product_slug_key" ON "product"("slug");

-- CreateIndex
CREATE INDEX "product_vendor_id_idx" ON "product"("vendor_id");

-- CreateIndex
CREATE INDEX "product_model_id_idx" ON "product"("model_id");

-- CreateIndex
CREATE INDEX "product_industry_industry_id_idx" ON "product_industry"("industry_id");

-- CreateIndex
CREATE UNIQUE INDEX "industry_slug_key" ON "industry"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "layer_slug_key" ON "layer"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "placement_slug_key" ON "placement"("slug");

-- CreateIndex
CREATE INDEX "placement_layer_id_idx" ON "placement"("layer_id");

-- CreateIndex
CREATE UNIQUE INDEX "placement_organization_id_layer_id_key" ON "placement"("organization_id", "layer_id");

-- CreateIndex
CREATE UNIQUE INDEX "coverage_slug_key" ON "coverage"("slug");

-- CreateIndex
CREATE INDEX "coverage_industry_id_idx" ON "coverage"("industry_id");

-- CreateIndex
CREATE UNIQUE INDEX "coverage_organization_id_industry_id_key" ON "coverage"("organization_id", "industry_id");

-- CreateIndex
CREATE UNIQUE INDEX "position_slug_key" ON "position"("slug");

-- CreateIndex
CREATE INDEX "position_organization_id_idx" ON "position"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "funding_event_slug_key" ON "funding_event"("slug");

-- CreateIndex
CREATE INDEX "funding_event_organization_id_idx" ON "funding_event"("organization_id");

-- CreateIndex
CREATE INDEX "funding_event_announced_from_idx" ON "funding_event"("announced_from");

-- CreateIndex
CREATE INDEX "funding_event_part_of_id_idx" ON "funding_event"("part_of_id");

-- CreateIndex
CREATE INDEX "funding_statement_source_id_idx" ON "funding_statement"("source_id");

-- CreateIndex
CREATE INDEX "participation_investor_id_idx" ON "participation"("investor_id");

-- CreateIndex
CREATE UNIQUE INDEX "exchange_rate_slug_key" ON "exchange_rate"("slug");

-- CreateIndex
CREATE INDEX "exchange_rate_source_id_idx" ON "exchange_rate"("source_id");

-- CreateIndex
CREATE UNIQUE INDEX "exchange_rate_currency_period_key" ON "exchange_rate"("currency", "period");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_slug_key" ON "indicator"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "observation_slug_key" ON "observation"("slug");

-- CreateIndex
CREATE INDEX "observation_indicator_id_date_from_idx" ON "observation"("indicator_id", "date_from");

-- CreateIndex
CREATE INDEX "observation_about_id_idx" ON "observation"("about_id");

-- CreateIndex
CREATE INDEX "observation_by_organization_id_idx" ON "observation"("by_organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "people_move_slug_key" ON "people_move"("slug");

-- CreateIndex
CREATE INDEX "people_move_organization_id_idx" ON "people_move"("organization_id");

-- CreateIndex
CREATE INDEX "people_move_joined_id_idx" ON "people_move"("joined_id");

-- CreateIndex
CREATE UNIQUE INDEX "thesis_slug_key" ON "thesis"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "edition_proposal_id_key" ON "edition"("proposal_id");

-- CreateIndex
CREATE INDEX "proposal_state_created_idx" ON "proposal"("state", "created");

-- CreateIndex
CREATE INDEX "proposal_author_id_idx" ON "proposal"("author_id");

-- CreateIndex
CREATE INDEX "proposal_decider_id_idx" ON "proposal"("decider_id");

-- CreateIndex
CREATE INDEX "proposal_item_record_id_idx" ON "proposal_item"("record_id");

-- CreateIndex
CREATE INDEX "change_edition_idx" ON "change"("edition");

-- CreateIndex
CREATE INDEX "change_table_key_edition_id_idx" ON "change"("table", "key", "edition", "id");

-- CreateIndex
CREATE INDEX "change_record_id_edition_idx" ON "change"("record_id", "edition");

-- CreateIndex
CREATE INDEX "share_edition_idx" ON "share"("edition");

-- CreateIndex
CREATE UNIQUE INDEX "share_path_state_edition_key" ON "share"("path", "state", "edition");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- AddForeignKey
ALTER TABLE "record" ADD CONSTRAINT "record_merged_into_fkey" FOREIGN KEY ("merged_into") REFERENCES "record"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_id_fkey" FOREIGN KEY ("id") REFERENCES "record"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "organization" ADD CONSTRAINT "organization_id_fkey" FOREIGN KEY ("id") REFERENCES "record"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "model" ADD CONSTRAINT "model_id_fkey" FOREIGN KEY ("id") REFERENCES "record"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "model" ADD CONSTRAINT "model_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "model" ADD CONSTRAINT "model_derives_from_id_fkey" FOREIGN KEY ("derives_from_id") REFERENCES "model"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "model" ADD CONSTRAINT "model_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "model_partner" ADD CONSTRAINT "model_partner_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "model"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "model_partner" ADD CONSTRAINT "model_partner_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "model_industry" ADD CONSTRAINT "model_industry_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "model"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "model_industry" ADD CONSTRAINT "model_industry_industry_id_fkey" FOREIGN KEY ("industry_id") REFERENCES "industry"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "platform" ADD CONSTRAINT "platform_id_fkey" FOREIGN KEY ("id") REFERENCES "record"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "platform" ADD CONSTRAINT "platform_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "product" ADD CONSTRAINT "product_id_fkey" FOREIGN KEY ("id") REFERENCES "record"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "product" ADD CONSTRAINT "product_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "product" ADD CONSTRAINT "product_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "model"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "product_industry" ADD CONSTRAINT "product_industry_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "product"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "product_industry" ADD CONSTRAINT "product_industry_industry_id_fkey" FOREIGN KEY ("industry_id") REFERENCES "industry"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "industry" ADD CONSTRAINT "industry_id_fkey" FOREIGN KEY ("id") REFERENCES "record"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "layer" ADD CONSTRAINT "layer_id_fkey" FOREIGN KEY ("id") REFERENCES "record"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "placement" ADD CONSTRAINT "placement_id_fkey" FOREIGN KEY ("id") REFERENCES "record"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "placement" ADD CONSTRAINT "placement_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "placement" ADD CONSTRAINT "placement_layer_id_fkey" FOREIGN KEY ("layer_id") REFERENCES "layer"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "coverage" ADD CONSTRAINT "coverage_id_fkey" FOREIGN KEY ("id") REFERENCES "record"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "coverage" ADD CONSTRAINT "coverage_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "coverage" ADD CONSTRAINT "coverage_industry_id_fkey" FOREIGN KEY ("industry_id") REFERENCES "industry"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "position" ADD CONSTRAINT "position_id_fkey" FOREIGN KEY ("id") REFERENCES "record"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "position" ADD CONSTRAINT "position_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "funding_event" ADD CONSTRAINT "funding_event_id_fkey" FOREIGN KEY ("id") REFERENCES "record"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "funding_event" ADD CONSTRAINT "funding_event_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "funding_event" ADD CONSTRAINT "funding_event_rate_source_id_fkey" FOREIGN KEY ("rate_source_id") REFERENCES "source"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "funding_event" ADD CONSTRAINT "funding_event_part_of_id_fkey" FOREIGN KEY ("part_of_id") REFERENCES "funding_event"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "funding_statement" ADD CONSTRAINT "funding_statement_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "funding_event"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "funding_statement" ADD CONSTRAINT "funding_statement_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "funding_event"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_investor_id_fkey" FOREIGN KEY ("investor_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "exchange_rate" ADD CONSTRAINT "exchange_rate_id_fkey" FOREIGN KEY ("id") REFERENCES "record"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "exchange_rate" ADD CONSTRAINT "exchange_rate_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_id_fkey" FOREIGN KEY ("id") REFERENCES "record"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_id_fkey" FOREIGN KEY ("id") REFERENCES "record"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_about_id_fkey" FOREIGN KEY ("about_id") REFERENCES "record"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_by_organization_id_fkey" FOREIGN KEY ("by_organization_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "people_move" ADD CONSTRAINT "people_move_id_fkey" FOREIGN KEY ("id") REFERENCES "record"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "people_move" ADD CONSTRAINT "people_move_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "people_move" ADD CONSTRAINT "people_move_joined_id_fkey" FOREIGN KEY ("joined_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "thesis" ADD CONSTRAINT "thesis_id_fkey" FOREIGN KEY ("id") REFERENCES "record"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "edition" ADD CONSTRAINT "edition_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_decider_id_fkey" FOREIGN KEY ("decider_id") REFERENCES "user"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "proposal_item" ADD CONSTRAINT "proposal_item_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "proposal_item" ADD CONSTRAINT "proposal_item_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "change" ADD CONSTRAINT "change_edition_fkey" FOREIGN KEY ("edition") REFERENCES "edition"("number") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "share" ADD CONSTRAINT "share_edition_fkey" FOREIGN KEY ("edition") REFERENCES "edition"("number") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

CREATE EXTENSION IF NOT EXISTS pg_trgm;
-- ───────────── From here on: what Prisma's schema language cannot say ─────────────

-- Vocabularies. The same words are in src/domain/records; a test compares the two.
ALTER TABLE "record" ADD CONSTRAINT "record_kind_known" CHECK ("kind" IN ('source','organization','model','platform','product','industry','layer','placement','coverage','position','funding-event','indicator','observation','people-move','thesis','exchange-rate')),
  ADD CONSTRAINT "record_version_counts" CHECK ("version" >= 1),
  ADD CONSTRAINT "record_slug_form" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "citation" ADD CONSTRAINT "citation_kind_known" CHECK ("kind" IN ('measured','claimed','estimated'));
ALTER TABLE "organization" ADD CONSTRAINT "organization_country_form" CHECK ("country" ~ '^[A-Z]{2}$'),
  ADD CONSTRAINT "organization_roles_known" CHECK ("roles" <@ ARRAY['vendor','investor','user','research','distributor','public-body','employer']);
ALTER TABLE "model" ADD CONSTRAINT "model_tier_known" CHECK ("tier" IN ('general','task','industry')),
  ADD CONSTRAINT "model_modalities_known" CHECK ("modalities" <@ ARRAY['nlp','cv','speech','video','code','science','multimodal']),
  ADD CONSTRAINT "model_access_known" CHECK ("access" <@ ARRAY['api','open-weights','open-source','internal','product']),
  ADD CONSTRAINT "model_parameters_positive" CHECK ("parameters" > 0),
  ADD CONSTRAINT "model_not_from_itself" CHECK ("derives_from_id" <> "id");
ALTER TABLE "product" ADD CONSTRAINT "product_status_known" CHECK ("status" IN ('announced','released','withdrawn'));
ALTER TABLE "funding_event" ADD CONSTRAINT "funding_event_type_known" CHECK ("type" IN ('round','in-kind','cornerstone','ipo','reported','cumulative','merger','transfer','debt')),
  ADD CONSTRAINT "funding_event_range" CHECK ("amount_min" >= 0 AND "amount_max" >= 0 AND ("amount_min" <= "amount_max")),
  ADD CONSTRAINT "funding_event_cny_range" CHECK ("cny_min" <= "cny_max"),
  ADD CONSTRAINT "funding_event_usd_range" CHECK ("usd_min" <= "usd_max"),
  ADD CONSTRAINT "funding_event_undisclosed_has_no_number" CHECK ("amount_kind" <> 'undisclosed' OR ("amount_min" IS NULL AND "amount_max" IS NULL)),
  ADD CONSTRAINT "funding_event_number_has_currency" CHECK (("amount_min" IS NULL AND "amount_max" IS NULL) OR "amount_currency" IS NOT NULL),
  ADD CONSTRAINT "funding_event_left_out_says_why" CHECK ("raised" OR ("left_out_zh" IS NOT NULL AND "left_out_en" IS NOT NULL)),
  ADD CONSTRAINT "funding_event_not_part_of_itself" CHECK ("part_of_id" <> "id");
ALTER TABLE "funding_statement" ADD CONSTRAINT "funding_statement_kind_known" CHECK ("kind" IN ('measured','claimed','estimated')),
  ADD CONSTRAINT "funding_statement_standing_known" CHECK ("standing" IN ('stands','superseded')),
  ADD CONSTRAINT "funding_statement_range" CHECK ("amount_min" >= 0 AND "amount_max" >= 0 AND "amount_min" <= "amount_max"),
  ADD CONSTRAINT "funding_statement_valuation_range" CHECK ("valuation_min" <= "valuation_max"),
  ADD CONSTRAINT "funding_statement_valuation_when" CHECK ("valuation_when" IN ('pre','post','not-stated'));
ALTER TABLE "participation" ADD CONSTRAINT "participation_role_known" CHECK ("role" IN ('lead','co-lead','follow','adviser','acquirer'));
ALTER TABLE "exchange_rate" ADD CONSTRAINT "exchange_rate_positive" CHECK ("per_usd" > 0),
  ADD CONSTRAINT "exchange_rate_period_form" CHECK ("period" ~ '^\d{4}-\d{2}(-\d{2})?$');
ALTER TABLE "observation" ADD CONSTRAINT "observation_range" CHECK ("min" <= "max"),
  ADD CONSTRAINT "observation_bound_known" CHECK ("bound" IN ('exact','about','more-than','just-under','several','range','not-stated'));
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_state_known" CHECK ("state" IN ('draft','open','published','declined','withdrawn'));
ALTER TABLE "user" ADD CONSTRAINT "user_role_known" CHECK ("role" IN ('contributor','editor','admin'));
ALTER TABLE "change" ADD CONSTRAINT "change_operation_known" CHECK ("operation" IN ('insert','update','delete'));

-- Currencies that amounts may be stated in: the ones that have exchange rates, and the dollar.
DO $$
DECLARE c record;
BEGIN
  FOR c IN SELECT table_name, column_name FROM information_schema.columns
           WHERE table_schema = current_schema() AND column_name IN ('currency', 'amount_currency', 'valuation_currency') LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (%I IN (''CNY'',''USD'',''HKD'',''EUR'',''GBP'',''JPY'',''SGD''))',
      c.table_name, c.table_name || '_' || c.column_name || '_known', c.column_name);
  END LOOP;
END $$;

-- A date is known to a day, a month, a quarter, a year or a period; its first and last day must fit that precision.
CREATE FUNCTION span_fits(first_day date, last_day date, span_precision text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN span_precision IS NULL THEN first_day IS NULL AND last_day IS NULL
    WHEN first_day IS NULL OR last_day IS NULL THEN false
    ELSE CASE span_precision
      WHEN 'day' THEN first_day = last_day
      WHEN 'month' THEN first_day = date_trunc('month', first_day)::date AND last_day = (first_day + interval '1 month' - interval '1 day')::date
      WHEN 'quarter' THEN first_day = date_trunc('quarter', first_day)::date AND last_day = (first_day + interval '3 months' - interval '1 day')::date
      WHEN 'year' THEN first_day = date_trunc('year', first_day)::date AND last_day = (first_day + interval '1 year' - interval '1 day')::date
      WHEN 'period' THEN first_day <= last_day
      ELSE false
    END
  END
$$;
DO $$
DECLARE c record; stem text;
BEGIN
  FOR c IN SELECT table_name, column_name FROM information_schema.columns
           WHERE table_schema = current_schema() AND column_name LIKE '%\_precision' LOOP
    stem := regexp_replace(c.column_name, '_precision$', '');
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (span_fits(%I, %I, %I))',
      c.table_name, c.table_name || '_' || stem || '_fits', stem || '_from', stem || '_to', c.column_name);
  END LOOP;
END $$;

-- ───────────── Editions and the log ─────────────

-- Opens the next edition in this transaction; the row-level triggers below put its number on every change.
CREATE FUNCTION open_edition(why text, zh text, en text, proposal integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE opened integer;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('tracker.edition'));
  INSERT INTO edition (number, origin, note_zh, note_en, proposal_id)
    SELECT coalesce(max(number), 0) + 1, why, zh, en, proposal FROM edition RETURNING number INTO opened;
  PERFORM set_config('tracker.publishing', opened::text, true);
  RETURN opened;
END $$;

CREATE FUNCTION announce_edition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('edition', NEW.number::text);
  RETURN NULL;
END $$;
CREATE TRIGGER announce AFTER INSERT ON edition FOR EACH ROW EXECUTE FUNCTION announce_edition();

-- Logs one write to one row. A write that did not come through the app opens an edition of its own, so it cannot hide.
-- Arguments: the column that holds the record's id; the key columns.
CREATE FUNCTION log_fact_write() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  now_publishing text := current_setting('tracker.publishing', true);
  old_row jsonb; new_row jsonb; kept jsonb;
BEGIN
  IF TG_OP <> 'INSERT' THEN old_row := to_jsonb(OLD); END IF;
  IF TG_OP <> 'DELETE' THEN new_row := to_jsonb(NEW); END IF;
  IF old_row IS NOT DISTINCT FROM new_row THEN RETURN NULL; END IF;
  IF now_publishing IS NULL OR now_publishing = '' THEN
    now_publishing := open_edition('outside', '未经本应用直接写入数据库', 'Written to the database without the app', NULL)::text;
  END IF;
  kept := coalesce(new_row, old_row);
  INSERT INTO change (edition, "table", key, record_id, operation, before, after) VALUES (
    now_publishing::integer, TG_TABLE_NAME,
    (SELECT string_agg(kept ->> column_name, '/' ORDER BY place) FROM unnest(TG_ARGV[1:]) WITH ORDINALITY AS k(column_name, place)),
    (kept ->> TG_ARGV[0])::integer, lower(TG_OP), old_row, new_row);
  RETURN NULL;
END $$;

CREATE FUNCTION refuse_write() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused: %', lower(TG_OP), TG_TABLE_NAME, TG_ARGV[0];
END $$;
CREATE TRIGGER keep BEFORE UPDATE OR DELETE OR TRUNCATE ON change FOR EACH STATEMENT EXECUTE FUNCTION refuse_write('the log is never rewritten');
CREATE TRIGGER keep BEFORE UPDATE OR DELETE OR TRUNCATE ON edition FOR EACH STATEMENT EXECUTE FUNCTION refuse_write('editions are never rewritten');

CREATE SCHEMA asof;

-- Puts a fact table under the log and gives it its view in schema `asof`: the table as it was at edition
-- `tracker.edition` (a setting of the transaction). A migration that changes a fact table calls this again.
CREATE FUNCTION watch_facts(fact_table text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  key_columns text[] := (SELECT array_agg(a.attname ORDER BY k.place) FROM pg_index i
    CROSS JOIN unnest(i.indkey::int[]) WITH ORDINALITY AS k(number, place)
    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number
    WHERE i.indrelid = fact_table::regclass AND i.indisprimary);
BEGIN
  EXECUTE format('DROP TRIGGER IF EXISTS log ON %I', fact_table);
  EXECUTE format('DROP TRIGGER IF EXISTS keep_logged ON %I', fact_table);
  EXECUTE format('CREATE TRIGGER log AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION log_fact_write(%s)',
    fact_table, (SELECT string_agg(quote_literal(argument), ', ') FROM unnest(key_columns[1:1] || key_columns) AS argument));
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
  -- The slug stands in the record and in its fact table, so that no query needs a join for it; the two cannot differ.
  FOREACH t IN ARRAY ARRAY['source','organization','model','platform','product','industry','layer','placement','coverage',
    'position','funding_event','indicator','observation','people_move','thesis','exchange_rate'] LOOP
    EXECUTE format('ALTER TABLE %1$I ADD CONSTRAINT %2$I FOREIGN KEY (id, slug) REFERENCES record (id, slug) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED', t, t || '_slug_agrees');
  END LOOP;
END $$;

-- The last statement of every migration is its name, written here: it tells a start after a crash that all of the
-- above happened (src/database/migrate.ts).
COMMENT ON SCHEMA asof IS '20261123000000_facts_and_log';
