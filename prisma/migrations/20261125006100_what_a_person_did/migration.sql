-- What one person wrote, the latest first, without reading what all the others did.
CREATE INDEX interaction_of_author ON interaction (mission_locale_id, author_id, happened_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX task_of_creator ON task (mission_locale_id, created_by_id) WHERE created_by_id IS NOT NULL;
