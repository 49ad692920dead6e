import { firstRelease } from './0001-first-release.ts'
import { calendarChanges } from './0002-calendar.ts'
import { timetable } from './0003-timetable.ts'
import { activities } from './0004-activities.ts'
import { roomTrades } from './0005-room-trades.ts'
import { intake } from './0006-intake.ts'
import { imports } from './0007-imports.ts'
import { registration } from './0008-registration.ts'
import { peopleSearch } from './0009-people-search.ts'
import { doubles } from './0010-doubles.ts'
import { personalRights } from './0011-personal-rights.ts'
import { attendanceDesk } from './0012-attendance-desk.ts'
import { sheetScans } from './0013-sheet-scans.ts'
import { provisions } from './0014-provisions.ts'
import { letters } from './0015-letters.ts'
import { cohortFolder } from './0016-class-folder.ts'
import { scoresAndChecks } from './0017-scores-and-checks.ts'
import { certificateBook } from './0018-certificate-book.ts'
import { certificateDesigns } from './0019-certificate-designs.ts'
import { alumni } from './0020-alumni.ts'
import { peopleTogether } from './0021-people-together.ts'
import { searchPages } from './0022-search-pages.ts'
import { listingByTarget } from './0023-listing-by-target.ts'

/** In order; the position is the version. A released entry is never edited. */
export const migrations: readonly string[] = [
  firstRelease,
  calendarChanges,
  timetable,
  activities,
  roomTrades,
  intake,
  imports,
  registration,
  peopleSearch,
  doubles,
  personalRights,
  attendanceDesk,
  sheetScans,
  provisions,
  letters,
  cohortFolder,
  scoresAndChecks,
  certificateBook,
  certificateDesigns,
  alumni,
  peopleTogether,
  searchPages,
  listingByTarget,
]

export const schemaVersion = migrations.length
