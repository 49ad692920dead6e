import { type EntityKind, entityLabels } from '../../../../shared/domain-error.ts'
import { type PaperKey, paperKeys, paperTitle } from '../../../../shared/facts/paper-key.ts'
import { isMeasure, measures } from '../../../../shared/features/report/measure.ts'
import { isReportKey, officialReports } from '../../../../shared/features/report/official.ts'
import { periodName } from '../../../../shared/features/report/period.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'

type NamedObject = { words: string; path: string | null }

const nothing: NamedObject = { words: '', path: null }

/** Entities that exist once, so their id is not shown. */
const single = new Set(['centre', 'rules', 'paper_rules', 'number_setting', 'desk'])
const code = /^[A-Z]{2}-\d{4}-\d{2,}/

/** Entities whose second number is a list number, not a day. */
const ofPlace = new Set(['score', 'competence_test', 'attendance_letter'])

/** About people, whose names are not for every role. */
export function isAboutPerson(entity: string | null): boolean {
  return (
    entity !== null &&
    (entity.startsWith('trainee') || ['target_evidence', 'enrolment', 'applicant', 'different_people'].includes(entity))
  )
}

/** Name of an entity for people. Without `names`, people are not named. */
export function nameObject(
  db: ReadDatabase,
  { entity, entityId }: { entity: string | null; entityId: string | null },
  names: boolean,
): NamedObject {
  if (entity === null || entityId === null) return nothing
  const kind = entity in entityLabels ? entityLabels[entity as EntityKind] : entity
  if (single.has(entity)) return nothing
  if (isAboutPerson(entity)) return names ? nameOfPerson(db, entity, entityId) : { words: kind, path: null }
  if (code.test(entityId)) return nameOfClass(db, entity, entityId, names)
  if (entity === 'report') return { words: nameOfReport(db, entityId), path: null }
  const words = nameByNumber(db, entity, Number(entityId)) ?? entityId
  if (entity === 'certificate' || entity === 'certificate_number') return { words, path: '/sertifikat' }
  return { words, path: null }
}

function nameOfPerson(db: ReadDatabase, entity: string, entityId: string): NamedObject {
  const ids = entityId.split(' ').map(Number)
  const found = ids.map(id =>
    entity === 'enrolment'
      ? db.get<Person>(
          'SELECT trainee.id, name FROM enrolment JOIN trainee ON trainee.id = trainee_id WHERE enrolment.id = ?',
          [id],
        )
      : entity === 'applicant'
        ? db.get<Person>(
            'SELECT trainee.id, name FROM applicant JOIN trainee ON trainee.id = trainee_id WHERE applicant.id = ?',
            [id],
          )
        : db.get<Person>('SELECT id, name FROM trainee WHERE id = ?', [id]),
  )
  const words = found.map((person, index) => person?.name ?? `peserta ${ids[index]}, tidak ada lagi`).join(' dan ')
  const [only] = found
  return { words, path: only && found.length === 1 ? `/peserta/${only.id}` : null }
}

type Person = { id: number; name: string }

/** '12' is a settled report, 'data-peserta 2025-01-01 2025-12-31' a file, 'graduates 2025-01-01 2025-12-31 …' a list behind a figure. */
function nameOfReport(db: ReadDatabase, entityId: string): string {
  const [key = '', from, to] = entityId.split(' ')
  const settled = db.get<{ title: string; number: string }>(
    `SELECT json_extract(content, '$.title') AS title, number FROM settled_report WHERE id = ?`,
    [Number(key)],
  )
  if (settled) return `${settled.title}, nomor ${settled.number}`
  const title = isReportKey(key) ? officialReports[key].title : isMeasure(key) ? measures[key].label : key
  return from && to ? `${title}, ${periodName({ from: from as PlainDate, to: to as PlainDate })}` : title
}

/** 'TR-2024-03 9' is a day, 'TR-2024-03 17 9' a person on it, 'TR-2024-03 schedule' a paper. */
function nameOfClass(db: ReadDatabase, entity: string, entityId: string, names: boolean): NamedObject {
  const [cohort = '', ...rest] = entityId.split(' ')
  const title = db.get<{ title: string }>('SELECT title FROM cohort WHERE code = ?', [cohort])?.title ?? cohort
  const numbers = rest.map(Number)
  const [one, two] = numbers
  const path = `/angkatan/${cohort}`
  if (rest.length === 0) return { words: title, path }
  if (numbers.some(Number.isNaN)) {
    const key = rest.join(' ')
    const known = paperKeys.find((paper: PaperKey) => paper === key)
    return { words: `${known ? paperTitle(known) : key}, ${title}`, path }
  }
  if (two === undefined) {
    if (!ofPlace.has(entity)) return { words: `${title} hari ke-${one}`, path }
    const person = one === undefined ? undefined : personAt(db, cohort, one)
    return { words: person && names ? `${person.name}, ${title}` : title, path }
  }
  const person = one === undefined ? undefined : personAt(db, cohort, one)
  return { words: `${person && names ? `${person.name}, ` : ''}${title} hari ke-${two}`, path }
}

function personAt(db: ReadDatabase, cohort: string, enrolment: number): Person | undefined {
  return db.get<Person>(
    `SELECT trainee.id, trainee.name FROM enrolment JOIN trainee ON trainee.id = trainee_id JOIN cohort ON cohort.id = cohort_id
     WHERE enrolment.id = ? AND code = ?`,
    [enrolment, cohort],
  )
}

function nameByNumber(db: ReadDatabase, entity: string, id: number): string | undefined {
  switch (entity) {
    case 'operator':
      return db.get<{ name: string }>('SELECT name FROM operator WHERE id = ?', [id])?.name
    case 'instructor':
    case 'instructor_payment':
      return db.get<{ name: string }>('SELECT name FROM instructor WHERE id = ?', [id])?.name
    case 'credential':
      return db.get<{ name: string }>(
        'SELECT name FROM credential JOIN instructor ON instructor.id = instructor_id WHERE credential.id = ?',
        [id],
      )?.name
    case 'room':
      return db.get<{ name: string }>('SELECT name FROM room WHERE id = ?', [id])?.name
    case 'program':
      return db.get<{ title: string }>('SELECT title FROM program WHERE id = ?', [id])?.title
    case 'activity':
      return db.get<{ title: string }>('SELECT title FROM activity WHERE id = ?', [id])?.title
    case 'registration':
      return db.get<{ title: string }>('SELECT title FROM registration WHERE id = ?', [id])?.title
    case 'saved_report':
      return db.get<{ name: string }>('SELECT name FROM saved_report WHERE id = ?', [id])?.name
    case 'officer':
      return db.get<{ name: string }>('SELECT name FROM officer WHERE id = ?', [id])?.name
    default:
      return undefined
  }
}
