import type { TraineeFacts } from '../../../../../shared/facts/cohort-facts.ts'
import type { ListFacts, MemberFacts } from '../../../../../shared/facts/list-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { cohortTitle, formatLeave } from '../../../paper-kit/cohort-format.ts'
import { drawListPaper, rowsOrForm } from '../../../paper-kit/list-paper.ts'
import { byHeadAndInstructor } from '../../../paper-kit/signature-blocks.ts'
import { colours, type DrawnPaper, type Sheet } from '../../../pdf/sheet.ts'
import type { Cell, Row, Table } from '../../../pdf/table/table.ts'
import { fitsUpright } from '../../../pdf/table/table-head.ts'

const fixed = 8 + 60
const reached = 14
const emptyUnits = 10

/** K or BK by unit, with vertical titles in the head. */
export function drawCompetencyRecap(facts: ListFacts, size: PaperSize): DrawnPaper {
  const { cohort, trainees, members } = facts
  return drawListPaper(facts, size, 'wide', {
    name: 'Rekap penilaian PBK',
    title: 'REKAPITULASI PENILAIAN PBK',
    subtitle: cohortTitle(cohort),
    compact: true,
    table: usable =>
      tableOf(
        usable,
        facts.units.map(unit => unit.title),
      ),
    rows: rowsOrForm(
      trainees.map((trainee, index) => rowOf(trainee, members[index], facts.units.length)),
      6.6,
    ),
    signOff: sheet => byHeadAndInstructor(facts, { lead: 11, note: y => drawLegend(sheet, y + 4.6) }),
  })
}

function tableOf(usable: number, titles: readonly string[]): Table {
  const count = titles.length || emptyUnits
  const width = Math.min(14, (usable - fixed - reached) / count)
  const rest = usable - fixed - reached - count * width
  const heads = Array.from({ length: count }, (_, index) => titles[index] ?? '')
  const height = [34, 40, 46, 52, 58, 64].find(one => heads.every(title => fitsUpright(title, width, one))) ?? 70
  return {
    columns: [
      { title: 'No.', width: 8, align: 'center' },
      { title: 'Nama Peserta', width: 60 },
      ...heads.map(title => ({ title, width, align: 'center' as const, upright: true })),
      { title: 'Unit\ntercapai', width: reached, align: 'center' },
      ...(rest >= 16 ? [{ title: 'Ket.', width: rest, size: 8.5 }] : []),
    ],
    headHeight: height + 5,
    band: { title: 'Unit Kompetensi', from: 2, count, height: 5 },
  }
}

function rowOf({ position, name, left }: TraineeFacts, member: MemberFacts | undefined, units: number): Row {
  const results = Array.from({ length: units || emptyUnits }, (_, index) => member?.units[index] ?? null)
  const open = results.every(result => result === null)
  const count = results.filter(result => result === 'K').length
  return {
    height: 6.6,
    cells: [
      String(position),
      name.toUpperCase(),
      ...results.map(result => resultCell(result, left !== null)),
      open ? (left ? '–' : '') : `${count}/${results.length}`,
      left ? formatLeave[left.kind] : '',
    ],
  }
}

function resultCell(result: 'K' | 'BK' | null, left: boolean): Cell {
  if (result === null) return { text: left ? '–' : '', colour: colours.rule }
  return result === 'K' ? { text: 'K' } : { text: 'BK', face: 'arimo-bold', tint: '#C9C9C9' }
}

function drawLegend(sheet: Sheet, y: number): void {
  const text = 'K: unit dicapai sesuai kriteria unjuk kerja.    BK: belum dicapai.    – tidak dinilai.'
  sheet.text(text, sheet.left, y, { face: 'arimo', size: 8, colour: colours.grey })
}
