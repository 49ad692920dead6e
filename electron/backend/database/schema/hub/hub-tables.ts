import { hubTriggers } from './hub-triggers.ts'

export const hub = /* sql */ `
-- What is sent to the hub (Pusat) of a Dinas or province after this centre joined one. docs/hub.md says what a row may contain.

-- The hub that this centre joined: one row, or none. Nothing is collected before that. Keys are in the key folder, never here.
CREATE TABLE hub_link (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  address TEXT NOT NULL CHECK (address GLOB 'https://?*'),
  -- SHA-256 of its TLS certificate in hexadecimal; a server with another certificate is refused.
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
  centre_id TEXT NOT NULL CHECK (length(centre_id) = 36),
  hub_name TEXT NOT NULL,
  -- Increased when an older snapshot was restored: numbers then start again, so that the two histories are never mixed.
  epoch INTEGER NOT NULL CHECK (epoch >= 1),
  joined_at TEXT NOT NULL,
  joined_by TEXT NOT NULL,
  -- Last state reported by the hub, only for display. The hub alone knows what it received.
  acknowledged INTEGER NOT NULL DEFAULT 0 CHECK (acknowledged >= 0),
  -- Number of the latest notice received from it.
  notices_heard INTEGER NOT NULL DEFAULT 0 CHECK (notices_heard >= 0),
  heard_at TEXT,
  trouble TEXT CHECK (trouble IS NULL OR json_valid(trouble))
) STRICT;

-- Facts to send, in order and numbered without a gap. Each contains the hash of the one before it.
CREATE TABLE outbox (
  epoch INTEGER NOT NULL CHECK (epoch >= 1),
  seq INTEGER NOT NULL CHECK (seq >= 1),
  topic TEXT NOT NULL,
  key TEXT NOT NULL,
  -- Version of the format of its body.
  v INTEGER NOT NULL CHECK (v >= 1),
  at TEXT NOT NULL,
  -- JSON; 'null' if the thing was deleted. NULL if a name in it was erased on request; its digest stays in the chain.
  body TEXT CHECK (body IS NULL OR json_valid(body)),
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  PRIMARY KEY (epoch, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX outbox_by_key ON outbox (topic, key);
CREATE TRIGGER outbox_only_next BEFORE INSERT ON outbox
WHEN NEW.epoch <> (SELECT epoch FROM hub_link) OR NEW.seq <> 1 + coalesce((SELECT max(seq) FROM outbox WHERE epoch = NEW.epoch), 0)
BEGIN SELECT RAISE(ABORT, 'outbox_not_the_next'); END;
CREATE TRIGGER outbox_kept BEFORE UPDATE ON outbox
WHEN NOT (
  NEW.epoch = OLD.epoch AND NEW.seq = OLD.seq AND NEW.topic = OLD.topic AND NEW.key = OLD.key AND NEW.v = OLD.v AND NEW.at = OLD.at
  AND NEW.digest = OLD.digest AND NEW.hash = OLD.hash AND NEW.body IS NULL AND OLD.topic IN ('certificate', 'application')
)
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
-- Deleted only when the centre leaves its hub.
CREATE TRIGGER outbox_stays BEFORE DELETE ON outbox WHEN EXISTS (SELECT 1 FROM hub_link) BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- Parts whose rows changed since facts were last made of them. Triggers insert; the command that makes the facts deletes. 'first' is everything
-- that a new hub must receive, in slices.
CREATE TABLE travel_due (
  part TEXT NOT NULL,
  owner INTEGER NOT NULL,
  first INTEGER NOT NULL DEFAULT 0 CHECK (first IN (0, 1)),
  PRIMARY KEY (owner, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX travel_due_first ON travel_due (first);

-- Last fact made of each thing: only differences are sent, and deletions are recognised.
CREATE TABLE travelled (
  part TEXT NOT NULL,
  owner INTEGER NOT NULL,
  key TEXT NOT NULL,
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  PRIMARY KEY (owner, part, key)
) STRICT, WITHOUT ROWID;

-- Notice of the hub that an applicant passed a training in another centre. Somebody here decides; the answer is sent to the hub, the reason is
-- not.
CREATE TABLE hub_notice (
  n INTEGER PRIMARY KEY CHECK (n >= 1),
  applicant_id INTEGER NOT NULL REFERENCES applicant (id) ON DELETE CASCADE,
  told_at TEXT NOT NULL,
  -- Details from the hub; JSON of shared/features/hub/notice.ts.
  trainings TEXT NOT NULL CHECK (json_valid(trainings)),
  answer TEXT CHECK (answer IN ('allowed', 'declined')),
  reason TEXT NOT NULL DEFAULT '' CHECK ((answer IS NULL) = (reason = '')),
  answered_on TEXT CHECK ((answer IS NULL) = (answered_on IS NULL) AND (answered_on IS NULL OR answered_on IS date(answered_on))),
  answered_at TEXT CHECK ((answer IS NULL) = (answered_at IS NULL)),
  answered_by TEXT CHECK ((answer IS NULL) = (answered_by IS NULL))
) STRICT;
CREATE INDEX hub_notice_by_applicant ON hub_notice (applicant_id);
-- Nothing new is stored about a person in closed_trainee (frozen or anonymous).
CREATE TRIGGER hub_notice_of_closed BEFORE INSERT ON hub_notice
WHEN EXISTS (SELECT 1 FROM applicant JOIN closed_trainee USING (trainee_id) WHERE applicant.id = NEW.applicant_id)
BEGIN SELECT RAISE(ABORT, 'trainee_closed'); END;
-- An answer was sent, so it cannot change. The reason is erased when the person is made anonymous.
CREATE TRIGGER hub_notice_answered_once BEFORE UPDATE ON hub_notice
WHEN OLD.answer IS NOT NULL AND NOT (
  NEW.n = OLD.n AND NEW.applicant_id = OLD.applicant_id AND NEW.told_at = OLD.told_at AND NEW.answer IS OLD.answer
  AND NEW.answered_on IS OLD.answered_on AND NEW.answered_at IS OLD.answered_at AND NEW.answered_by IS OLD.answered_by
  AND EXISTS (SELECT 1 FROM applicant JOIN trainee_anonymity USING (trainee_id) WHERE applicant.id = OLD.applicant_id)
)
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
${hubTriggers}
`
