/**
 * Sums of a class by measure, so that pages and reports by centre, class, trade or time read one row for each class instead of its people. One column
 * for each figure of `figures/class-sums.ts`. They are counted again at the next start, because the definition of a sum has changed.
 */
export const sums = /* sql */ `
ALTER TABLE pusat.class_sum DROP COLUMN left_early, DROP COLUMN askable, ${columnsOf('ADD COLUMN IF NOT EXISTS')};
-- Used by nobody.
DROP TABLE pusat.check_log;

-- Whoever sees the whole province is asked once, and not at each row in a list of all its centres.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['member','fact','signing_key','credential','class','day','enrolment','place','applicants','lesson','certificate','activity','spending','aid','class_sum','application','notice_answer','notice'] LOOP
    EXECUTE format('ALTER POLICY reading ON pusat.%I USING ((SELECT current_setting(''balai.reach'', true) = ''province'') OR centre_id = ANY ((SELECT pusat.visible())::uuid[]))', name);
  END LOOP;
END $$;
`

function columnsOf(verb: string): string {
  const plain = ['men', 'withdrawn', 'expelled', 'tested', 'competent', 'notcompetent', 'employed', 'selfemployed']
  const lines = [
    'employedfitting',
    'employedother',
    'selffitting',
    'selfother',
    'seeking',
    'homemaking',
    'studying',
    'unreached',
    'traced',
    'placed',
  ]
  const tracer = [3, 6, 12].flatMap(month => lines.map(line => `${line}${month}`))
  return [...plain, ...tracer].map(name => `${verb} ${name} integer NOT NULL DEFAULT 0`).join(', ')
}
