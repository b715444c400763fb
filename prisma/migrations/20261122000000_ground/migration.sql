-- What every table stands on: extensions, the roles a transaction takes, and the settings it carries.

CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- Roles belong to the cluster, not to the database: another database of it may have made them already.
-- maillage_tenant: a person at work; row-level security decides what it sees.
-- maillage_system: sign-in, jobs, seeds; taken on purpose, with a reason in the code.
-- maillage_audit: owns the audit trail, so that nobody else can touch it. Nobody logs in as any of them.
DO $$
DECLARE wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['maillage_tenant', 'maillage_system', 'maillage_audit'] LOOP
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
        EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
      END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- made by a neighbour in the same instant
    END;
  END LOOP;
END $$;

CREATE SCHEMA app;
CREATE SCHEMA audit;
CREATE SCHEMA search;
GRANT USAGE ON SCHEMA app, audit, search, public TO maillage_tenant, maillage_system;

-- UUID version 7 (RFC 9562): 48 bits of milliseconds, then chance. Native only from PostgreSQL 18 on.
CREATE FUNCTION app.uuid_v7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
  SELECT encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
        PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
      52, 1), 53, 1), 'hex')::uuid
$$;

-- Settings of the transaction. Not set means null, and null opens nothing.
CREATE FUNCTION app.mission_locale() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.mission_locale', true), '')::uuid $$;
CREATE FUNCTION app.region() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.region', true), '') $$;
CREATE FUNCTION app.organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.organisation', true), '')::uuid $$;
CREATE FUNCTION app.actor() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.actor', true), '')::uuid $$;
CREATE FUNCTION app.request() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.request', true), '') $$;

-- Text as it is compared: lower case, no accent, no ligature, letters and digits only.
-- Immutable because the dictionary is named and never edited, so that indexes may use it.
CREATE FUNCTION app.norm(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS
$$ SELECT btrim(regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary, $1)), '[^a-z0-9]+', ' ', 'g')) $$;

-- Optimistic locking: each real change of a row moves its version on, whoever makes it.
CREATE FUNCTION app.touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.version := OLD.version + 1;
  NEW.updated_at := now();
  RETURN NEW;
END $$;
