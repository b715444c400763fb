-- Offers are imported by the same machinery as partners: an import says what it is of, an item which offer it made or changed.
CREATE TYPE "import_subject" AS ENUM ('partners', 'offers');
ALTER TABLE "import_batch" ADD COLUMN "subject" "import_subject" NOT NULL DEFAULT 'partners';
ALTER TABLE "import_item" ADD COLUMN "offer_id" UUID;
