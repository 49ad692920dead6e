import type { WriteDatabase } from '../../../../electron/backend/database/connection.ts'
import { addDays, addMonths, type PlainDate, plainDate } from '../../../../shared/kernel/plain-date.ts'

type Draw = (limit: number) => number

const trades = ['TR', 'TB', 'PR', 'LP', 'HK', 'LS', 'CT', 'SM']
const sources = ['DIF_POVERTY', 'DIF_STUNTING', 'APBD', 'APBN']
const villages = [null, '3671011001', '3671011002', '3671051001', '3671071003', '3173011001']
const educations = [null, 'SD', 'SMA', 'S1']
const statuses = ['EMPLOYED', 'SELF_EMPLOYED', 'STUDYING', 'NOT_WORKING', 'HOMEMAKING', 'UNREACHED']

/**
 * Writes a centre of a few classes around two turns of the year directly into an empty database: some classes are cancelled, some wait for their
 * panel; some people leave, are in two classes, are frozen or anonymous.
 */
export function writeRandomCentre(db: WriteDatabase, draw: Draw): void {
  const one = <Value>(list: readonly Value[]): Value => list[draw(list.length)] as Value
  const maybe = (outOf: number) => draw(outOf) === 0
  const insert = (table: string, row: Record<string, string | number | null>): number => {
    const names = Object.keys(row)
    const values = names.map(name => `@${name}`)
    return db.run(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${values.join(', ')})`, row).id
  }
  const sequences = new Map<string, number>()
  const dayOf = (year: number) => addDays(plainDate(year, 1, 1), draw(365))
  const programs = trades.map(trade => insert('program', { trade, title: `Program ${trade}`, standard: '', active: 1 }))
  const instructors = [1, 2, 3].map(n =>
    insert('instructor', { name: `Instruktur ${n}`, nip: '', institution: '', phone: '', active: 1 }),
  )
  const officer = insert('officer', {
    prefix: '',
    title: 'Kepala',
    name: 'Kepala Balai',
    rank: '',
    nip: '',
    valid_from: '2020-01-01',
    valid_until: null,
  })
  const people = Array.from({ length: 12 + draw(20) }, (_, n) =>
    insert('trainee', {
      nik: `3671${String(n).padStart(10, '0')}${String(n % 97).padStart(2, '0')}`,
      name: `Orang ${n}`,
      folded_name: `orang ${n}`,
      birth_place: '',
      birth_date: `${1965 + draw(45)}-${String(1 + draw(12)).padStart(2, '0')}-${String(1 + draw(28)).padStart(2, '0')}`,
      sex: one(['L', 'P']),
      family_card: '',
      address: '',
      neighbourhood: '',
      hamlet: '',
      village_code: one(villages),
      phone: '',
      education: one(educations),
    }),
  )
  const activities = [2025, 2026].flatMap(year =>
    [1, 2, 3].map(number => ({
      year,
      id: insert('activity', {
        budget_year: year,
        number,
        funding_source: one(sources),
        title: `Kegiatan ${number}`,
        trade: one([null, ...trades]),
        budget_activity: '',
        budget_sub_activity: '',
        account_code: one(['', '5.1.02.02.01.0029', '5.1.02.01.01.0070']),
        budget: draw(5) * 1_000_000,
        planned_classes: draw(4),
        planned_people: draw(60),
      }),
    })),
  )
  for (const { id, year } of activities) {
    for (let entry = draw(4); entry > 0; entry -= 1) {
      const spent = { activity_id: id, description: 'Bahan', evidence: 'SP2D', recorded_at: 'x', recorded_by: 'y' }
      const [date, amount] = [dayOf(year), 1 + draw(900_000)]
      const account_code = one(['', '5.1.02.01.01.0024'])
      const first = insert('spending', { ...spent, date, amount, account_code })
      // Sometimes reversed in the next year.
      if (maybe(4))
        insert('spending', {
          ...spent,
          date: addDays(date, draw(60)),
          amount: -amount,
          account_code,
          reverses: first,
        })
    }
  }
  for (let n = 1 + draw(8); n > 0; n -= 1) addClass(n)
  for (let n = draw(3); n > 0; n -= 1) {
    const trade = draw(trades.length)
    const closes = dayOf(one([2025, 2026]))
    const cohort = one(db.values<number>('SELECT id FROM cohort'))
    const registration = insert('registration', {
      title: `Pendaftaran ${n}`,
      program_id: programs[trade] ?? null,
      cohort_id: maybe(2) ? cohort : null,
      year: 2025,
      opens: addDays(closes, -5),
      closes,
      quota: 16,
      reserves: 2,
      kept_places: 0,
    })
    people
      .filter(() => maybe(2))
      .forEach((trainee_id, index) => {
        insert('applicant', {
          registration_id: registration,
          trainee_id,
          number: index + 1,
          registered_on: closes,
          priority: one(['EXTREME_POOR', 'POOR', 'GENERAL']),
        })
      })
  }

  function addClass(n: number): void {
    const trade = draw(trades.length)
    const start = one([dayOf(2025), dayOf(2026), plainDate(2025, 12, 29), plainDate(2024, 12, 30)])
    const year = Number(start.slice(0, 4))
    const activity = activities.filter(one => one.year === year).at(draw(3))
    const cohort_id = insert('cohort', {
      program_id: programs[trade] ?? null,
      trade: trades[trade] ?? null,
      title: `Kelas ${n}`,
      year,
      number: n,
      code: `${trades[trade]}-${year}-${n}`,
      week: 5,
      joint_leave: 'off',
      hours: 8,
      start_time: '08:00',
      end_time: '15:15',
      decree_issuer: '',
      decree_number: '',
      decree_subject: '',
      activity: '',
      funding_source: '',
      minimum_attendance: 80,
      theory_weight: 30,
      practice_weight: 70,
      pass_mark: 7000,
    })
    const days = Array.from({ length: 1 + draw(4) }, (_, index) => ({
      n: index + 1,
      date: addDays(start, 3 * index),
    }))
    const dayIds = days.map(day =>
      insert('cohort_day', { cohort_id, n: day.n, date: day.date, hours: 4 + draw(5), topic: '' }),
    )
    if (activity && !maybe(3)) db.run('UPDATE cohort SET activity_id = ? WHERE id = ?', [activity.id, cohort_id])
    const cancelled = maybe(6)
    const last = days.at(-1)?.date ?? start
    const members = people.filter(() => maybe(3)).slice(0, 40)
    const free = members.filter(
      id =>
        db.value<number>(
          `SELECT count(*) FROM enrolment JOIN cohort_day USING (cohort_id) JOIN cohort ON cohort.id = cohort_id
             WHERE trainee_id = ? AND cancelled_at IS NULL AND date BETWEEN ? AND ?`,
          [id, days[0]?.date ?? start, last],
        ) === 0,
    )
    const enrolled = free.map((trainee_id, index) => {
      const left = maybe(5)
      const id = insert('enrolment', {
        cohort_id,
        trainee_id,
        position: index + 1,
        left_after_day: left ? 1 : null,
        left_kind: left ? one(['withdrawn', 'expelled']) : null,
      })
      if (!maybe(3))
        insert('enrolment_target', {
          enrolment_id: id,
          source: 'DTSEN',
          poor: draw(2),
          extreme_poor: draw(2),
          data_date: '2024-01-01',
          frozen_at: 'x',
        })
      if (maybe(3))
        insert('enrolment_target_restricted', { enrolment_id: id, stunting: draw(2), decile: one([null, 1, 2, 5]) })
      return { id, left }
    })
    dayIds.forEach((day_id, index) => {
      for (const { id, left } of enrolled)
        if (!(left && index > 0) && !maybe(5))
          insert('attendance', { enrolment_id: id, day_id, mark: one(['H', 'H', 'S', 'I', 'A', 'T']) })
      if (maybe(2)) {
        const closed = maybe(3) ? null : 'x'
        insert('taught_day', { day_id, recorded_at: 'x', recorded_by: 'y', closed_at: closed, closed_by: closed })
        insert('taught_lesson', {
          day_id,
          position: 1,
          instructor_id: one(instructors),
          kind: one(['theory', 'practice']),
          first_hour: 1,
          hours: 1 + draw(4),
          note: 'x',
        })
      }
    })
    if (cancelled) {
      db.run("UPDATE cohort SET cancelled_at = 'x', cancel_reason = 'y' WHERE id = ?", [cohort_id])
      return
    }
    if (maybe(4)) return
    const held_on = addDays(last, draw(20))
    insert('panel', { cohort_id, held_on, place: '', decided_at: 'x', decided_by: 'y' })
    for (const { id, left } of enrolled) {
      const kind = left
        ? db.value<string>('SELECT left_kind FROM enrolment WHERE id = ?', [id])
        : one(['passed', 'passed', 'failed'])
      insert('panel_decision', {
        enrolment_id: id,
        cohort_id,
        proposal: kind,
        reasons: '[]',
        decision: kind,
        override_reason: '',
      })
      if (maybe(3))
        insert('competence_test', {
          enrolment_id: id,
          tested_on: held_on,
          lsp: '',
          scheme: '',
          result: one(['K', 'BK']),
          number: '',
          registration: '',
          recorded_at: 'x',
          recorded_by: 'y',
        })
      if ((kind === 'passed' || kind === 'failed') && !maybe(4))
        issue(id, kind === 'passed' ? 'certificate' : 'statement', addDays(held_on, draw(30)))
      if (kind !== 'passed') continue
      for (const month of [3, 6, 12]) {
        if (maybe(2)) continue
        const status = one(statuses)
        const works = status === 'EMPLOYED' || status === 'SELF_EMPLOYED'
        insert('follow_up', {
          enrolment_id: id,
          month,
          status,
          place: '',
          work: '',
          relevant: works ? one([0, 1, null]) : null,
          note: '',
          asked_on: addMonths(held_on, month),
          recorded_at: 'x',
          recorded_by: 'y',
        })
      }
      const village = db.value<string | null>(
        'SELECT village_code FROM trainee JOIN enrolment ON trainee_id = trainee.id WHERE enrolment.id = ?',
        [id],
      )
      if (maybe(4) && village !== null) addAid(id, village, held_on)
    }
  }

  /** Issues one paper; some are replaced, revoked, collected, or collected by mistake. */
  function issue(enrolment_id: number, kind: string, issued_on: PlainDate): void {
    const paper = (replaces_id: number | null) => {
      const year = Number(issued_on.slice(0, 4))
      const key = `${kind} ${year}`
      const sequence = (sequences.get(key) ?? 0) + 1
      sequences.set(key, sequence)
      return insert('certificate', {
        kind,
        year,
        sequence,
        number: `${kind}/${sequence}/${year}`,
        enrolment_id,
        issued_on,
        officer_id: officer,
        facts: JSON.stringify({ name: 'x', program: 'y', qrText: `${key} ${sequence}` }),
        palette: 'berwarna',
        paper_size: 'A4',
        sha256: '0'.repeat(64),
        size: 1,
        issued_at: `${issued_on}T08:00:00`,
        issued_by: 'x',
        replaces_id,
        replacement_reason: replaces_id === null ? '' : 'salah nama',
      })
    }
    const first = paper(null)
    const last = maybe(4) ? paper(first) : first
    if (maybe(2)) {
      const mistaken = maybe(4)
      insert('certificate_collection', {
        certificate_id: last,
        collected_on: issued_on,
        collector: 'SELF',
        deputy_name: '',
        deputy_relation: '',
        recorded_at: 'x',
        recorded_by: 'y',
        taken_back_at: mistaken ? 'x' : null,
        taken_back_by: mistaken ? 'y' : null,
        take_back_reason: mistaken ? 'keliru' : '',
      })
    }
    if (maybe(5))
      insert('certificate_revocation', {
        certificate_id: last,
        revoked_on: issued_on,
        reason: 'x',
        recorded_at: 'x',
        recorded_by: 'y',
      })
  }

  function addAid(enrolment_id: number, village_code: string, from: PlainDate): void {
    const state = one(['PROPOSED', 'APPROVED', 'PAID', 'REJECTED'])
    const approved = state === 'APPROVED' || state === 'PAID'
    try {
      insert('business_aid', {
        budget_year: Number(from.slice(0, 4)),
        enrolment_id,
        village_code,
        amount: 20_000_000,
        state,
        proposed_on: from,
        approved_on: approved ? addDays(from, 2) : null,
        decree_number: approved ? 'SK' : '',
        paid_on: state === 'PAID' ? addDays(from, 9) : null,
        handover_number: state === 'PAID' ? 'BAST' : '',
        ended_on: state === 'REJECTED' ? addDays(from, 1) : null,
        end_reason: state === 'REJECTED' ? 'tidak memenuhi' : '',
        recorded_at: 'x',
        recorded_by: 'y',
      })
    } catch {
      // The schema refuses a second one per kelurahan and year or per person; ignore that.
    }
  }
}
