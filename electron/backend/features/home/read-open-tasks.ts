import { certificatePath } from '../../../../shared/features/certificate/certificate-path.ts'
import { formatDayNumber } from '../../../../shared/features/cohort/day-number-format.ts'
import { formatWaitingPapers, issueAct } from '../../../../shared/features/cohort/waiting-papers.ts'
import type { OpenTask } from '../../../../shared/features/home/contract.ts'
import { type PlainDate, plainDate, shortDay, yearOf } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import type { QueryScope } from '../../scope.ts'
import { unassignedCohorts, yearsWithActivities } from '../activity/activity-store.ts'
import { readAttention } from '../attendance/read-attention.ts'
import { holidayYears } from '../calendar/calendar-store.ts'
import { getRules } from '../centre/centre-store.ts'
import type { DayRecord } from '../cohort/cohort-day-store.ts'
import { scoredCohorts } from '../cohort/cohort-progress-store.ts'
import type { CohortRecord } from '../cohort/cohort-store.ts'
import { waitingNotices } from '../hub/notice-store.ts'
import { outdatedNames, waitingPapers } from './home-store.ts'

type OpenClass = { cohort: CohortRecord; days: DayRecord[] }

/** Unfinished work by deadline; without deadline last. */
export function readOpenTasks({ db, today }: QueryScope, classes: readonly OpenClass[]): OpenTask[] {
  const { absenceAlarm } = getRules(db)
  const attentions = readAttention(db, classes, { today, absenceAlarm })
  const scored = scoredCohorts(
    db,
    classes.map(({ cohort }) => cohort.id),
  )
  const tasks = [
    ...classes.flatMap(one => [
      ...dayTasks(one, today),
      ...attentionTask(one, attentions.get(one.cohort.id) ?? [], today),
      ...panelTask(one, scored.has(one.cohort.id)),
    ]),
    ...paperTasks(db),
    ...correctionTasks(db, today),
    ...noticeTasks(db, today),
    ...yearTasks(db, today),
  ]
  const never = plainDate(9999, 12, 31)
  return tasks.toSorted((a, b) => compare(a.due ?? never, b.due ?? never))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

function dayTasks({ cohort: { title, code }, days }: OpenClass, today: PlainDate): OpenTask[] {
  const tasks: OpenTask[] = []
  const past = days.filter(day => day.date < today)
  const [missed, ...alsoMissed] = past.filter(day => !day.complete)
  if (missed)
    tasks.push({
      kind: 'attendance',
      due: missed.date,
      title: `Kehadiran ${title} belum lengkap`,
      detail: `${formatDayNumber(
        [missed, ...alsoMissed].map(day => day.n),
        true,
      )} belum diisi`,
      action: `Isi hari ke-${missed.n}`,
      needs: 'attendance.change',
      path: `/angkatan/${code}/kehadiran?hari=${missed.n}`,
    })
  const [open, ...alsoOpen] = past.filter(day => day.complete && day.closed === null)
  if (open) {
    const act = alsoOpen.length === 0 ? `Tutup hari ke-${open.n}` : `Tutup ${alsoOpen.length + 1} hari`
    tasks.push({
      kind: 'attendance',
      due: today,
      title: `${act} ${title}`,
      detail:
        alsoOpen.length === 0
          ? 'diisi, belum ditutup'
          : `${formatDayNumber([open, ...alsoOpen].map(day => day.n))} diisi, belum ditutup`,
      action: act,
      needs: 'attendance.change',
      path: `/angkatan/${code}/kehadiran?hari=${open.n}`,
    })
  }
  const [without, ...alsoWithout] = days.filter(day => day.date >= today && day.instructors.length === 0)
  if (without)
    tasks.push({
      kind: 'instructor',
      due: without.date,
      title: `${title} belum punya instruktur`,
      detail: `${alsoWithout.length + 1} hari, mulai ${shortDay(without.date)}`,
      action: 'Pilih instruktur',
      needs: 'cohort.change',
      path: `/angkatan/${code}/jadwal`,
    })
  return tasks
}

function attentionTask(
  { cohort: { title, code } }: OpenClass,
  worried: readonly { name: string; words: string }[],
  today: PlainDate,
): OpenTask[] {
  if (worried.length === 0) return []
  return [
    {
      kind: 'absence',
      due: today,
      title: `${worried.length} peserta ${title} perlu perhatian`,
      detail: worried.map(({ name, words }) => `${name}: ${words}`).join(' · '),
      action: 'Buka kehadiran',
      needs: 'attendance.see',
      path: `/angkatan/${code}/kehadiran`,
    },
  ]
}

function panelTask({ cohort: { title, code }, days }: OpenClass, scored: boolean): OpenTask[] {
  const last = days.at(-1)
  if (!last || days.some(day => day.closed === null)) return []
  return [
    {
      kind: 'panel',
      due: last.date,
      title: `Sidang kelulusan ${title}`,
      detail: scored ? 'Semua hari dan nilai lengkap' : 'Semua hari ditutup, nilai belum lengkap',
      action: scored ? 'Buka sidang' : 'Isi nilai',
      needs: scored ? 'panel.see' : 'score.change',
      path: `/angkatan/${code}/${scored ? 'kelulusan' : 'nilai'}`,
    },
  ]
}

/** Named by kind: two surat keterangan are not "sertifikat". */
function paperTasks(db: ReadDatabase): OpenTask[] {
  return waitingPapers(db).map(waiting => ({
    kind: 'certificates',
    due: waiting.heldOn,
    title: `${formatWaitingPapers(waiting)} ${waiting.title} belum terbit`,
    detail: 'Hasil sidang sudah ditetapkan',
    needs: 'certificate.issue',
    ...issueAct(waiting.code, waiting),
  }))
}

function correctionTasks(db: ReadDatabase, today: PlainDate): OpenTask[] {
  return outdatedNames(db).map(({ kind, number, name, nameNow }) => ({
    kind: 'correction',
    due: today,
    title: `${number} memuat nama lama`,
    detail: `${name}, kini ${nameNow}`,
    action: kind === 'certificate' ? 'Ganti sertifikat' : 'Ganti surat keterangan',
    needs: 'certificate.issue',
    path: certificatePath(number),
  }))
}

/** Unanswered notices of the Pusat. */
function noticeTasks(db: ReadDatabase, today: PlainDate): OpenTask[] {
  return waitingNotices(db).map(({ registrationId, title, count }) => ({
    kind: 'notice',
    due: today,
    title: `${count} pendaftar ${title} pernah lulus di balai lain`,
    detail: 'Diberitahukan Pusat, menunggu keputusan',
    action: 'Jawab Pusat',
    needs: 'selection.change',
    path: `/seleksi/${registrationId}`,
  }))
}

function yearTasks(db: ReadDatabase, today: PlainDate): OpenTask[] {
  const tasks: OpenTask[] = []
  const year = yearOf(today)
  const known = new Set(holidayYears(db).map(row => row.year))
  for (const one of [year, year + 1]) {
    if (known.has(one) || (one > year && today.slice(5) < '10-01')) continue
    tasks.push({
      kind: 'calendar',
      due: one === year ? today : plainDate(year, 12, 31),
      title: `Kalender ${one} belum ada`,
      detail: 'Tanpa kalender, angkatan tahun itu tidak dapat disimpan',
      action: 'Isi kalender',
      needs: 'cohort.change',
      path: `/kalender/${one}`,
    })
  }
  for (const one of yearsWithActivities(db).filter(other => other >= year)) {
    const unpaid = unassignedCohorts(db, one)
    if (unpaid.length === 0) continue
    tasks.push({
      kind: 'activity',
      due: null,
      title: `${unpaid.length} kelas ${one} belum berkegiatan`,
      detail: unpaid.map(row => row.title).join(', '),
      action: 'Pilih kegiatan',
      needs: 'cohort.change',
      path: `/kegiatan?tahun=${one}`,
    })
  }
  return tasks
}
