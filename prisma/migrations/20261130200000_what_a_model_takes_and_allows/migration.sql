-- How much text a model takes at once (in tokens), how many of its parameters work on each token, and its licence.
ALTER TABLE "model" ADD COLUMN "active_parameters" BIGINT, ADD COLUMN "context_length" INTEGER, ADD COLUMN "licence" TEXT;
