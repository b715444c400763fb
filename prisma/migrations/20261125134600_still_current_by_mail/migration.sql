-- A link that answers « toujours d’actualité ? » without an account: it is about one offer, and remembers what was answered, to say
-- so kindly to who opens it again.
ALTER TYPE "token_purpose" ADD VALUE 'offerCurrent';
ALTER TABLE "one_time_token" ADD COLUMN "subject_id" UUID;
ALTER TABLE "one_time_token" ADD COLUMN "answer" TEXT;
ALTER TABLE "one_time_token" ADD CONSTRAINT "one_time_token_answer" CHECK (answer IN ('current', 'over'));
CREATE INDEX "one_time_token_subject_id_idx" ON "one_time_token"("subject_id");
