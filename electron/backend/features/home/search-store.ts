import { certificatePath } from '../../../../shared/features/certificate/certificate-path.ts'
import { mostCounted, type SearchHit, type SearchResult } from '../../../../shared/features/home/contract.ts'
import { foldName } from '../../../../shared/features/trainee/name/name.ts'
import { maskNik } from '../../../../shared/features/trainee/nik/nik.ts'
import type { TraineeState } from '../../../../shared/features/trainee/trainee-filter.ts'
import { formatTraineeState } from '../../../../shared/features/trainee/trainee-state-format.ts'
import { dateRange, type PlainDate, shortDate, yearOf } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { Remembered } from '../../database/remembered.ts'
import { findVillage } from '../../region/villages.ts'
import { findPeople } from '../trainee/people-search-store.ts'

const hitsPerKind = 6
// With more people there would be too many certificates.
const mostHolders = 20

type Found = { hits: SearchHit[]; count: number }

/** People, classes, instructors and certificates for Ctrl K, while typing. */
export function search(db: ReadDatabase, text: string): SearchResult {
  const words = foldName(text).split(' ').filter(Boolean)
  if (words.length === 0)
    return { hits: [], counts: { trainee: 0, cohort: 0, instructor: 0, certificate: 0, room: 0 }, suggestion: null }
  const people = findPeople(db, text, mostCounted)
  const trainee = { hits: personHits(db, people.ids.slice(0, hitsPerKind)), count: people.ids.length }
  const cohort = cohorts(db, words)
  const instructor = instructors(db, words)
  const certificate = certificates(db, text, people.ids.slice(0, mostHolders))
  const room = rooms(db, words)
  return {
    hits: [...trainee.hits, ...cohort.hits, ...instructor.hits, ...certificate.hits, ...room.hits],
    counts: {
      trainee: trainee.count,
      cohort: cohort.count,
      instructor: instructor.count,
      certificate: certificate.count,
      room: room.count,
    },
    suggestion: people.suggestion,
  }
}

type Person = {
  id: number
  name: string
  nik: string
  sex: 'L' | 'P'
  birthDate: PlainDate
  villageCode: string | null
  phone: string
  code: string | null
  title: string | null
  state: TraineeState
}

function personHits(db: ReadDatabase, ids: readonly number[]): SearchHit[] {
  const people = db.all<Person>(
    `SELECT trainee.id, trainee.name, nik, trainee.sex, trainee.birth_date AS birthDate, trainee.village_code AS villageCode, phone, code, title, state
     FROM json_each(?) AS found JOIN trainee ON trainee.id = found.value
     JOIN trainee_listing ON trainee_id = trainee.id AND newest = 1 LEFT JOIN cohort ON cohort.id = cohort_id ORDER BY found.key`,
    [JSON.stringify(ids)],
  )
  return people.map(personHit)
}

function personHit({ id, name, nik, sex, birthDate, villageCode, phone, code, title, state }: Person): SearchHit {
  const village = findVillage(villageCode)?.village ?? null
  const detail = [
    maskNik(nik),
    village === null ? '' : `Kel. ${village}`,
    title === null ? 'belum ikut pelatihan' : state === 'enrolled' ? title : `${formatTraineeState(state)} ${title}`,
  ]
  return {
    kind: 'trainee',
    title: name,
    detail: detail.filter(Boolean).join(' · '),
    path: `/peserta/${id}`,
    person: {
      sex,
      birthDate,
      village,
      phone,
      cohort: code === null || title === null ? null : { code, title, state },
    },
  }
}

type Named = { id: number; folded: string }
const classNames = new Remembered<Named[]>(1, { byTables: true })
const instructorNames = new Remembered<Named[]>(1, { byTables: true })

function cohorts(db: ReadDatabase, words: readonly string[]): Found {
  const named = classNames.get(db, '', () =>
    db
      .all<{ id: number; text: string }>(
        `SELECT cohort.id, cohort.title || ' ' || code || ' ' || program.title || ' ' || year AS text
         FROM cohort JOIN program ON program.id = program_id ORDER BY year DESC, code`,
      )
      .map(({ id, text }) => ({ id, folded: foldName(text) })),
  )
  return found(named, words, id => {
    const row = db.get<{ title: string; code: string; start: PlainDate; end: PlainDate }>(
      `SELECT title, code, min(date) AS start, max(date) AS end FROM cohort JOIN cohort_day ON cohort_id = cohort.id WHERE cohort.id = ?`,
      [id],
    )
    if (!row) return []
    const detail = `${row.code} · ${dateRange(row.start, row.end)}`
    return [{ kind: 'cohort', title: row.title, detail, path: `/angkatan/${row.code}` }]
  })
}

