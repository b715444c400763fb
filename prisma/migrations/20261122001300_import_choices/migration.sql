-- What the person chooses for a whole import (stage, officer in charge, tag), and what each item will change, to be read before it does.
ALTER TABLE "import_batch" ADD COLUMN "options" JSONB;
ALTER TABLE "import_item" ADD COLUMN "changes" JSONB NOT NULL DEFAULT '[]';
