import type { ApplicantFacts, RegistrationFacts } from '../../../../../shared/facts/registration-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { isScored, type Outcome, type Stage } from '../../../../../shared/features/registration/registration.ts'
import { stageName, tieRuleText } from '../../../../../shared/features/registration/registration-format.ts'
import { maskNik } from '../../../../../shared/features/trainee/nik/nik.ts'
import { hundredths } from '../../../../../shared/kernel/number-format.ts'
import { longDate } from '../../../../../shared/kernel/plain-date.ts'
import { formatCount } from '../../../paper-kit/cohort-format.ts'
import { drawListPaper } from '../../../paper-kit/list-paper.ts'
import { byHead } from '../../../paper-kit/signature-blocks.ts'
import { colours, type DrawnPaper } from '../../../pdf/sheet.ts'
import type { Cell, Row, Table } from '../../../pdf/table/table.ts'

const keptMark = '*'
const scoreWidth = 16

/** Hasil seleksi for the notice board: Lulus by rank, reserves in order, then the others. NIKs are masked. */
export function drawSelectionResult(facts: RegistrationFacts, size: PaperSize): DrawnPaper {
  const notes = notesOf(facts)
  return drawListPaper(facts, size, 'list', {
    name: 'Hasil Seleksi',
    isFormal: true,
    title: 'PENGUMUMAN HASIL SELEKSI PESERTA PELATIHAN',
    subtitle: facts.title,
    info: infoRows(facts),
    table: usable => tableOf(usable, facts.stages),
    rows: rowsOf(facts),
    signOff: sheet =>
      byHead(facts, {
        rank: true,
        lead: 9 + notes.length * 4,
        note: y => {
          notes.forEach((note, index) => {
            sheet.text(note, sheet.left, y + 4.6 + index * 4, { face: 'arimo', size: 8, colour: colours.grey })
          })
        },
      }),
  })
}

function infoRows({ program, quota, decree, stages }: RegistrationFacts) {
  const scored = stages.filter(one => isScored(one.kind))
  const weights = scored.map(({ kind, weight }) => `${stageName(kind).toLowerCase()} ${weight}%`).join(', ')
  return [
    { label: 'Program', value: program },
    { label: 'Kuota', value: `${formatCount(quota)} orang` },
    { label: 'Nilai akhir', value: weights },
    { label: 'Penetapan', value: decree ? `SK Nomor ${decree.number} tanggal ${longDate(decree.date)}` : '' },
  ].filter(row => row.value !== '')
}

function tableOf(usable: number, stages: readonly Stage[]): Table {
  const scored = stages.filter(one => isScored(one.kind))
  const score = { width: scoreWidth, align: 'right' } as const
  const sum = scored.length > 1 ? [{ ...score, title: formatHead('Nilai Akhir') }] : []
  const rest = usable - 9 - 30 - 28 - 22 - (scored.length + sum.length) * scoreWidth
  return {
    columns: [
      { title: 'No.', width: 9, align: 'center' },
      { title: 'Nama Peserta', width: rest },
      { title: 'NIK', width: 30, align: 'center', size: 9 },
      { title: 'Kelurahan', width: 28, size: 9 },
      ...scored.map(({ kind }) => ({ ...score, title: kind === 'TEST' ? 'Tes' : formatHead('Wawancara'), size: 9 })),
      ...sum,
      { title: 'Hasil', width: 22, align: 'center', size: 9 },
    ],
    headHeight: 7.2,
  }
}

/** Fits the column of a score. */
function formatHead(text: string) {
  return [{ text, face: 'arimo-bold', size: 7.5 } as const]
}

const order: readonly Outcome[] = ['accepted', 'reserve', 'rejected']

function rowsOf({ applicants, stages, quota }: RegistrationFacts): Row[] {
  const scored = stages.filter(one => isScored(one.kind)).map(one => one.kind)
  const columns = 5 + scored.length + (scored.length > 1 ? 1 : 0)
  const groups = order.map(outcome => applicants.filter(one => one.decision === outcome))
  let number = 0
  return groups.flatMap((group, index) => {
    const rows = group.map((applicant): Row => {
      number += 1
      return { height: 6.6, cells: cellsOf(applicant, number, scored) }
    })
    // A line after the last place.
    if (index !== 1 || rows.length === 0 || number === rows.length) return rows
    const text = `Batas kuota ${quota} orang`
    return [
      { height: 5, tint: colours.tint, cells: [{ text, span: columns, align: 'center', size: 8, face: 'arimo-bold' }] },
      ...rows,
    ]
  })
}

function cellsOf(applicant: ApplicantFacts, number: number, scored: readonly Stage['kind'][]): (string | Cell)[] {
  const { person, results, total } = applicant
  const mark = (score: boolean | number | null) => (typeof score === 'number' ? hundredths(score) : '–')
  return [
    String(number),
    person.name.toUpperCase(),
    maskNik(person.nik),
    person.village,
    ...scored.map(kind => mark(results[kind])),
    ...(scored.length > 1 ? [{ text: mark(total), face: 'arimo-bold' } as const] : []),
    { text: formatResult(applicant), face: applicant.decision === 'accepted' ? 'arimo-bold' : 'arimo' },
  ]
}

function formatResult({ decision, reserve, kept }: ApplicantFacts): string {
  if (decision === 'accepted') return `Lulus${kept ? keptMark : ''}`
  return decision === 'reserve' ? `Cadangan ${reserve}` : 'Tidak'
}

function notesOf({ applicants }: RegistrationFacts): string[] {
  const kept = applicants.some(one => one.kept)
  return [
    tieRuleText,
    ...(kept ? [`${keptMark} Tempat bagi kelurahan yang belum mempunyai peserta.`] : []),
    'Yang lulus wajib daftar ulang. Cadangan dipanggil menurut urutan bila ada tempat kosong.',
  ]
}
