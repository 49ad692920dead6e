import type BetterSqlite from 'better-sqlite3'
import { tradeCodes } from '../../shared/features/program/trades.ts'
import { foldName } from '../../shared/features/trainee/name/name.ts'
import { addDays, type PlainDate, plainDate } from '../../shared/kernel/plain-date.ts'
import { seededDraw } from './measure.ts'

export type SeededPerson = { id: number; name: string; nik: string; phone: string }

const common =
  `siti muhammad nur sri ahmad dewi abdul ani rina dwi eka tri agus budi endang yuni rahayu lestari wati hidayat saputra
  ningsih kurniawan setiawan handayani susanti wulandari pratama maulana ramadhan fitriani anggraini puspita permata suryani`
    .trim()
    .split(/\s+/)
const beginnings =
  'a ba bu da de di e fa fi ga ha he i in ja jo ka ko la li ma mu na ni nu pu ra ri ro sa su ta ti u wa we ya yu za'.split(
    ' ',
  )
const middles = 'di fi ha hma ja ku lia lma mi na ni pri ra ri rma sa si sti ti tri wa wi ya yu za'.split(' ')
const ends =
  'ah an ana ani ati di din i ia iah in ina it ita man na ni no nto ra ri sari ti to wan wati yah yana'.split(' ')

/** Fictional people over ten years, every third one in a class, written directly into the database. The same in every run. */
export function seedPeople(raw: BetterSqlite.Database, count: number, villages: readonly string[]): SeededPerson[] {
  const draw = seededDraw(count)
  return raw.transaction(() => {
    const people = insertPeople(raw, { count, villages, draw })
    seedCohorts(raw, count, draw)
    mergeIndexes(raw)
    return people
  })()
}

/** Merges the search indexes as after long use; how far they merge by themselves differs from run to run. */
export function mergeIndexes(raw: BetterSqlite.Database): void {
  for (const index of ['trainee_search', 'certificate_search'])
    raw.exec(`INSERT INTO ${index} (${index}) VALUES ('optimize')`)
}

type NewPeople = {
  count: number
  villages: readonly string[]
  draw: (limit: number) => number
  /** Overrides for some people whether they are poor; undefined leaves the random choice. */
  poor?: (id: number) => boolean | undefined
}

/** Inserts people only, as one batch. Call it inside a transaction. */
export function insertPeople(
  raw: BetterSqlite.Database,
  { count, villages, draw, poor = () => undefined }: NewPeople,
): SeededPerson[] {
  const of = (list: readonly string[]) => list[draw(list.length)] ?? ''
  // The first names of the list are common, the last ones rare.
  const vocabulary = Array.from(
    { length: 30_000 },
    () => `${of(beginnings)}${of(middles)}${draw(2) ? of(middles) : ''}${of(ends)}`,
  )
  const word = () => {
    if (draw(100) < 45) return of(common)
    return vocabulary[Math.floor(vocabulary.length * (draw(1_000_000) / 1_000_000) ** 3)] ?? 'x'
  }
  const add = raw.prepare(
    `INSERT INTO trainee (id, nik, name, folded_name, birth_place, birth_date, sex, family_card, address, neighbourhood, hamlet, village_code, phone)
     VALUES (@id, @nik, @name, @folded, 'Tangerang', @born, @sex, '', 'Kp. Contoh', '001', '002', @village, @phone)`,
  )
  const prove = raw.prepare(
    `INSERT INTO target_evidence (trainee_id, source, poor, extreme_poor, data_date, recorded_at, recorded_by)
     VALUES (?, 'DTSEN', 1, ?, '2024-01-01', '2024-01-01T08:00:00', 'Contoh')`,
  )
  const people: SeededPerson[] = []
  const serials = new Map<string, number>()
  raw.exec('INSERT INTO trainee_batch (first_id) VALUES (1)')
  for (let id = 1; id <= count; id += 1) {
    const folded = Array.from({ length: 2 + draw(2) }, word).join(' ')
    const name = folded.replace(/\b[a-z]/g, letter => letter.toUpperCase())
    const born = plainDate(1970 + draw(36), 1 + draw(12), 1 + draw(28))
    const sex = draw(2) === 0 ? 'L' : 'P'
    const day = Number(born.slice(8)) + (sex === 'P' ? 40 : 0)
    const place = `3671${String(1 + draw(13)).padStart(2, '0')}`
    // Fictional serial numbers: no office gives out so many for one birth date.
    const front = `${place}${String(day).padStart(2, '0')}${born.slice(5, 7)}${born.slice(2, 4)}`
    const serial = (serials.get(front) ?? draw(9000)) + 1
    serials.set(front, serial)
    const nik = `${front}${String(serial).padStart(4, '0')}`
    const phone = draw(10) === 0 ? '' : `628${String(1_000_000_000 + draw(1_000_000_000))}`
    const person = { id, name, nik, phone }
    add.run({ ...person, folded: foldName(name), born, sex, village: draw(20) === 0 ? null : of(villages) })
    const extreme = draw(4) === 0 ? draw(3) === 0 : null
    const override = poor(id)
    if (override ?? extreme !== null) prove.run(id, override === undefined && extreme ? 1 : 0)
    people.push(person)
  }
  raw.exec('DELETE FROM trainee_batch')
  return people
}

