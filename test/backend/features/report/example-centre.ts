import { districtsOfRegency } from '../../../../electron/backend/region/regencies.ts'
import type { FundingSource } from '../../../../shared/features/activity/funding-source.ts'
import type { FollowUpStatus } from '../../../../shared/features/alumni/follow-up.ts'
import type { TradeCode } from '../../../../shared/features/program/trades.ts'
import type { EnrolmentId, TraineeId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import {
  addInstructor,
  createSampleCohort,
  issueAll,
  panel,
  programOf,
  samplePerson,
  setUp,
} from '../../cohort-steps.ts'
import type { Fixture } from '../../fixture.ts'
import { registrationDraft } from '../../registration-steps.ts'

/** One line of the examples A and B in the domain research (11.6): what the centre did in 2025. */
type Line = {
  trade: TradeCode
  title: string
  source: FundingSource
  held: number
  budget: number
  spent: number
  men: number
  women: number
  failed: number
  withdrawn: number
  applicants: number
  tested: number
  competent: number
}

const line = (
  trade: TradeCode,
  title: string,
  source: FundingSource,
  held: number,
  [budget, spent]: [number, number],
  [men, women]: [number, number],
  [failed, withdrawn]: [number, number],
  [applicants, tested, competent]: [number, number, number],
): Line => ({ trade, title, source, held, budget, spent, men, women, failed, withdrawn, applicants, tested, competent })

export const exampleLines: readonly Line[] = [
  line('TR', 'Tata rias (MUA)', 'DIF_POVERTY', 3, [174_000_000, 168_420_000], [0, 48], [5, 2], [96, 36, 33]),
  line('TB', 'Tata boga', 'DIF_POVERTY', 3, [186_000_000, 181_935_000], [6, 42], [3, 2], [121, 40, 37]),
  line('PR', 'Pangkas rambut', 'DIF_POVERTY', 3, [162_000_000, 157_280_000], [45, 3], [4, 2], [83, 38, 34]),
  line('SM', 'Servis motor', 'DIF_POVERTY', 3, [180_000_000, 173_640_000], [47, 1], [6, 2], [104, 35, 30]),
  line('LP', 'Listrik dan pendingin', 'DIF_STUNTING', 3, [198_000_000, 191_565_000], [46, 2], [5, 1], [88, 38, 33]),
  line('HK', 'Housekeeping', 'DIF_STUNTING', 3, [156_000_000, 151_210_000], [20, 28], [3, 1], [79, 41, 38]),
  line('LS', 'Las', 'DIF_STUNTING', 2, [210_000_000, 136_480_000], [32, 0], [4, 2], [57, 22, 18]),
  line('CT', 'Cat', 'DIF_STUNTING', 3, [168_000_000, 163_175_000], [46, 2], [4, 1], [62, 37, 31]),
]

/**
 * Example C: how many graduates gave each answer after 3, 6 and 12 months; the first four lines also say whether the work fits the trade.
 */
const answers: readonly (readonly [FollowUpStatus, boolean | null, three: number, six: number, twelve: number])[] = [
  ['EMPLOYED', true, 58, 74, 83],
  ['EMPLOYED', false, 31, 37, 41],
  ['SELF_EMPLOYED', true, 52, 61, 64],
  ['SELF_EMPLOYED', false, 14, 17, 18],
  ['NOT_WORKING', null, 74, 41, 26],
  ['HOMEMAKING', null, 38, 33, 30],
  ['STUDYING', null, 9, 11, 12],
  ['UNREACHED', null, 45, 47, 47],
]

const starts: readonly PlainDate[] = ['2025-02-03', '2025-05-05', '2025-08-04']

/** Builds the whole year through the contract: 23 classes, 368 people, 690 applicants, 321 certificates, 963 answers. */
export async function buildExampleCentre(fixture: Fixture): Promise<void> {
  const { client } = fixture
  fixture.setToday('2025-01-02')
  await setUp(fixture)
  const graduates: EnrolmentId[] = []
  for (const one of exampleLines) graduates.push(...(await buildLine(fixture, one)))
  fixture.setToday('2026-11-30')
  for (const [index, month] of ([3, 6, 12] as const).entries()) {
    const given = answers.flatMap(([status, relevant, ...people]) =>
      Array.from({ length: people[index] ?? 0 }, () => ({ status, relevant })),
    )
    for (const [position, answer] of given.entries()) {
      const enrolmentId = graduates[position]
      if (enrolmentId === undefined) throw new Error('more answers than graduates')
      await client.alumni.saveFollowUp({
        enrolmentId,
        month,
        answer: { ...answer, place: '', work: '', income: null, note: '', askedOn: '2026-11-30' },
      })
    }
  }
}

async function buildLine(fixture: Fixture, one: Line): Promise<EnrolmentId[]> {
  const { client } = fixture
  fixture.setToday('2025-01-02')
  const index = exampleLines.indexOf(one)
  const { id: activityId } = await client.activity.save({
    id: null,
    activity: {
      budgetYear: 2025,
      number: index + 1,
      fundingSource: one.source,
      title: one.title,
      trade: one.trade,
      budgetActivity: '',
      budgetSubActivity: '',
      accountCode: '5.1.02.02.01.0029',
      budget: one.budget,
      plannedClasses: 3,
      plannedPeople: 48,
    },
  })
  const instructorId = await addInstructor(fixture, `Instruktur ${one.trade}`, { trades: [one.trade] })
  const people = await addPeople(fixture, one, index)
  await register(fixture, one, people)
  const members = [...people.men, ...people.women]
  const [graduates, decided]: [EnrolmentId[], string[]] = [[], []]
  for (let held = 0; held < one.held; held += 1) {
    fixture.setToday('2025-01-02')
    const code = await createSampleCohort(fixture, {
      programId: await programOf(fixture, one.trade),
      start: starts[held] ?? '2025-02-03',
      number: held + 1,
      instructorId,
      activityId,
      traineeIds: members.slice(held * 16, held * 16 + 16),
    })
    const share = (all: number) => Math.floor(all / one.held) + (held < all % one.held ? 1 : 0)
    graduates.push(...(await holdClass(fixture, code, instructorId, share(one.failed), share(one.withdrawn))))
    decided.push(code)
  }
  await test(fixture, decided, graduates, one)
  await pay(fixture, activityId, one.spent)
  return graduates
}

async function addPeople(
  fixture: Fixture,
  one: Line,
  index: number,
): Promise<{ men: TraineeId[]; women: TraineeId[]; others: TraineeId[] }> {
  const add = async (sex: 'L' | 'P', count: number, from: number): Promise<TraineeId[]> => {
    if (count === 0) return []
    const rows = Array.from({ length: count }, (_, position) => person(index, sex, from + position))
    return (await fixture.client.trainee.importRows({ fileName: 'daftar.xlsx', rows })).all
  }
  return {
    men: await add('L', one.men, 0),
    women: await add('P', one.women, 100),
    others: await add('L', one.applicants - one.men - one.women, 200),
  }
}

const villages = districtsOfRegency('3671').flatMap(district => district.villages.map(village => village.code))

/** A fictional person whose NIK agrees with birth date and sex. */
function person(index: number, sex: 'L' | 'P', position: number) {
  const day = (position % 28) + 1
  const month = (position % 12) + 1
  const year = 1980 + (position % 20)
  const two = (value: number) => String(value).padStart(2, '0')
  const serial = String(index * 400 + position + 1).padStart(4, '0')
  return samplePerson(0, {
    nik: `367101${two(sex === 'P' ? day + 40 : day)}${two(month)}${two(year % 100)}${serial}`,
    name: `Orang ${'ABCDEFGH'[index]} ${['Satu', 'Dua', 'Tiga', 'Empat', 'Lima', 'Enam', 'Tujuh'][position % 7]} ${'abcdefghijklmnopqrstuvwxyz'[position % 26]}${'abcdefghijklmnopqrstuvwxyz'[Math.floor(position / 26)]}`,
    birthDate: `${year}-${two(month)}-${two(day)}` as PlainDate,
    sex,
    villageCode: villages[(index * 37 + position * 5) % (villages.length - 6)] ?? null,
    familyCard: '',
    phone: '',
  })
}

async function register(
  fixture: Fixture,
  one: Line,
  people: { men: TraineeId[]; women: TraineeId[]; others: TraineeId[] },
): Promise<void> {
  const registration = await registrationDraft(fixture, {
    title: `Pendaftaran ${one.title}`,
    programId: await programOf(fixture, one.trade),
    year: 2025,
    opens: '2025-01-02',
    closes: '2025-01-20',
    quota: 48,
    reserves: 10,
    stages: [{ kind: 'ADMINISTRATION', weight: 0, passLimit: null }],
    meetings: [],
  })
  const { id } = await fixture.client.registration.save({ id: null, registration })
  const traineeIds = [...people.men, ...people.women, ...people.others]
  await fixture.client.registration.apply({ id, on: '2025-01-02', traineeIds })
}

/** Holds all days, lets some people leave after the fifth, decides; returns the enrolments that passed. */
async function holdClass(
  fixture: Fixture,
  code: string,
  instructorId: Awaited<ReturnType<typeof addInstructor>>,
  failed: number,
  withdrawn: number,
): Promise<EnrolmentId[]> {
  const { client } = fixture
  const { days } = await client.cohort.get({ code })
  const rows = await client.cohort.trainees({ code })
  const leaving = rows.slice(0, withdrawn)
  for (const { n, date } of days) {
    fixture.setToday(date)
    await client.attendance.fillDay({ code, n, exceptions: [] })
    await client.attendance.closeDay({ code, n, instructorId })
    if (n === 5)
      for (const { enrolmentId } of leaving)
        await client.cohort.leave({ enrolmentId, afterDay: 5, kind: 'withdrawn', reason: 'Pindah ke kota lain' })
  }
  const heldOn = days.at(-1)?.date ?? '2025-12-01'
  const { units, rows: scored } = await client.score.grid({ code })
  const staying = scored.filter(row => !row.left)
  await client.score.save({
    code,
    entries: staying.map(({ enrolmentId }, position) => ({
      enrolmentId,
      theory: position < failed ? 5000 : 7800,
      practice: position < failed ? 5000 : 8200,
      units: units.map(unit => ({ unitId: unit.id, result: 'K' as const })),
    })),
  })
  await client.graduation.decide({ code, heldOn, ...panel })
  await issueAll(fixture, code, heldOn)
  return staying.slice(failed).map(row => row.enrolmentId)
}

/** The first graduates take the BNSP test, class by class as the contract requires. */
async function test(
  fixture: Fixture,
  codes: readonly string[],
  graduates: readonly EnrolmentId[],
  one: Line,
): Promise<void> {
  fixture.setToday('2025-09-15')
  const chosen = new Map(
    graduates.slice(0, one.tested).map((id, index) => [id, index < one.competent ? ('K' as const) : ('BK' as const)]),
  )
  for (const code of codes) {
    const rows = await fixture.client.cohort.trainees({ code })
    const tests = rows.flatMap(({ enrolmentId }) => {
      const result = chosen.get(enrolmentId)
      if (!result) return []
      return [
        {
          enrolmentId,
          test: {
            testedOn: '2025-08-29' as const,
            lsp: 'LSP Contoh',
            scheme: 'Contoh',
            result,
            number: '',
            registration: '',
            validUntil: null,
          },
        },
      ]
    })
    if (tests.length > 0) await fixture.client.competence.save({ code, tests })
  }
}

async function pay(
  fixture: Fixture,
  activityId: Awaited<ReturnType<Fixture['client']['activity']['save']>>['id'],
  spent: number,
): Promise<void> {
  fixture.setToday('2025-12-30')
  const part = Math.floor(spent / 3)
  const payments = [
    ['2025-03-10', part],
    ['2025-06-16', part],
    ['2025-12-22', spent - 2 * part],
  ] as const
  for (const [date, amount] of payments)
    await fixture.client.activity.saveSpending({
      activityId,
      spending: { date, description: 'Pembayaran pelatihan', amount, evidence: `SP2D ${date}` },
    })
}
