import { describe, expect, it } from 'vitest'
import { railDays } from '../../../../../renderer/features/cohort/rail-days.ts'
import { formatRange, formatTeaching } from '../../../../../renderer/features/cohort/teaching-format.ts'
import { actionAfter, nextAction } from '../../../../../renderer/features/cohort-page/summary/next-action.ts'
import type { Cohort, CohortDay } from '../../../../../shared/features/cohort/contract.ts'
import { cohortId, instructorId, programId } from '../../../../../shared/ids.ts'
import { addDays, type PlainDate } from '../../../../../shared/kernel/plain-date.ts'

const first: PlainDate = '2025-01-06'
const rina = { id: instructorId.parse(1), name: 'Rina Marliana, S.Pd.' }

type DayState = 'planned' | 'filled' | 'closed'

function day(n: number, state: DayState, instructors = [rina]): CohortDay {
  const filled = state !== 'planned'
  return {
    n,
    date: addDays(first, n - 1),
    hours: 8,
    topic: 'Merias wajah',
    instructors,
    held: filled,
    complete: filled,
    closed: state === 'closed' ? { by: rina.name, at: '2025-01-06T16:00' } : null,
    startTime: '08:00',
    endTime: '15:15',
    overrides: [],
  }
}

const done: Cohort['progress'] = {
  schedule: true,
  trainees: true,
  attendance: true,
  scores: true,
  graduation: true,
  certificates: true,
}

function cohort(days: CohortDay[], rest: Partial<Cohort> = {}): Cohort {
  return {
    id: cohortId.parse(1),
    code: 'TR-2025-01',
    title: 'Tata Rias I',
    trade: 'TR',
    program: 'Tata Rias',
    programId: programId.parse(1),
    activityId: null,
    number: 1,
    year: 2025,
    status: 'running',
    start: first,
    end: addDays(first, 2),
    trainees: 16,
    staying: 16,
    scored: 16,
    waitingPapers: { certificates: 0, statements: 0 },
    room: null,
    roomId: null,
    skipped: [],
    week: 5,
    jointLeave: 'off',
    hours: 8,
    totalHours: 24,
    startTime: '08:00',
    endTime: '15:15',
    decreeIssuer: '',
    decreeNumber: '',
    decreeDate: null,
    decreeSubject: '',
    activity: '',
    fundingSource: '',
    days,
    units: [],
    warnings: [],
    rules: {
      minimumAttendance: 80,
      theoryWeight: 30,
      practiceWeight: 70,
      passMark: 7000,
      unitsRequired: true,
      predicateBands: [],
    },
    cancelReason: '',
    progress: { ...done, attendance: false, scores: false, graduation: false, certificates: false },
    ...rest,
  }
}

