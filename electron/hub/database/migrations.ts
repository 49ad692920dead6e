import type { PoolClient } from 'pg'
import { HubError } from '../hub-error.ts'
import { notices } from './notices.ts'
import { sums } from './sums.ts'

/**
 * Migrations of the hub's schema in order. A released one never changes: an upgrade runs the missing ones, each in a transaction, before the hub
 * answers requests. Every table of facts has centre_id and year in its key, so that it can be distributed without a change: years are partitions, and
 * centres are hash partitions below them, or shards if Citus is installed (`make_year`).
 */
const first = /* sql */ `
CREATE TABLE pusat.setting (name text PRIMARY KEY, value text NOT NULL);

-- Centres that were let in. The key is kept as its SHA-256; 256 random bits need nothing slower.
CREATE TABLE pusat.member (
  centre_id uuid PRIMARY KEY,
  key_hash text NOT NULL,
  name text NOT NULL,
  city text NOT NULL,
  regency text NOT NULL CHECK (regency ~ '^[0-9]{4}$'),
  epoch integer NOT NULL DEFAULT 0,
  applied bigint NOT NULL DEFAULT 0,
  hash text NOT NULL DEFAULT '',
  counted_by text NOT NULL DEFAULT 'panel',
  pass_base text NOT NULL DEFAULT 'decree',
  complete boolean NOT NULL DEFAULT false,
  joined_at timestamptz NOT NULL DEFAULT now(),
  heard_at timestamptz,
  clock_minutes integer NOT NULL DEFAULT 0,
  trouble jsonb,
  revoked_at timestamptz
);

-- Invitations: the code as its SHA-256, good once and for 30 days. One for a centre that lost its key names it.
CREATE TABLE pusat.invitation (
  code_hash text PRIMARY KEY,
  note text NOT NULL,
  centre_id uuid REFERENCES pusat.member,
  made_at timestamptz NOT NULL DEFAULT now(),
  made_by text NOT NULL,
  until timestamptz NOT NULL,
  used_at timestamptz,
  used_by uuid REFERENCES pusat.member
);

-- What arrived, as it arrived.
CREATE TABLE pusat.fact (
  centre_id uuid NOT NULL, year integer NOT NULL, epoch integer NOT NULL, seq bigint NOT NULL,
  topic text NOT NULL, key text NOT NULL, v integer NOT NULL, at text NOT NULL, body json, digest text NOT NULL, hash text NOT NULL,
  PRIMARY KEY (centre_id, year, epoch, seq)
) PARTITION BY RANGE (year);

CREATE TABLE pusat.signing_key (
  centre_id uuid NOT NULL, key text NOT NULL, epoch integer NOT NULL, seq bigint NOT NULL,
  id text NOT NULL, publicKey text NOT NULL, retiredAt text NOT NULL, PRIMARY KEY (centre_id, key)
);
CREATE INDEX ON pusat.signing_key (id);
CREATE TABLE pusat.credential (
  centre_id uuid NOT NULL, key text NOT NULL, epoch integer NOT NULL, seq bigint NOT NULL,
  instructor integer NOT NULL, number text NOT NULL, kind text NOT NULL, scheme text NOT NULL, trades text NOT NULL, issued text NOT NULL,
  validUntil text NOT NULL, verified integer NOT NULL, PRIMARY KEY (centre_id, key)
);
CREATE TABLE pusat.class (
  centre_id uuid NOT NULL, year integer NOT NULL, key text NOT NULL, epoch integer NOT NULL, seq bigint NOT NULL,
  class text NOT NULL, number integer NOT NULL, trade text NOT NULL, program text NOT NULL, title text NOT NULL, source text NOT NULL,
  activity integer NOT NULL, account text NOT NULL, state text NOT NULL, cancelled integer NOT NULL, starts text NOT NULL, ends text NOT NULL,
  panelDay text NOT NULL, hours integer NOT NULL, days integer NOT NULL, instructor integer NOT NULL, PRIMARY KEY (centre_id, year, key)
) PARTITION BY RANGE (year);
CREATE TABLE pusat.day (
  centre_id uuid NOT NULL, year integer NOT NULL, key text NOT NULL, epoch integer NOT NULL, seq bigint NOT NULL,
  class text NOT NULL, n integer NOT NULL, date text NOT NULL, hours integer NOT NULL, closed integer NOT NULL, present integer NOT NULL,
  late integer NOT NULL, sick integer NOT NULL, excused integer NOT NULL, absent integer NOT NULL, PRIMARY KEY (centre_id, year, key)
) PARTITION BY RANGE (year);
CREATE TABLE pusat.enrolment (
  centre_id uuid NOT NULL, year integer NOT NULL, key text NOT NULL, epoch integer NOT NULL, seq bigint NOT NULL,
  class text NOT NULL, trainee integer NOT NULL, person text NOT NULL, keyId text NOT NULL, sex text NOT NULL, age integer NOT NULL,
  outcome text NOT NULL, certificate integer NOT NULL, statement integer NOT NULL, test text NOT NULL,
  status3 text NOT NULL, status6 text NOT NULL, status12 text NOT NULL,
  relevant3 integer NOT NULL, relevant6 integer NOT NULL, relevant12 integer NOT NULL, latest text NOT NULL,
  PRIMARY KEY (centre_id, year, key)
) PARTITION BY RANGE (year);
CREATE INDEX ON pusat.enrolment (centre_id, year, class);
CREATE INDEX ON pusat.enrolment (person, keyId) WHERE person <> '';
CREATE TABLE pusat.place (
  centre_id uuid NOT NULL, year integer NOT NULL, key text NOT NULL, epoch integer NOT NULL, seq bigint NOT NULL,
  class text NOT NULL, village text NOT NULL, target text NOT NULL, poor integer NOT NULL, extremePoor integer NOT NULL, outcome text NOT NULL,
  n integer NOT NULL, PRIMARY KEY (centre_id, year, key)
) PARTITION BY RANGE (year);
CREATE TABLE pusat.applicants (
  centre_id uuid NOT NULL, year integer NOT NULL, key text NOT NULL, epoch integer NOT NULL, seq bigint NOT NULL,
  registration integer NOT NULL, class text NOT NULL, trade text NOT NULL, program text NOT NULL, closes text NOT NULL, sex text NOT NULL,
  target text NOT NULL, n integer NOT NULL, PRIMARY KEY (centre_id, year, key)
) PARTITION BY RANGE (year);
CREATE TABLE pusat.lesson (
  centre_id uuid NOT NULL, year integer NOT NULL, key text NOT NULL, epoch integer NOT NULL, seq bigint NOT NULL,
  class text NOT NULL, n integer NOT NULL, date text NOT NULL, instructor integer NOT NULL, kind text NOT NULL, hours integer NOT NULL,
  PRIMARY KEY (centre_id, year, key)
) PARTITION BY RANGE (year);
CREATE TABLE pusat.certificate (
  centre_id uuid NOT NULL, year integer NOT NULL, key text NOT NULL, epoch integer NOT NULL, seq bigint NOT NULL,
  number text NOT NULL, kind text NOT NULL, name text NOT NULL, class text NOT NULL, program text NOT NULL, issuedOn text NOT NULL,
  state text NOT NULL, stateOn text NOT NULL, replacedBy text NOT NULL, collected integer NOT NULL, record text NOT NULL,
  PRIMARY KEY (centre_id, year, key)
) PARTITION BY RANGE (year);
CREATE INDEX ON pusat.certificate (number);
CREATE TABLE pusat.activity (
  centre_id uuid NOT NULL, year integer NOT NULL, key text NOT NULL, epoch integer NOT NULL, seq bigint NOT NULL,
  activity integer NOT NULL, number integer NOT NULL, title text NOT NULL, source text NOT NULL, trade text NOT NULL, account text NOT NULL,
  budget bigint NOT NULL, plannedClasses integer NOT NULL, plannedPeople integer NOT NULL, PRIMARY KEY (centre_id, year, key)
) PARTITION BY RANGE (year);
CREATE TABLE pusat.spending (
  centre_id uuid NOT NULL, year integer NOT NULL, key text NOT NULL, epoch integer NOT NULL, seq bigint NOT NULL,
  activity integer NOT NULL, source text NOT NULL, trade text NOT NULL, date text NOT NULL, account text NOT NULL, amount bigint NOT NULL,
  entries integer NOT NULL, PRIMARY KEY (centre_id, year, key)
) PARTITION BY RANGE (year);
CREATE TABLE pusat.aid (
  centre_id uuid NOT NULL, year integer NOT NULL, key text NOT NULL, epoch integer NOT NULL, seq bigint NOT NULL,
  class text NOT NULL, village text NOT NULL, state text NOT NULL, date text NOT NULL, amount bigint NOT NULL,
  PRIMARY KEY (centre_id, year, key)
) PARTITION BY RANGE (year);

-- Sums of each class, counted anew from its rows whenever one of them arrives: pages of the dashboard read these alone.
CREATE TABLE pusat.class_sum (
  centre_id uuid NOT NULL, year integer NOT NULL, class text NOT NULL,
  participants integer NOT NULL, graduates integer NOT NULL, failed integer NOT NULL, left_early integer NOT NULL, running integer NOT NULL,
  women integer NOT NULL, certified integer NOT NULL, askable integer NOT NULL, working integer NOT NULL, reached integer NOT NULL,
  PRIMARY KEY (centre_id, year, class)
) PARTITION BY RANGE (year);

-- The partitions of a year; made when its first fact arrives.
CREATE FUNCTION pusat.make_year(wanted integer) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pusat, pg_temp AS $$
DECLARE
  name text;
  part text;
  citus boolean := EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'citus');
BEGIN
  IF wanted < 2000 OR wanted > 2100 THEN RAISE EXCEPTION 'year %', wanted; END IF;
  PERFORM pg_advisory_xact_lock(731200);
  FOREACH name IN ARRAY ARRAY['fact','class','day','enrolment','place','applicants','lesson','certificate','activity','spending','aid','class_sum'] LOOP
    part := format('%s_%s', name, wanted);
    CONTINUE WHEN to_regclass('pusat.' || part) IS NOT NULL;
    IF citus THEN
      EXECUTE format('CREATE TABLE pusat.%I PARTITION OF pusat.%I FOR VALUES FROM (%s) TO (%s)', part, name, wanted, wanted + 1);
    ELSE
      EXECUTE format('CREATE TABLE pusat.%I PARTITION OF pusat.%I FOR VALUES FROM (%s) TO (%s) PARTITION BY HASH (centre_id)', part, name, wanted, wanted + 1);
      FOR i IN 0..3 LOOP
        EXECUTE format('CREATE TABLE pusat.%I PARTITION OF pusat.%I FOR VALUES WITH (MODULUS 4, REMAINDER %s)', part || '_' || i, part, i);
      END LOOP;
    END IF;
  END LOOP;
END $$;

-- Staff of the Dinas and the province.
CREATE TABLE pusat.staff (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL UNIQUE,
  office text NOT NULL,
  role text NOT NULL CHECK (role IN ('viewer', 'inspector', 'admin')),
  -- '' the whole province, a regency code a city, a centre's id one centre.
  regency text NOT NULL DEFAULT '' CHECK (regency ~ '^([0-9]{4})?$'),
  centre_id uuid REFERENCES pusat.member,
  hash text NOT NULL,
  must_change boolean NOT NULL DEFAULT false,
  code_secret bytea,
  code_used bigint NOT NULL DEFAULT 0,
  failures integer NOT NULL DEFAULT 0,
  failed_at timestamptz,
  disabled_at timestamptz,
  CHECK (regency = '' OR centre_id IS NULL)
);
-- What staff did: who, when, what; without personal data.
CREATE TABLE pusat.deed (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at timestamptz NOT NULL DEFAULT now(), staff text NOT NULL, deed text NOT NULL, detail jsonb NOT NULL
);
-- Checks of certificates: number and answer, nobody's name or address.
CREATE TABLE pusat.check_log (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at timestamptz NOT NULL DEFAULT now(), number text NOT NULL, answer text NOT NULL);

-- Row level security. The hub connects as the owner and steps down to one of three roles in every transaction (balai.reach): a receiver
-- writes and reads the one centre that sends, a reader sees its centre, its city or all, and the public page asks one function.
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'balai_receiver') THEN CREATE ROLE balai_receiver NOLOGIN; END IF;
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'balai_reader') THEN CREATE ROLE balai_reader NOLOGIN; END IF;
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'balai_public') THEN CREATE ROLE balai_public NOLOGIN; END IF;
  EXECUTE format('GRANT balai_receiver, balai_reader, balai_public TO %I', current_user);
END $$;
GRANT USAGE ON SCHEMA pusat TO balai_receiver, balai_reader, balai_public;

-- 'province', 'city 3671', 'centre <uuid>'; anything else sees nothing.
CREATE FUNCTION pusat.visible() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pusat, pg_temp AS $$
  SELECT coalesce(array_agg(centre_id), '{}') FROM pusat.member
  WHERE current_setting('balai.reach', true) = 'province'
    OR current_setting('balai.reach', true) = 'city ' || regency
    OR current_setting('balai.reach', true) = 'centre ' || centre_id::text
$$;
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['member','fact','signing_key','credential','class','day','enrolment','place','applicants','lesson','certificate','activity','spending','aid','class_sum'] LOOP
    EXECUTE format('ALTER TABLE pusat.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY reading ON pusat.%I FOR SELECT TO balai_reader USING (centre_id = ANY ((SELECT pusat.visible())::uuid[]))', name);
    EXECUTE format('CREATE POLICY receiving ON pusat.%I FOR ALL TO balai_receiver USING (current_setting(''balai.reach'', true) = ''centre '' || centre_id::text) WITH CHECK (current_setting(''balai.reach'', true) = ''centre '' || centre_id::text)', name);
    EXECUTE format('GRANT SELECT ON pusat.%I TO balai_reader', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON pusat.%I TO balai_receiver', name);
  END LOOP;
END $$;
REVOKE SELECT ON pusat.member FROM balai_reader;
GRANT SELECT (centre_id, name, city, regency, epoch, applied, counted_by, pass_base, complete, joined_at, heard_at, clock_minutes, trouble, revoked_at) ON pusat.member TO balai_reader;
REVOKE INSERT, DELETE ON pusat.member FROM balai_receiver;
-- A reader sees neither who a person is behind the HMAC nor the log of facts.
REVOKE SELECT ON pusat.fact FROM balai_reader;

-- Where other centres trained this person: no row of another centre leaves but by this question.
CREATE FUNCTION pusat.trained_elsewhere(own uuid, key_id text, who text, since text)
RETURNS TABLE (centre text, city text, trade text, program text, year integer, ended text, outcome text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pusat, pg_temp AS $$
  SELECT member.name, member.city, class.trade, class.program, class.year, class.ends, enrolment.outcome
  FROM pusat.enrolment JOIN pusat.class ON class.centre_id = enrolment.centre_id AND class.year = enrolment.year AND class.key = enrolment.class
  JOIN pusat.member ON member.centre_id = enrolment.centre_id
  WHERE enrolment.person = who AND enrolment.keyId = key_id AND enrolment.centre_id <> own AND class.cancelled = 0 AND class.ends >= since
    AND member.revoked_at IS NULL
  ORDER BY class.ends DESC LIMIT 20
$$;
-- All that the public page may know: what the paper says.
CREATE FUNCTION pusat.paper(wanted text)
RETURNS TABLE (centre text, kind text, name text, program text, issued_on text, state text, state_on text, replaced_by text, record text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pusat, pg_temp AS $$
  SELECT member.name, certificate.kind, certificate.name, program, issuedOn, certificate.state, stateOn, replacedBy, record
  FROM pusat.certificate JOIN pusat.member USING (centre_id) WHERE number = wanted ORDER BY issuedOn DESC LIMIT 5
$$;
CREATE FUNCTION pusat.public_keys() RETURNS TABLE (id text, public_key text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pusat, pg_temp AS $$
  SELECT id, publicKey FROM pusat.signing_key
$$;
REVOKE ALL ON FUNCTION pusat.make_year(integer), pusat.trained_elsewhere(uuid, text, text, text), pusat.paper(text), pusat.public_keys() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pusat.make_year(integer), pusat.trained_elsewhere(uuid, text, text, text) TO balai_receiver;
GRANT EXECUTE ON FUNCTION pusat.paper(text), pusat.public_keys() TO balai_public;
GRANT EXECUTE ON FUNCTION pusat.paper(text) TO balai_reader;
`

