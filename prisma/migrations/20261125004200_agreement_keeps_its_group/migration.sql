-- An agreement of the whole network does not go with the record of one agency: the undo of an import leaves a group that carries one.
ALTER TABLE "national_agreement" DROP CONSTRAINT "national_agreement_organisation_id_fkey";
ALTER TABLE "national_agreement" ADD CONSTRAINT "national_agreement_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
