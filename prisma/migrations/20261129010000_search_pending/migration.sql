-- What was written lately stands in a list beside the index until that is 4 MB long, and each search reads the list from
-- end to end: after an import most of its time.
ALTER INDEX "search_name_trigrams_idx" SET (gin_pending_list_limit = 128);
ALTER INDEX "search_name_pairs_idx" SET (gin_pending_list_limit = 128);
