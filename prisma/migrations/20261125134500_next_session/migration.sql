-- Offers are filtered by the day of a session to come: the sessions of the days asked for, not those of each offer.
CREATE INDEX "offer_session_starts_at_idx" ON "offer_session"("starts_at");