const perCohort = 16

function seedCohorts(raw: BetterSqlite.Database, people: number, draw: (limit: number) => number): void {
  raw.exec(
    `INSERT INTO officer (id, prefix, title, name, rank, nip, valid_from) VALUES (1, '', 'Kepala', 'Contoh', '', '', '2000-01-01')`,
  )
  const enrol = raw.prepare('INSERT INTO enrolment (id, cohort_id, trainee_id, position) VALUES (?, ?, ?, ?)')
  const decide = raw.prepare(
    `INSERT INTO panel_decision (enrolment_id, cohort_id, proposal, reasons, decision, override_reason) VALUES (?, ?, @d, '[]', @d, '')`.replaceAll(
      '@d',
      '?',
    ),
  )
  const certify = raw.prepare(
    `INSERT INTO certificate (kind, year, sequence, number, enrolment_id, issued_on, officer_id, facts, palette, paper_size, sha256, size, issued_at, issued_by)
     VALUES ('certificate', @year, @sequence, @number, @enrolment, @on, 1, '{"name":"Contoh","program":"Contoh","qrText":""}', 'berwarna', 'A4', @hash, 1, '', '')`,
  )
  let enrolment = 0
  const sequences = new Map<number, number>()
  for (const [program, trade] of tradeCodes.entries()) {
    raw
      .prepare(`INSERT INTO program (id, trade, title, standard, active) VALUES (?, ?, ?, '', 1)`)
      .run(program + 1, trade, `Program ${trade}`)
    for (let year = 2016; year <= 2025; year += 1) {
      for (let number = 1; number <= 44; number += 1) {
        const code = `${trade}-${year}-${number}`
        const cohort = raw
          .prepare(
            `INSERT INTO cohort (program_id, trade, title, year, number, code, week, joint_leave, hours, start_time, end_time, decree_issuer,
               decree_number, decree_subject, activity, funding_source, minimum_attendance, theory_weight, practice_weight, pass_mark)
             VALUES (?, ?, ?, ?, ?, ?, 5, 'off', 8, '08:00', '15:00', '', '', '', '', '', 80, 30, 70, 7000)`,
          )
          .run(program + 1, trade, `Program ${trade} ${number}`, year, number, code).lastInsertRowid
        // Different dates for each class, because a person cannot be in two classes at once.
        const start: PlainDate = addDays(plainDate(year, 1, 1), (number - 1) * 8 + program)
        raw
          .prepare("INSERT INTO cohort_day (cohort_id, n, date, hours, topic) VALUES (?, 1, ?, 8, '')")
          .run(cohort, start)
        const decided = year < 2025
        if (decided)
          raw
            .prepare("INSERT INTO panel (cohort_id, held_on, place, decided_at, decided_by) VALUES (?, ?, '', '', '')")
            .run(cohort, start)
        const seated = new Set<number>()
        while (seated.size < perCohort) seated.add(1 + draw(people))
        let position = 0
        for (const trainee of seated) {
          enrolment += 1
          position += 1
          enrol.run(enrolment, cohort, trainee, position)
          if (!decided) continue
          const decision = draw(10) === 0 ? 'failed' : 'passed'
          decide.run(enrolment, cohort, decision, decision)
          if (decision === 'failed') continue
          const sequence = (sequences.get(year) ?? 0) + 1
          sequences.set(year, sequence)
          const of = `500.15/${String(sequence).padStart(4, '0')}/BLK/I/${year}`
          certify.run({ year, sequence, number: of, enrolment, on: start, hash: '0'.repeat(64) })
        }
      }
    }
  }
}
