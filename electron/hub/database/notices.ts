/**
 * People who apply in one centre and passed in another: applications while a selection is open, what the hub told a centre about them, and
 * what the centre answered. They come and go, so no year parts them; every key has centre_id as elsewhere.
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
