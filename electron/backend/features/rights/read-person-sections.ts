import type { PersonSection } from '../../../../shared/features/rights/person-section.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { alumniSections } from './sections/alumni-sections-store.ts'
import { auditSection } from './sections/audit-section-store.ts'
import { certificateSections } from './sections/certificate-sections-store.ts'
import { cohortSections } from './sections/cohort-sections-store.ts'
import { identitySections } from './sections/identity-sections-store.ts'
import { intakeSections } from './sections/intake-sections-store.ts'
import { otherRecords } from './sections/other-records-store.ts'
import { scoreSections } from './sections/score-sections-store.ts'

/** All data about a person including restricted data: only for a copy that this person requested. */
export function personSections(db: ReadDatabase, id: number): PersonSection[] {
  return [
    ...identitySections(db, id),
    ...intakeSections(db, id),
    ...cohortSections(db, id),
    ...certificateSections(db, id),
    ...scoreSections(db, id),
    ...alumniSections(db, id),
    ...otherRecords(db, id),
    auditSection(db, id),
  ]
}
