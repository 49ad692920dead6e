import type { OperationGroup } from '../../../../shared/features/access/access-matrix.ts'
import type { Cohort, CohortDay } from '../../../../shared/features/cohort/contract.ts'
import { formatWaitingPapers, issueAct } from '../../../../shared/features/cohort/waiting-papers.ts'
import { type PlainDate, shortDay } from '../../../../shared/kernel/plain-date.ts'
import { attendancePath, cohortPath } from '../../../app/cohort-path.ts'

interface NextAction {
  title: string
  detail: string
  /** Label of the button. */
  action: string
  needs: OperationGroup
  path: string
  /** It is due today. */
  now: boolean
}

/** The next action of a class: unfinished days first, then what is needed to continue. Null when cancelled. */
export function nextAction(cohort: Cohort, today: PlainDate): NextAction | null {
  if (cohort.status === 'cancelled') return null
  return openDay(cohort, today) ?? beforeTheEnd(cohort, today) ?? afterTheEnd(cohort)
}

/** The action after the next one, as text; null at the end. */
export function actionAfter({ progress, staying, scored, status }: Cohort): string | null {
  if (status === 'cancelled' || !progress.trainees) return null
  if (!progress.scores) return progress.attendance ? 'sidang kelulusan' : `isi nilai ${staying - scored} orang`
  if (!progress.graduation) return progress.attendance ? 'terbitkan sertifikat' : 'sidang kelulusan'
  return null
}

function openDay({ code, days }: Cohort, today: PlainDate): NextAction | null {
  const missed = days.find(day => day.date < today && !day.complete)
  const now = days.find(day => day.date === today && !day.closed)
  const unclosed = days.find(day => day.date < today && !day.closed)
  const day = missed ?? now ?? unclosed
  if (!day) return null
  const name = `hari ke-${day.n}`
  const path = attendancePath(code, day.n)
  if (!day.complete) {
    const detail = day === now ? dayDetail(day) : `belum diisi · ${dayDetail(day)}`
    return {
      title: `Berikutnya: isi kehadiran ${name}`,
      detail,
      action: `Isi ${name}`,
      needs: 'attendance.change',
      path,
      now: day === now,
    }
  }
  return {
    title: `Berikutnya: tutup ${name}`,
    detail: `kehadiran terisi · ${dayDetail(day)}`,
    action: `Tutup ${name}`,
    needs: 'attendance.change',
    path,
    now: day === now,
  }
}

function beforeTheEnd({ code, days, status, progress }: Cohort, today: PlainDate): NextAction | null {
  if (!progress.trainees)
    return {
      title: 'Berikutnya: isi daftar peserta',
      detail: 'Belum ada peserta di kelas ini. Ambil dari daftar peserta balai, atau daftarkan orang baru.',
      action: 'Isi daftar peserta',
      needs: 'cohort.change',
      path: cohortPath(code, 'trainees'),
      now: false,
    }
  const open = days.filter(day => day.instructors.length === 0 && day.date >= today).map(day => day.n)
  if (open.length > 0)
    return {
      title: open.length === days.length ? 'Belum ada instruktur' : `Hari ke-${open.join(', ')} belum ada instruktur`,
      detail: 'Instruktur memegang sertifikat BNSP yang berlaku pada hari itu.',
      action: 'Isi jadwal',
      needs: 'cohort.change',
      path: cohortPath(code, 'schedule'),
      now: false,
    }
  const next = days.find(day => day.date > today)
  if (!next || (status !== 'planned' && status !== 'running')) return null
  return {
    title: next.n === 1 ? `Kelas mulai ${shortDay(next.date)}` : `Berikutnya hari ke-${next.n}, ${shortDay(next.date)}`,
    detail: 'Daftar hadir kosong dapat dicetak sekarang.',
    action: 'Cetak daftar hadir',
    needs: 'paper.print',
    path: `${cohortPath(code, 'papers')}?cetak=attendance-15`,
    now: false,
  }
}

function afterTheEnd({ code, progress, waitingPapers }: Cohort): NextAction {
  if (!progress.scores)
    return {
      title: 'Berikutnya: lengkapi nilai',
      detail: 'Teori, praktik dan setiap unit diisi sebelum sidang.',
      action: 'Isi nilai',
      needs: 'score.change',
      path: cohortPath(code, 'scores'),
      now: false,
    }
  if (!progress.graduation)
    return {
      title: 'Berikutnya: sidang kelulusan',
      detail: 'Semua hari ditutup dan nilai lengkap.',
      action: 'Buka sidang kelulusan',
      needs: 'panel.see',
      path: cohortPath(code, 'graduation'),
      now: false,
    }
  if (!progress.certificates)
    return {
      title: `Berikutnya: terbitkan ${formatWaitingPapers(waitingPapers)}`,
      detail: 'Sidang sudah menetapkan hasil.',
      needs: 'certificate.issue',
      now: false,
      ...issueAct(code, waitingPapers),
    }
  return {
    title: 'Kelas ini selesai',
    detail: 'Semua sertifikat dan surat keterangan sudah terbit.',
    action: 'Buat satu PDF',
    needs: 'paper.print',
    path: `${cohortPath(code, 'papers')}?satu=1`,
    now: false,
  }
}

function dayDetail({ date, topic, instructors }: CohortDay): string {
  return [shortDay(date), topic, instructors.map(person => person.name).join(', ')].filter(Boolean).join(' · ')
}
