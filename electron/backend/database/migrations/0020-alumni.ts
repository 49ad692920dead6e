/** After graduation: who collected which paper, what became of people, and the aid with which some of them start a business. */
export const alumni = /* sql */ `
CREATE TABLE certificate_collection (
  id INTEGER PRIMARY KEY,
  certificate_id INTEGER NOT NULL REFERENCES certificate (id),
  collected_on TEXT NOT NULL CHECK (collected_on IS date(collected_on)),
  collector TEXT NOT NULL CHECK (collector IN ('SELF', 'DEPUTY')),
  deputy_name TEXT NOT NULL CHECK ((deputy_name = '') = (collector = 'SELF')),
  deputy_relation TEXT NOT NULL CHECK ((deputy_relation = '') = (collector = 'SELF')),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  -- It was a mistake; the row stays with the reason.
  taken_back_at TEXT,
  taken_back_by TEXT CHECK ((taken_back_by IS NULL) = (taken_back_at IS NULL)),
  take_back_reason TEXT NOT NULL DEFAULT '' CHECK ((take_back_reason = '') = (taken_back_at IS NULL))
) STRICT;
CREATE UNIQUE INDEX certificate_collected_once ON certificate_collection (certificate_id) WHERE taken_back_at IS NULL;
CREATE INDEX certificate_collection_by_certificate ON certificate_collection (certificate_id);
CREATE TRIGGER certificate_collection_after_issue BEFORE INSERT ON certificate_collection
WHEN NOT EXISTS (SELECT 1 FROM certificate WHERE id = NEW.certificate_id AND issued_on <= NEW.collected_on)
BEGIN SELECT RAISE(ABORT, 'collected_before_issue'); END;
CREATE TRIGGER certificate_collection_stays BEFORE DELETE ON certificate_collection BEGIN SELECT RAISE(ABORT, 'append_only'); END;
-- Taking back is written once. Names and words go with a person who is forgotten.
CREATE TRIGGER certificate_collection_kept BEFORE UPDATE ON certificate_collection
WHEN NOT (
  NEW.id = OLD.id AND NEW.certificate_id = OLD.certificate_id AND NEW.collected_on = OLD.collected_on AND NEW.collector = OLD.collector
  AND NEW.recorded_at = OLD.recorded_at AND NEW.recorded_by = OLD.recorded_by
  AND (
    (OLD.taken_back_at IS NULL AND NEW.deputy_name = OLD.deputy_name AND NEW.deputy_relation = OLD.deputy_relation)
    OR (
      NEW.taken_back_at IS OLD.taken_back_at AND NEW.taken_back_by IS OLD.taken_back_by
      AND NEW.deputy_name IN (OLD.deputy_name, '(dihapus)') AND NEW.deputy_relation IN (OLD.deputy_relation, '(dihapus)')
      AND NEW.take_back_reason IN (OLD.take_back_reason, '(dihapus)')
      AND EXISTS (
        SELECT 1 FROM certificate JOIN enrolment ON enrolment.id = enrolment_id JOIN trainee_anonymity USING (trainee_id)
        WHERE certificate.id = OLD.certificate_id
      )
    )
  )
)
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- What somebody said, or that nobody answered, 3, 6 and 12 months after the panel.
CREATE TABLE follow_up (
  id INTEGER PRIMARY KEY,
  enrolment_id INTEGER NOT NULL REFERENCES enrolment (id),
  month INTEGER NOT NULL CHECK (month IN (3, 6, 12)),
  status TEXT NOT NULL
    CHECK (status IN ('EMPLOYED', 'SELF_EMPLOYED', 'STUDYING', 'NOT_WORKING', 'HOMEMAKING', 'UNREACHED')),
  -- Employer, business or school, and what is done there.
  place TEXT NOT NULL CHECK (length(place) <= 120),
  work TEXT NOT NULL CHECK (length(work) <= 120),
  -- Whole rupiah a month.
  income INTEGER CHECK (income BETWEEN 0 AND 999999999999),
  relevant INTEGER CHECK (relevant IN (0, 1)),
  note TEXT NOT NULL CHECK (length(note) <= 300),
  asked_on TEXT NOT NULL CHECK (asked_on IS date(asked_on)),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  UNIQUE (enrolment_id, month),
  CHECK (status IN ('EMPLOYED', 'SELF_EMPLOYED') OR (income IS NULL AND relevant IS NULL)),
  CHECK (status IN ('EMPLOYED', 'SELF_EMPLOYED', 'STUDYING') OR (place = '' AND work = ''))
) STRICT;
CREATE TRIGGER follow_up_of_graduate BEFORE INSERT ON follow_up
WHEN NOT EXISTS (SELECT 1 FROM panel_decision WHERE enrolment_id = NEW.enrolment_id AND decision = 'passed')
BEGIN SELECT RAISE(ABORT, 'not_graduated'); END;

-- Modal kerja.
CREATE TABLE business_aid (
  id INTEGER PRIMARY KEY,
  budget_year INTEGER NOT NULL CHECK (budget_year BETWEEN 2000 AND 2100),
  enrolment_id INTEGER NOT NULL REFERENCES enrolment (id),
  -- Where the person lived when it was proposed.
  village_code TEXT NOT NULL CHECK (village_code GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]'),
  amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 999999999999),
  state TEXT NOT NULL CHECK (state IN ('PROPOSED', 'APPROVED', 'PAID', 'REJECTED', 'CANCELLED')),
  proposed_on TEXT NOT NULL CHECK (proposed_on IS date(proposed_on)),
  approved_on TEXT CHECK (approved_on IS NULL OR (approved_on IS date(approved_on) AND approved_on >= proposed_on)),
  decree_number TEXT NOT NULL DEFAULT '' CHECK ((decree_number = '') = (approved_on IS NULL)),
  paid_on TEXT CHECK (paid_on IS NULL OR (paid_on IS date(paid_on) AND approved_on IS NOT NULL AND paid_on >= approved_on)),
  handover_number TEXT NOT NULL DEFAULT '' CHECK ((handover_number = '') = (paid_on IS NULL)),
  ended_on TEXT CHECK (ended_on IS NULL OR (ended_on IS date(ended_on) AND ended_on >= proposed_on)),
  end_reason TEXT NOT NULL DEFAULT '' CHECK ((end_reason = '') = (ended_on IS NULL)),
  evidence_id INTEGER REFERENCES attachment (id),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  CHECK ((ended_on IS NOT NULL) = (state IN ('REJECTED', 'CANCELLED'))),
  CHECK (paid_on IS NOT NULL OR state <> 'PAID'),
  CHECK (paid_on IS NULL OR state IN ('PAID', 'CANCELLED')),
  CHECK (approved_on IS NOT NULL OR state NOT IN ('APPROVED', 'PAID')),
  CHECK (approved_on IS NULL OR state <> 'PROPOSED')
) STRICT;
-- One a kelurahan and budget year, and one a person and class.
CREATE UNIQUE INDEX business_aid_one_a_village ON business_aid (budget_year, village_code) WHERE state NOT IN ('REJECTED', 'CANCELLED');
CREATE UNIQUE INDEX business_aid_one_an_enrolment ON business_aid (enrolment_id) WHERE state NOT IN ('REJECTED', 'CANCELLED');
CREATE INDEX business_aid_by_evidence ON business_aid (evidence_id) WHERE evidence_id IS NOT NULL;
CREATE TRIGGER business_aid_for_graduate BEFORE INSERT ON business_aid
WHEN NOT EXISTS (SELECT 1 FROM panel_decision WHERE enrolment_id = NEW.enrolment_id AND decision = 'passed')
BEGIN SELECT RAISE(ABORT, 'not_graduated'); END;
CREATE TRIGGER business_aid_kept BEFORE UPDATE OF id, budget_year, enrolment_id, village_code, proposed_on ON business_aid
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER business_aid_ended BEFORE UPDATE OF state ON business_aid WHEN OLD.state IN ('REJECTED', 'CANCELLED')
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER business_aid_stays BEFORE DELETE ON business_aid BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- A panel that is opened again takes its decisions away: not while somebody was followed up or helped on the ground of them.
CREATE TRIGGER decision_under_follow_up BEFORE DELETE ON panel_decision
WHEN EXISTS (SELECT 1 FROM follow_up WHERE enrolment_id = OLD.enrolment_id)
  OR EXISTS (SELECT 1 FROM business_aid WHERE enrolment_id = OLD.enrolment_id)
BEGIN SELECT RAISE(ABORT, 'decision_in_use'); END;

${['follow_up', 'business_aid'].map(closed).join('')}

-- Nobody is called anonymous while words about him are here.
CREATE TRIGGER trainee_anonymity_without_words BEFORE INSERT ON trainee_anonymity
WHEN EXISTS (
    SELECT 1 FROM follow_up JOIN enrolment ON enrolment.id = enrolment_id
    WHERE trainee_id = NEW.trainee_id AND (place <> '' OR work <> '' OR note <> '' OR income IS NOT NULL)
  )
  OR EXISTS (
    SELECT 1 FROM business_aid JOIN enrolment ON enrolment.id = enrolment_id
    WHERE trainee_id = NEW.trainee_id AND (evidence_id IS NOT NULL OR end_reason NOT IN ('', '(dihapus)'))
  )
BEGIN SELECT RAISE(ABORT, 'not_anonymous'); END;
`

/** A table of enrolments of which nothing is written while the person is closed. */
function closed(table: string): string {
  return ['INSERT', 'UPDATE', 'DELETE']
    .map(
      action => `
CREATE TRIGGER ${table}_closed_to_${action.toLowerCase()} BEFORE ${action} ON ${table}
WHEN EXISTS (
  SELECT 1 FROM closed_trainee JOIN enrolment USING (trainee_id) WHERE enrolment.id = ${action === 'INSERT' ? 'NEW' : 'OLD'}.enrolment_id
)
BEGIN SELECT RAISE(ABORT, 'trainee_closed'); END;`,
    )
    .join('')
}
