// The thread that reads what is held about a person: the whole history is searched for it.
import type { PersonSection } from '../../../../shared/features/rights/person-section.ts'
import { serveReading } from '../../database/serve-reading.ts'
import { personSections } from './read-person-sections.ts'

void serveReading<number, PersonSection[], never>(async (db, id) => ({ answer: personSections(db, id) }))
