import { describe, expect, test } from 'vitest'
import {
  blankRegistration,
  draftOfValues,
  type RegistrationValues,
  registrationForm,
  valuesOf,
} from '../../../../renderer/features/registration/drawer/registration-values.ts'
import { formatRanking } from '../../../../renderer/features/registration/ranking/ranking-format.ts'
import { rankingGroups } from '../../../../renderer/features/registration/ranking/ranking-groups.ts'
import { registrationPath, registrationTabs } from '../../../../renderer/features/registration/registration-paths.ts'
import { stageWrites } from '../../../../renderer/features/registration/stage/stage-writes.ts'
import type { Applicant, Registration } from '../../../../shared/features/registration/contract.ts'
import { applicantId, programId, registrationId, traineeId } from '../../../../shared/ids.ts'

function applicant(id: number, part: Partial<Applicant> = {}): Applicant {
  return {
    id: applicantId.parse(id),
    traineeId: traineeId.parse(id),
    number: id,
    registeredOn: '2024-12-03',
    name: `Orang ${id}`,
    maskedNik: '',
    village: null,
    district: null,
    phone: '',
    fromEmptyVillage: false,
    priority: 'GENERAL',
    results: { ADMINISTRATION: true, TEST: 8000, INTERVIEW: null },
    override: null,
    tieReason: '',
    state: 'assessed',
    holdsPlace: false,
    events: [],
    leftCohort: null,
    standing: 'ranked',
    stage: null,
    total: 8000,
    rank: id,
    proposal: 'accepted',
    decision: 'accepted',
    kept: false,
    reserve: null,
    tieRule: null,
    ...part,
  }
}

function registration(part: Partial<Registration> = {}): Registration {
  return {
    id: registrationId.parse(3),
    title: 'Tata Rias 2024',
    programId: programId.parse(1),
    program: 'Tata Rias',
    trade: 'TR',
    cohortCode: null,
    year: 2024,
    opens: '2024-12-02',
    closes: '2024-12-09',
    quota: 16,
    reserves: 4,
    keptPlaces: 0,
    keptActivityId: null,
    stages: [
      { kind: 'ADMINISTRATION', weight: 0, passLimit: null },
      { kind: 'TEST', weight: 100, passLimit: 6000 },
    ],
    meetings: [{ occasion: 'RE_REGISTRATION', date: '2024-12-12', time: '08:30', place: 'Aula' }],
    status: 'closed',
    cohort: null,
    keptActivity: null,
    emptyVillages: null,
    applicants: [],
    ties: [],
    missing: [],
    stipulation: null,
    vacancies: { given: [], next: null, tooLate: false },
    reserveUntilDay: 3,
    ...part,
  }
}

/** The position in the grid does not matter: rows and columns are found by their keys. */
const cell = { row: 0, column: 0 }

describe('typed results', () => {
  const people = [applicant(1), applicant(2)]

  test('become entries, with the earlier cells', () => {
    const writes = stageWrites(
      [
        { ...cell, rowKey: 1, columnKey: 'TEST', text: '85,5' },
        { ...cell, rowKey: 2, columnKey: 'ADMINISTRATION', text: 't' },
        { ...cell, rowKey: 2, columnKey: 'priority', text: '1' },
        { ...cell, rowKey: 2, columnKey: 'INTERVIEW', text: '' },
        { ...cell, rowKey: 9, columnKey: 'TEST', text: '80' },
      ],
      people,
    )
    expect(writes).toEqual({
      entries: [
        { applicantId: 1, test: 8550 },
        { applicantId: 2, administration: false },
        { applicantId: 2, priority: 'EXTREME_POOR' },
        { applicantId: 2, interview: null },
      ],
      before: [
        { applicantId: 1, test: 8000 },
        { applicantId: 2, administration: true },
        { applicantId: 2, priority: 'GENERAL' },
        { applicantId: 2, interview: null },
      ],
      rejected: [],
    })
  })

  test('that cannot be read are named with their person, and write nothing', () => {
    const { entries, rejected: left } = stageWrites(
      [
        { ...cell, rowKey: 1, columnKey: 'TEST', text: '101' },
        { ...cell, rowKey: 1, columnKey: 'ADMINISTRATION', text: 'x' },
        { ...cell, rowKey: 2, columnKey: 'priority', text: '4' },
      ],
      people,
    )
    expect(entries).toEqual([])
    expect(left).toEqual([
      '“101” di luar 0 s.d. 100 (Orang 1)',
      '“x” bukan hasil, tulis M atau T (Orang 1)',
      '“4” bukan prioritas, tulis 1, 2 atau 3 (Orang 2)',
    ])
  })
})