describe('what a class waits for', () => {
  it('is first the earliest day without its marks', () => {
    const days = [day(1, 'closed'), day(2, 'planned'), day(3, 'planned')]
    expect(nextAction(cohort(days), '2025-01-08')).toMatchObject({
      title: 'Berikutnya: isi kehadiran hari ke-2',
      detail: expect.stringMatching(/^belum diisi/),
      path: '/angkatan/TR-2025-01/kehadiran?hari=2',
      now: false,
    })
  })

  it('is then today, first to fill in, then to close', () => {
    const open = [day(1, 'closed'), day(2, 'planned'), day(3, 'planned')]
    expect(nextAction(cohort(open), '2025-01-07')).toMatchObject({
      title: 'Berikutnya: isi kehadiran hari ke-2',
      now: true,
    })
    const filled = [day(1, 'closed'), day(2, 'filled'), day(3, 'planned')]
    expect(nextAction(cohort(filled), '2025-01-07')).toMatchObject({ action: 'Tutup hari ke-2', now: true })
  })

  it('is before the class first people, then instructors, then papers', () => {
    const days = [day(1, 'planned'), day(2, 'planned', []), day(3, 'planned', [])]
    const nobody = { ...done, trainees: false }
    const planned = cohort(days, { status: 'planned', progress: nobody })
    expect(nextAction(planned, '2025-01-02')?.action).toBe('Isi daftar peserta')
    expect(nextAction({ ...planned, progress: done }, '2025-01-02')?.title).toBe('Hari ke-2, 3 belum ada instruktur')
    const complete = { ...planned, progress: done, days: [1, 2, 3].map(n => day(n, 'planned')) }
    expect(nextAction(complete, '2025-01-02')?.path).toBe('/angkatan/TR-2025-01/berkas?cetak=attendance-15')
  })

  it('is after the class each step in order', () => {
    const days = [1, 2, 3].map(n => day(n, 'closed'))
    const actions = (['scores', 'graduation'] as const).map(
      step =>
        nextAction(cohort(days, { status: 'finished', progress: { ...done, [step]: false } }), '2025-01-10')?.action,
    )
    expect(actions).toEqual(['Isi nilai', 'Buka sidang kelulusan'])
    const waiting = (certificates: number, statements: number) =>
      nextAction(
        cohort(days, {
          status: 'decided',
          progress: { ...done, certificates: false },
          waitingPapers: { certificates, statements },
        }),
        '2025-01-10',
      )
    expect(waiting(13, 2)).toMatchObject({
      title: 'Berikutnya: terbitkan 13 sertifikat dan 2 surat keterangan',
      action: 'Terbitkan 13 sertifikat',
      path: '/angkatan/TR-2025-01/sertifikat',
    })
    expect(waiting(0, 2)).toMatchObject({
      title: 'Berikutnya: terbitkan 2 surat keterangan',
      action: 'Terbitkan 2 surat keterangan',
      path: '/angkatan/TR-2025-01/sertifikat?jenis=surat',
    })
    expect(nextAction(cohort(days, { status: 'decided', progress: done }), '2025-01-10')?.title).toBe(
      'Kelas ini selesai',
    )
  })

  it('counts only the scores of people who stayed', () => {
    const filled = cohort([day(1, 'filled')], {
      trainees: 16,
      staying: 15,
      scored: 12,
      progress: { ...done, attendance: false, scores: false },
    })
    expect(actionAfter(filled)).toBe('isi nilai 3 orang')
  })

  it('is nothing for a class that was cancelled', () => {
    expect(nextAction(cohort([day(1, 'planned')], { status: 'cancelled' }), '2025-01-10')).toBeNull()
  })
})

describe('days of a class on the rail', () => {
  it('are closed even on their own day, and missed only when past', () => {
    const days = [day(1, 'planned'), day(2, 'filled'), day(3, 'closed'), day(4, 'planned')]
    const states = (today: PlainDate) => railDays(days, today).map(({ state, note }) => note ?? state)
    expect(states('2025-01-08')).toEqual(['missed', 'filled', 'hari ini, ditutup', 'planned'])
    expect(states('2025-01-06')).toEqual(['today', 'planned', 'closed', 'planned'])
  })
})

describe('who teaches', () => {
  const sari = { id: instructorId.parse(2), name: 'Sari Dewi' }

  it('is one name where it is the same person every day', () => {
    expect(formatTeaching([day(1, 'planned'), day(2, 'planned')])).toBe('Rina Marliana, S.Pd.')
    expect(formatTeaching([day(1, 'planned', [])])).toBe('')
  })

  it('names the days where they differ', () => {
    const days = [day(1, 'planned'), day(2, 'planned'), day(3, 'planned', [sari]), day(4, 'planned', [rina, sari])]
    expect(formatTeaching(days)).toBe('Rina Marliana, S.Pd. hari ke-1, 2, 4, Sari Dewi hari ke-3, 4')
  })

  it('shortens three days and more in a row', () => {
    expect(formatRange([1, 2, 3, 5, 6, 9])).toBe('1 s.d. 3, 5, 6, 9')
    expect(formatRange([])).toBe('')
  })
})
