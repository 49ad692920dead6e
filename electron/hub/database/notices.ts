/**
 * People who apply in one centre and passed in another: applications of open selections, the notice of the hub to the centre, and its answer. These
 * rows are temporary, so they are not partitioned by year; every key has centre_id as elsewhere.
 */
export const notices = /* sql */ `
CREATE TABLE pusat.application (
  centre_id uuid NOT NULL, key text NOT NULL, epoch integer NOT NULL, seq bigint NOT NULL,
  registration integer NOT NULL, title text NOT NULL, trade text NOT NULL, person text NOT NULL, keyId text NOT NULL, PRIMARY KEY (centre_id, key)
);
CREATE TABLE pusat.notice_answer (
  centre_id uuid NOT NULL, key text NOT NULL, epoch integer NOT NULL, seq bigint NOT NULL,
  answer text NOT NULL, answeredOn text NOT NULL, PRIMARY KEY (centre_id, key)
);
-- What staff told a centre, once of each application; 'person' tells another applicant under the same row number from this one.
CREATE TABLE pusat.notice (
  n bigint GENERATED ALWAYS AS IDENTITY, centre_id uuid NOT NULL, application text NOT NULL, person text NOT NULL, trainings jsonb NOT NULL,
  told_at timestamptz NOT NULL DEFAULT now(), told_by text NOT NULL, PRIMARY KEY (centre_id, n), UNIQUE (centre_id, application, person)
);
-- Who was seen in which centre first, and whether in another one since: to look for these over all rows takes seconds, so it is noted when
-- they arrive. Not by centre, because the question goes across them.
CREATE TABLE pusat.person_seen (
  person text NOT NULL, keyId text NOT NULL, centre_id uuid NOT NULL, twice_at timestamptz, PRIMARY KEY (person, keyId)
);
CREATE INDEX ON pusat.person_seen (twice_at DESC) WHERE twice_at IS NOT NULL;
INSERT INTO pusat.person_seen SELECT person, keyId, (array_agg(centre_id))[1], CASE WHEN count(DISTINCT centre_id) > 1 THEN now() END
  FROM pusat.enrolment WHERE person <> '' GROUP BY person, keyId;
-- In the order of the key, so that two centres that tell the same people wait for each other and not both.
CREATE FUNCTION pusat.note_people(own uuid, people text[], key_ids text[]) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pusat, pg_temp AS $$
  INSERT INTO pusat.person_seen AS seen (person, keyId, centre_id)
  SELECT DISTINCT person, key_id, own FROM unnest(people, key_ids) AS told (person, key_id) WHERE person <> '' ORDER BY person, key_id
  ON CONFLICT (person, keyId) DO UPDATE SET twice_at = now() WHERE seen.twice_at IS NULL AND seen.centre_id <> EXCLUDED.centre_id
$$;
REVOKE ALL ON FUNCTION pusat.note_people(uuid, text[], text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pusat.note_people(uuid, text[], text[]) TO balai_receiver;
GRANT SELECT (person, keyId, twice_at) ON pusat.person_seen TO balai_reader;

-- Days held of a class, beside its other sums: the list of classes of all centres counted them one by one.
CREATE INDEX ON pusat.day (centre_id, year, class);
ALTER TABLE pusat.class_sum ADD COLUMN held integer NOT NULL DEFAULT 0;
UPDATE pusat.class_sum SET held = (
  SELECT count(*) FROM pusat.day WHERE day.centre_id = class_sum.centre_id AND day.year = class_sum.year AND day.class = class_sum.class
    AND (closed = 1 OR present + late + sick + excused + absent > 0));

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['application','notice_answer','notice'] LOOP
    EXECUTE format('ALTER TABLE pusat.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY reading ON pusat.%I FOR SELECT TO balai_reader USING (centre_id = ANY ((SELECT pusat.visible())::uuid[]))', name);
    EXECUTE format('CREATE POLICY receiving ON pusat.%I FOR ALL TO balai_receiver USING (current_setting(''balai.reach'', true) = ''centre '' || centre_id::text) WITH CHECK (current_setting(''balai.reach'', true) = ''centre '' || centre_id::text)', name);
    EXECUTE format('GRANT SELECT ON pusat.%I TO balai_reader', name);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON pusat.application, pusat.notice_answer TO balai_receiver;
GRANT SELECT ON pusat.notice TO balai_receiver;
-- Staff tell centres that they see, and write nothing else.
CREATE POLICY telling ON pusat.notice FOR INSERT TO balai_reader WITH CHECK (centre_id = ANY ((SELECT pusat.visible())::uuid[]));
GRANT INSERT (centre_id, application, person, trainings, told_by) ON pusat.notice TO balai_reader;
`
