-- A model may be a member of a family, which is not the same as being made from it; and a move of a person has a kind.
ALTER TABLE "model" ADD COLUMN "member_of_id" INTEGER,
  ADD CONSTRAINT "model_member_of_id_fkey" FOREIGN KEY ("member_of_id") REFERENCES "model"("id")
    ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  ADD CONSTRAINT "model_not_member_of_itself" CHECK ("member_of_id" <> "id");
CREATE INDEX "model_member_of_id_idx" ON "model"("member_of_id");

ALTER TABLE "people_move" ADD COLUMN "kind" TEXT,
  ADD CONSTRAINT "people_move_kind_known" CHECK ("kind" IN ('founded','joined','left','promoted'));

SELECT watch_facts('model');
SELECT watch_facts('people_move');

COMMENT ON SCHEMA asof IS '20261130152000_families_and_moves';
