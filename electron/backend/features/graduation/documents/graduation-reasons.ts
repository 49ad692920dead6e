import type { CohortFacts, TraineeFacts } from '../../../../../shared/facts/cohort-facts.ts'
import { attendancePercent, daysNeeded } from '../../../../../shared/features/attendance/attendance.ts'
import { type Mark, markLabel } from '../../../../../shared/features/attendance/mark.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import type { Reason } from '../../../../../shared/features/graduation/graduation.ts'
import { hundredths } from '../../../../../shared/kernel/number-format.ts'
import { longDate, shortDate } from '../../../../../shared/kernel/plain-date.ts'
import { cohortTitle, decisionOf, formatDecision } from '../../../paper-kit/cohort-format.ts'
import { closingParagraphs } from '../../../paper-kit/flow-text.ts'
import { drawList, type ListPaper, openListSheet } from '../../../paper-kit/list-paper.ts'
import { letterheadOf } from '../../../paper-kit/paper-sheet.ts'
import { byHead } from '../../../paper-kit/signature-blocks.ts'
import { drawLetterhead } from '../../../pdf/page/letterhead.ts'
import { drawListTitle } from '../../../pdf/page/paper-title.ts'
import type { DrawnPaper } from '../../../pdf/sheet.ts'
import { drawInfoRows } from '../../../pdf/table/info-rows.ts'
import type { Row, Table } from '../../../pdf/table/table.ts'
import type { ParagraphStyle } from '../../../pdf/text/paragraph.ts'

const title = 'PENJELASAN HASIL PELATIHAN'
const body: ParagraphStyle = { face: 'arimo', size: 10.5, leading: 5.3, justify: true }
const met = 'Terpenuhi'

/** People on the sheet: not passed by rules or panel, or decided otherwise than the rules. */
export function peopleToExplain(trainees: readonly TraineeFacts[]): TraineeFacts[] {
  return trainees.filter(
    trainee => trainee.left === null && (trainee.decision === 'failed' || failedRules(trainee).length > 0),
  )
}

/** Blank page. */
const nobody: TraineeFacts = {
  ...{ position: 0, name: '', sex: 'P', nik: '', birthPlace: '', birthDate: '2000-01-01', education: '', address: '' },
  ...{ rt: '', rw: '', village: '', district: '', phone: '', joinedDay: 1, left: null, marks: [], theory: null },
  ...{ practice: null, final: null, decision: null, reasons: [], overrideReason: '' },
}

/** One page for each: every rule with its figures, the result, and what would have changed it. */
export function drawGraduationReasons(
  facts: CohortFacts,
  people: readonly TraineeFacts[],
  size: PaperSize,
): DrawnPaper {
  const sheet = openListSheet(facts, size, 'letter', 'Penjelasan Hasil Pelatihan')
  for (const person of people.length === 0 ? [nobody] : people) drawList(sheet, facts, size, paperOf(facts, person))
  return sheet.finish()
}

function paperOf(facts: CohortFacts, person: TraineeFacts): ListPaper {
  const { centre, cohort, panel } = facts
  const info = [
    { label: 'Nama Peserta', value: person.name.toUpperCase() },
    { label: 'Nomor urut', value: person === nobody ? '' : String(person.position) },
    { label: 'Pelaksanaan', value: `${longDate(cohort.start)} s.d. ${longDate(cohort.end)}` },
    ...(panel ? [{ label: 'Sidang kelulusan', value: longDate(panel.heldOn) }] : []),
    { label: panel ? 'Keputusan sidang' : 'Usul menurut aturan', value: formatResult(person) },
  ]
  return {
    name: 'Penjelasan hasil',
    isFormal: true,
    title,
    subject: person.name,
    head: sheet => {
      const titleEnd = drawListTitle(
        sheet,
        drawLetterhead(sheet, letterheadOf(centre)) + 10,
        title,
        cohortTitle(cohort),
      )
      const style = { labelWidth: 38, right: sheet.right, size: body.size, leading: body.leading, wraps: true }
      return drawInfoRows(sheet, sheet.left, titleEnd + 10, info, style) + 4.5
    },
    table: tableOf,
    rows: rulesOf(facts, person),
    keep: 1,
    signOff: sheet => {
      const closing = closingParagraphs(sheet, formatClosing(person), body)
      const receiver = {
        above: ['Yang menerima penjelasan'],
        title: 'Peserta',
        name: person.name.toUpperCase(),
        below: [],
      }
      const space = { lead: 12 + closing.height, note: (y: number) => closing.draw(y + 7) }
      return { ...byHead(facts, { rank: true, ...space }), left: receiver }
    },
  }
}

function tableOf(width: number): Table {
  return {
    columns: [
      { title: 'Syarat', width: 28 },
      { title: 'Ketentuan', width: 53, size: 9 },
      { title: 'Capaian', width: width - 111, size: 9 },
      { title: 'Hasil', width: 30 },
    ],
    headHeight: 7.2,
  }
}