describe('the ranking in words', () => {
  const first = applicant(1)
  const wordsWith = (part: Partial<Applicant>) =>
    formatRanking(applicant(2, part), { applicants: [first, applicant(2, part)] })

  test('says what decided a tie, what was not passed, and who decided', () => {
    expect(wordsWith({})).toBe('')
    expect(wordsWith({ tieRule: 'priority' })).toBe('nilai sama dengan Orang 1, prioritas sesudahnya')
    expect(wordsWith({ tieRule: 'date' })).toBe('nilai sama dengan Orang 1, daftar lebih akhir')
    expect(wordsWith({ tieRule: 'decided', tieReason: 'Undian' })).toBe('nilai sama dengan Orang 1: Undian')
    expect(wordsWith({ standing: 'failed', stage: 'TEST', rank: null })).toBe('di bawah nilai terendah tes tertulis')
    expect(wordsWith({ standing: 'failed', stage: 'ADMINISTRATION', rank: null })).toBe(
      'tidak memenuhi syarat administrasi',
    )
    expect(wordsWith({ standing: 'incomplete', stage: 'TEST', rank: null })).toBe('tes tertulis belum diisi')
    expect(wordsWith({ kept: true })).toBe('kelurahan ini belum mempunyai peserta')
    expect(wordsWith({ override: { decision: 'reserve', reason: 'Sedang sakit' } })).toBe('Sedang sakit')
  })

  test('groups people by result, in the order of the ranking', () => {
    const rows = [
      applicant(1),
      applicant(2, { decision: 'reserve', reserve: 1 }),
      applicant(3),
      applicant(4, { decision: null, standing: 'incomplete' }),
      applicant(5, { decision: null, standing: 'withdrawn' }),
    ]
    expect(rankingGroups(rows).map(({ key, rows: group }) => [key, group.map(row => row.number)])).toEqual([
      ['accepted', [1, 3]],
      ['reserve', [2]],
      ['open', [4]],
      ['withdrawn', [5]],
    ])
  })
})

describe('the form', () => {
  test('returns the values of a registration', () => {
    const { program: _, ...given } = registration()
    const draft = registrationForm.parse(valuesOf(registration()))
    for (const [key, value] of Object.entries(draft)) expect(given).toHaveProperty(key, value)
  })

  test('gives a single stage 100 percent, and leaves out stages that are not held', () => {
    const values: RegistrationValues = { ...blankRegistration('2024-12-02'), administration: false, interview: false }
    expect(draftOfValues(values)).toMatchObject({
      stages: [{ kind: 'TEST', weight: 100, passLimit: null }],
      meetings: [],
    })
  })

  test('names missing fields', () => {
    const { success, error } = registrationForm.safeParse({
      ...blankRegistration('2024-12-02'),
      testWeight: 70,
      meetings: {
        ...blankRegistration('2024-12-02').meetings,
        TEST: { date: '2024-12-11', time: '', place: 'Aula' },
      },
    })
    expect(success).toBe(false)
    const paths = error?.issues.map(issue => issue.path.join('.')) ?? []
    for (const path of ['title', 'programId', 'closes', 'meetings.0.time']) expect(paths).toContain(path)
  })
})

describe('the steps', () => {
  test('are the stages that are held, with a tick where nothing is left to do', () => {
    const tabs = registrationTabs(registration({ applicants: [applicant(1)] }), 'ranking')
    expect(tabs.map(tab => tab.label)).toEqual([
      'Pendaftar',
      'Administrasi',
      'Tes',
      'Peringkat',
      'Penetapan',
      'Daftar ulang',
      'Berkas',
    ])
    expect(tabs.filter(tab => tab.done).map(tab => tab.label)).toEqual([
      'Pendaftar',
      'Administrasi',
      'Tes',
      'Peringkat',
    ])
    expect(tabs.find(tab => tab.active)?.path).toBe(registrationPath(3, 'ranking'))
  })
})
