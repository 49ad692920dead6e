import { closedWithPerson } from './schema-parts.ts'

export const notes = /* sql */ `
-- Quick notes on a person or a class, such as what somebody is to bring on Monday.

-- One note. With a date (due) it is on the home page from that day until it is done; without one only on the page of its person or class.
CREATE TABLE quick_note (
  id INTEGER PRIMARY KEY,
  trainee_id INTEGER REFERENCES trainee (id) ON DELETE CASCADE,
  cohort_id INTEGER REFERENCES cohort (id),
  text TEXT NOT NULL CHECK (length(trim(text)) BETWEEN 1 AND 200),
  due TEXT CHECK (due IS NULL OR due IS date(due)),
  -- The import whose column of remarks it came from; deleted if that import is undone.
  import_id INTEGER REFERENCES import (id) ON DELETE CASCADE CHECK (import_id IS NULL OR trainee_id IS NOT NULL),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  done_at TEXT,
  done_by TEXT CHECK ((done_by IS NULL) = (done_at IS NULL)),
  CHECK ((trainee_id IS NULL) <> (cohort_id IS NULL))
) STRICT;
CREATE INDEX quick_note_by_trainee ON quick_note (trainee_id) WHERE trainee_id IS NOT NULL;
CREATE INDEX quick_note_by_cohort ON quick_note (cohort_id) WHERE cohort_id IS NOT NULL;
CREATE INDEX quick_note_by_import ON quick_note (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX quick_note_waiting ON quick_note (due) WHERE due IS NOT NULL AND done_at IS NULL;
CREATE INDEX quick_note_done ON quick_note (done_at) WHERE done_at IS NOT NULL;
CREATE TRIGGER quick_note_kept BEFORE UPDATE OF id, import_id, recorded_at, recorded_by ON quick_note
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
${closedWithPerson('quick_note')}
`