function rulesOf({ cohort, days }: CohortFacts, person: TraineeFacts): Row[] {
  const reasons = new Map(person.reasons.map(reason => [reason.rule, reason]))
  const { weights, passMark, minimumAttendance } = cohort
  const present = person.marks.filter(mark => mark === 'H' || mark === 'T').length
  const needed = daysNeeded(minimumAttendance, days.length)
  const attendance = reasons.get('attendance')
  const score = reasons.get('score')
  const unit = reasons.get('unit')
  const absences = formatAbsence(person, days)
  const result = (failed: string | null) =>
    person === nobody ? '' : failed === null ? met : ({ text: failed, face: 'arimo-bold' } as const)
  return [
    {
      height: 10,
      cells: [
        'Kehadiran',
        `sedikitnya ${needed} dari ${days.length} hari (${minimumAttendance}%)`,
        person === nobody ? '' : `${present} hari (${hundredths(attendancePercent(present, days.length))}%)`,
        result(attendance?.rule === 'attendance' ? `Kurang ${attendance.short} hari` : null),
      ],
    },
    ...(absences === '' ? [] : [{ height: 8, cells: ['', { text: absences, span: 3, size: 9 }] }]),
    {
      height: 10,
      cells: [
        'Nilai akhir',
        `paling rendah ${hundredths(passMark)}`,
        person === nobody
          ? ''
          : `${shown(person.final)}, dari teori ${shown(person.theory)} (${weights.theory}%) dan praktik ${shown(person.practice)} (${weights.practice}%)`,
        result(score?.rule === 'score' ? `Kurang ${hundredths(score.short)}` : null),
      ],
    },
    ...(cohort.unitsRequired
      ? [
          {
            height: 10,
            cells: [
              'Unit wajib',
              'semua unit dicapai (K)',
              person === nobody ? '' : unit?.rule === 'unit' ? `${unit.units.length} unit masih BK` : 'semua K',
              result(unit?.rule === 'unit' ? `${unit.units.length} unit belum K` : null),
            ],
          },
        ]
      : []),
    ...(unit?.rule === 'unit'
      ? unit.units.map(one => ({
          height: 8,
          cells: [
            { text: one.code, size: 8 },
            { text: one.title, span: 3, size: 9 },
          ],
        }))
      : []),
  ]
}

/** What would have changed the result; all failed rules must be met. */
function formatClosing(person: TraineeFacts): string[] {
  if (person === nobody) return ['Daftar hadir dan nilai yang menjadi dasar penjelasan ini dapat diperiksa di balai.']
  const failed = failedRules(person)
  const ways = failed.map(remedyOf)
  const way =
    ways.length === 0
      ? 'Semua syarat menurut aturan terpenuhi; sidang memutuskan lain.'
      : `Menurut aturan, hasil menjadi lulus bila ${ways.join(' dan ')}.`
  const differs = person.decision !== null && (person.decision === 'passed') !== (failed.length === 0)
  return [
    way,
    ...(differs ? [`Alasan sidang: ${person.overrideReason}`] : []),
    'Daftar hadir dan nilai yang menjadi dasar penjelasan ini dapat diperiksa di balai.',
  ]
}

function remedyOf(reason: Reason): string {
  switch (reason.rule) {
    case 'attendance':
      return `hadir paling sedikit ${reason.needed} hari`
    case 'score':
      return reason.practiceNeeded === null
        ? 'nilai teori dan praktik lebih tinggi (nilai praktik tertinggi saja tidak cukup)'
        : `nilai praktik paling rendah ${hundredths(reason.practiceNeeded)} dengan nilai teori yang sama`
    default:
      return 'semua unit wajib dinilai K'
  }
}

function failedRules({ reasons }: TraineeFacts): Reason[] {
  return reasons.filter(({ rule }) => rule === 'attendance' || rule === 'score' || rule === 'unit')
}

function formatResult(person: TraineeFacts): string {
  if (person === nobody) return ''
  return decisionOf(person) === null ? 'TIDAK LULUS' : formatDecision(person)
}

const absent: readonly Mark[] = ['S', 'I', 'A']

/** 'Tidak hadir: sakit 20 Des; izin 24 Des; alpa 17 Des, 18 Des' */
function formatAbsence({ marks }: TraineeFacts, days: CohortFacts['days']): string {
  const parts = absent.flatMap(mark => {
    const missed = days.filter((_, index) => marks[index] === mark).map(day => shortDate(day.date))
    return missed.length > 0 ? [`${markLabel(mark).toLowerCase()} ${missed.join(', ')}`] : []
  })
  return parts.length === 0 ? '' : `Tidak hadir: ${parts.join('; ')}`
}

function shown(score: number | null): string {
  return score === null ? '–' : hundredths(score)
}