function instructors(db: ReadDatabase, words: readonly string[]): Found {
  const named = instructorNames.get(db, '', () =>
    db
      .all<{ id: number; name: string }>('SELECT id, name FROM instructor ORDER BY name')
      .map(({ id, name }) => ({ id, folded: foldName(name) })),
  )
  return found(named, words, id => {
    const row = db.get<{ name: string; institution: string }>('SELECT name, institution FROM instructor WHERE id = ?', [
      id,
    ])
    return row ? [{ kind: 'instructor', title: row.name, detail: row.institution, path: `/instruktur/${id}` }] : []
  })
}

/** By name; all of them by the word 'ruang' itself. */
function rooms(db: ReadDatabase, words: readonly string[]): Found {
  const all = db.all<{ id: number; name: string; capacity: number }>(
    'SELECT id, name, capacity FROM room WHERE active = 1 ORDER BY name',
  )
  const named = all.map(({ id, name }) => ({ id, folded: `${foldName(name)} ruang ruangan` }))
  return found(named, words, id => {
    const room = all.find(one => one.id === id)
    if (!room) return []
    return [
      { kind: 'room', title: room.name, detail: `Daya tampung ${room.capacity}`, path: `/pengaturan/ruang?buka=${id}` },
    ]
  })
}

function found(named: readonly Named[], words: readonly string[], hit: (id: number) => SearchHit[]): Found {
  const fits = named.filter(({ folded }) => words.every(word => folded.includes(word)))
  return { hits: fits.slice(0, hitsPerKind).flatMap(({ id }) => hit(id)), count: Math.min(fits.length, mostCounted) }
}

/** By parts of the number, and those of the people found; newest first, but an exact number before all others. */
function certificates(db: ReadDatabase, text: string, people: readonly number[]): Found {
  // Every number has digits; without one, only a name can be meant.
  const parts = /\d/.test(text)
    ? text
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean)
    : []
  const whole = db.all<{ id: number }>('SELECT id FROM certificate WHERE number IN (@text, upper(@text))', {
    text: text.trim(),
  })
  const byNumber = numbered(db, parts)
  const byHolder = db.all<{ id: number }>(
    `SELECT certificate.id FROM json_each(?) AS person JOIN enrolment ON trainee_id = person.value
     JOIN certificate ON enrolment_id = enrolment.id ORDER BY certificate.id DESC`,
    [JSON.stringify(people)],
  )
  const all = [...new Set([...whole, ...byNumber, ...byHolder].map(({ id }) => id))]
  return { hits: all.slice(0, hitsPerKind).map(id => certificateHit(db, id)), count: Math.min(all.length, mostCounted) }
}

/** Parts with digits use the index; others, such as 'blk', are in nearly every number and only filter the result. */
function numbered(db: ReadDatabase, parts: readonly string[]): { id: number }[] {
  // Only the last part may be incomplete.
  const terms = parts.map((part, place) => ({ part, sign: place === parts.length - 1 ? '*' : '' }))
  const rare = terms.filter(({ part }) => /\d/.test(part))
  if (rare.length === 0) return []
  return db.all<{ id: number }>(
    `SELECT certificate.id FROM certificate_search JOIN certificate ON certificate.id = certificate_search.rowid
     WHERE certificate_search MATCH @terms AND NOT EXISTS (
       SELECT 1 FROM json_each(@common) AS part WHERE instr(lower(certificate.number), part.value) = 0)
     ORDER BY certificate_search.rowid DESC LIMIT @most`,
    {
      terms: rare.map(({ part, sign }) => `"${part}"${sign}`).join(' AND '),
      common: JSON.stringify(parts.filter(part => !/\d/.test(part))),
      most: mostCounted,
    },
  )
}

function certificateHit(db: ReadDatabase, id: number): SearchHit {
  const row = db.get<{ number: string; name: string; issuedOn: PlainDate }>(
    `SELECT number, json_extract(facts, '$.name') AS name, issued_on AS issuedOn FROM certificate WHERE id = ?`,
    [id],
  )
  if (!row) throw new Error('the index knows a certificate that is not there')
  return {
    kind: 'certificate',
    title: row.number,
    detail: `${row.name} · terbit ${shortDate(row.issuedOn)} ${yearOf(row.issuedOn)}`,
    path: certificatePath(row.number),
  }
}
