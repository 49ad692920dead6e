import { closedWithEnrolment } from './schema-parts.ts'

export const alumni = /* sql */ `
-- After graduation: what became of people, and the aid with which some of them start a business.

-- What a graduate said 3, 6 and 12 months after the panel, or that nobody answered.
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
-- Reports count tens of thousands of answers. This index holds every column they need.
CREATE INDEX follow_up_figures ON follow_up (enrolment_id, month, status);
CREATE TRIGGER follow_up_of_graduate BEFORE INSERT ON follow_up
WHEN NOT EXISTS (SELECT 1 FROM panel_decision WHERE enrolment_id = NEW.enrolment_id AND decision = 'passed')
BEGIN SELECT RAISE(ABORT, 'not_graduated'); END;
${closedWithEnrolment('follow_up')}

-- Aid with which a graduate starts a business (modal kerja).
CREATE TABLE business_aid (
  id INTEGER PRIMARY KEY,
  budget_year INTEGER NOT NULL CHECK (budget_year BETWEEN 2000 AND 2100),
  enrolment_id INTEGER NOT NULL REFERENCES enrolment (id),
  -- Where the person lived on the day of the proposal.
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
-- At most one aid for each kelurahan and budget year, and one for each person and cohort.
CREATE UNIQUE INDEX business_aid_one_a_village ON business_aid (budget_year, village_code) WHERE state NOT IN ('REJECTED', 'CANCELLED');
CREATE UNIQUE INDEX business_aid_one_an_enrolment ON business_aid (enrolment_id) WHERE state NOT IN ('REJECTED', 'CANCELLED');
-- A person gets aid only once, in whichever class or year, also when two records turn out to be one person.
CREATE VIEW second_aid AS
SELECT enrolment.trainee_id FROM business_aid JOIN enrolment ON enrolment.id = enrolment_id
WHERE state NOT IN ('REJECTED', 'CANCELLED') GROUP BY trainee_id HAVING count(*) > 1;
CREATE TRIGGER business_aid_one_a_person AFTER INSERT ON business_aid
WHEN EXISTS (SELECT 1 FROM second_aid JOIN enrolment USING (trainee_id) WHERE enrolment.id = NEW.enrolment_id)
BEGIN SELECT RAISE(ABORT, 'second_aid'); END;
CREATE TRIGGER business_aid_one_a_merged_person AFTER UPDATE OF trainee_id ON enrolment
WHEN EXISTS (SELECT 1 FROM second_aid WHERE trainee_id = NEW.trainee_id)
BEGIN SELECT RAISE(ABORT, 'second_aid'); END;
CREATE INDEX business_aid_by_evidence ON business_aid (evidence_id) WHERE evidence_id IS NOT NULL;
CREATE TRIGGER business_aid_for_graduate BEFORE INSERT ON business_aid
WHEN NOT EXISTS (SELECT 1 FROM panel_decision WHERE enrolment_id = NEW.enrolment_id AND decision = 'passed')
BEGIN SELECT RAISE(ABORT, 'not_graduated'); END;
CREATE TRIGGER business_aid_kept BEFORE UPDATE OF id, budget_year, enrolment_id, village_code, proposed_on ON business_aid
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER business_aid_ended BEFORE UPDATE OF state ON business_aid WHEN OLD.state IN ('REJECTED', 'CANCELLED')
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER business_aid_stays BEFORE DELETE ON business_aid BEGIN SELECT RAISE(ABORT, 'append_only'); END;
${closedWithEnrolment('business_aid')}
`
