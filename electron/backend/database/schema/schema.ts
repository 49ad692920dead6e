import { createHash } from 'node:crypto'
import { alumni } from './alumni.ts'
import { attendance } from './attendance.ts'
import { audit } from './audit.ts'
import { calendar } from './calendar.ts'
import { access, centre, desks } from './centre.ts'
import { certificateDesigns } from './certificate/certificate-designs.ts'
import { certificateVerifications } from './certificate/certificate-verifications.ts'
import { certificates } from './certificate/certificates.ts'
import { cohort } from './cohort.ts'
import { duplicates } from './duplicates.ts'
import { files } from './files.ts'
import { gate } from './gate.ts'
import { hub } from './hub/hub-tables.ts'
import { instructors } from './instructors.ts'
import { money } from './money.ts'
import { notes } from './notes.ts'
import { papers, reports } from './papers.ts'
import { people } from './people.ts'
import { programs } from './programs.ts'
import { provisions } from './provisions.ts'
import { registration } from './registration.ts'
import { rights } from './rights.ts'
import { scans } from './scans.ts'
import { scores } from './scores.ts'
import { search } from './search.ts'
import { timetable } from './timetable.ts'

/**
 * The schema of a new database, by area. What must never be false is enforced here and not only in code: STRICT tables, CHECK, UNIQUE, foreign keys,
 * and triggers for rules across rows. The message of a trigger is a key for the log; the rules before it give the text. Dates are 'YYYY-MM-DD' text,
 * times 'HH:MM', moments 'YYYY-MM-DDTHH:MM:SS' in the centre's zone, marks and scores whole hundredths.
 */
export const schemaAreas: Readonly<Record<string, string>> = {
  centre,
  access,
  desks,
  calendar,
  programs,
  files,
  people,
  instructors,
  money,
  cohort,
  notes,
  registration,
  timetable,
  attendance,
  gate,
  scans,
  scores,
  certificateDesigns,
  certificates,
  certificateVerifications,
  alumni,
  reports,
  provisions,
  papers,
  duplicates,
  search,
  rights,
  audit,
  hub,
}

export const schema = Object.values(schemaAreas).join('')

/** Digest of the schema without comments and line breaks. A database stores the one it was made with. */
export const schemaFingerprint = createHash('sha256')
  .update(schema.replace(/--.*$/gm, '').replace(/\s+/g, ' '))
  .digest('hex')
