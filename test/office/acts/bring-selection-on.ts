import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import type { Choose } from '../act.ts'
import { Offence, type Office } from '../office.ts'
import { people, reason } from './people.ts'

/** What the page of a registration shows about the next possible steps. */
type Selection = {
  status: 'coming' | 'open' | 'closed' | 'decided' | 'placed'
  opens: PlainDate
  closes: PlainDate
  programId: number
  cohort: { code: string } | null
  applicants: { id: number; traineeId: number; state: string; holdsPlace: boolean; standing: string }[]
  ties: { ids: number[]; decided: boolean }[]
  missing: string[]
  stipulation: unknown
  vacancies: { given: unknown[]; next: number | null; tooLate: boolean }
}

export const selection = (office: Office, id: number) => office.must<Selection>('registration.get', { id })

const results = { ADMINISTRATION: 'administration', TEST: 'test', INTERVIEW: 'interview' } as const

/** Random results for the stages that are held. */
export function assessed(office: Office, choose: Choose, registrationId: number, applicantId: number) {
  const stages = office.rows<{ kind: keyof typeof results }>(
    'SELECT kind FROM registration_stage WHERE registration_id = @registrationId ORDER BY kind',
    { registrationId },
  )
  const given = stages.map(({ kind }) => [
    results[kind],
    kind === 'ADMINISTRATION' ? !choose.chance(5) : choose.of(8000, 7500, 9000, 5000),
  ])
  return { applicantId, priority: choose.of('POOR', 'GENERAL'), ...Object.fromEntries(given) }
}

export function stipulationToday(office: Office) {
  const [officer] = office.rows<{ id: number }>(
    `SELECT id FROM officer WHERE role = 'HEAD' AND valid_from <= @today AND ifnull(valid_until, @today) >= @today ORDER BY id`,
    { today: office.today },
  )
  return officer ? { decreeNumber: '800/1', decreeDate: office.today, officerId: officer.id } : null
}

/** Does one step that the page would offer; such a step must not be refused. */
export async function bringOn(office: Office, choose: Choose, id: number): Promise<void> {
  const before = await selection(office, id)
  if (before.stipulation !== null) return place(office, choose, id, before)
  if (before.applicants.length < 3) return takeIn(office, choose, id, before)
  const wanting = before.applicants.filter(row => row.state !== 'withdrawn' && row.standing === 'incomplete')
  if (wanting.length > 0) {
    const entries = wanting.map(row => assessed(office, choose, id, row.id))
    await office.must('registration.saveResults', { id, entries })
  }
  const { ties } = await selection(office, id)
  for (const { ids } of ties.filter(tie => !tie.decided))
    await office.must('registration.decideTie', { id, applicantIds: ids, reason })
  const { missing } = await selection(office, id)
  const stipulation = stipulationToday(office)
  if (missing.length > 0 || stipulation === null) return
  await office.must('registration.stipulate', { id, stipulation })
}

/** Does all remaining steps up to a new class for the selected people. */
export async function bringToClass(office: Office, choose: Choose, id: number): Promise<void> {
  for (let step = 0; step < 12; step += 1) await bringOn(office, choose, id)
}

async function takeIn(office: Office, choose: Choose, id: number, { opens, closes, applicants }: Selection) {
  if (office.today < opens) office.today = opens
  const known = new Set(applicants.map(row => row.traineeId))
  const closed = new Set(
    office.rows<{ id: number }>('SELECT DISTINCT trainee_id AS id FROM closed_trainee').map(row => row.id),
  )
  const free = people(office).filter(row => !known.has(row.id) && !closed.has(row.id))
  if (free.length === 0) return
  const traineeIds = choose.some(free, 6).map(row => row.id)
  await office.must('registration.apply', { id, on: office.today < closes ? office.today : closes, traineeIds })
}

/** After the decree: people register again or withdraw, reserves move up, and the class enrols them. */
async function place(
  office: Office,
  choose: Choose,
  id: number,
  { applicants, vacancies, cohort, programId }: Selection,
) {
  if (vacancies.next !== null && vacancies.given.length > 0) {
    if (vacancies.tooLate) throw new Offence(`registration ${id} offers a place that it calls too late`)
    await office.call('registration.promote', { applicantId: vacancies.next, repeatReason: reason })
    return
  }
  const waiting = applicants.find(row => row.holdsPlace && (row.state === 'accepted' || row.state === 'promoted'))
  if (waiting) {
    const kind = choose.chance(4) ? 'WITHDRAWN' : 'RE_REGISTERED'
    await office.must('registration.record', { applicantId: waiting.id, kind, reason })
    return
  }
  if (!applicants.some(row => row.state === 're_registered')) return
  const own = office.rows<{ code: string }>(
    `SELECT code FROM cohort WHERE program_id = @programId AND cancelled_at IS NULL AND (@code IS NULL OR code = @code)
       AND id NOT IN (SELECT cohort_id FROM panel) ORDER BY id DESC`,
    { programId, code: cohort?.code ?? null },
  )
  const code = choose.one(own)?.code
  if (code !== undefined) await office.call('registration.enrol', { id, code, repeatReason: reason })
}