export const migrations: readonly string[] = [first, notices, sums]

/** Updates the schema to this program; a newer one is not touched. @throws HubError hub_newer */
export async function migrate(client: PoolClient, steps: readonly string[] = migrations): Promise<void> {
  await client.query('SELECT pg_advisory_lock(731201)')
  try {
    await client.query('CREATE SCHEMA IF NOT EXISTS pusat')
    await client.query(
      'CREATE TABLE IF NOT EXISTS pusat.migration (n integer PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())',
    )
    const { rows } = await client.query<{ n: number }>('SELECT coalesce(max(n), 0) AS n FROM pusat.migration')
    const present = rows[0]?.n ?? 0
    if (present > steps.length)
      throw new HubError(
        'hub_newer',
        `Basis data Pusat dibuat versi yang lebih baru (${present}). Jalankan versi itu; tidak ada yang diubah.`,
      )
    for (const [index, step] of steps.entries()) {
      if (index < present) continue
      await client.query('BEGIN')
      try {
        await client.query(step)
        await client.query('INSERT INTO pusat.migration (n) VALUES ($1)', [index + 1])
        await client.query('COMMIT')
      } catch (error) {
        await client.query('ROLLBACK')
        throw error
      }
    }
  } finally {
    await client.query('SELECT pg_advisory_unlock(731201)')
  }
}
