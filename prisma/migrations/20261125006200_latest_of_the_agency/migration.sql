-- What was said and moved lately in the whole agency: for the news of a portfolio and the page of all exchanges.
CREATE INDEX interaction_of_agency ON interaction (mission_locale_id, happened_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX stage_move_of_agency ON stage_move (mission_locale_id, at DESC, id DESC);
-- Gifts to speak of again are few beside those that were given.
CREATE INDEX patronage_to_renew ON patronage (mission_locale_id, renewal_on) WHERE renewal_on IS NOT NULL AND deleted_at IS NULL;
