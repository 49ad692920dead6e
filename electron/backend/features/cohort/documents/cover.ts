import type { ListFacts } from '../../../../../shared/facts/list-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { dateRange, yearOf } from '../../../../../shared/kernel/plain-date.ts'
import { formatBatch, formatCourse, officeOfRegion } from '../../../paper-kit/cohort-format.ts'
import { openListSheet } from '../../../paper-kit/list-paper.ts'
import type { DrawnPaper, Sheet } from '../../../pdf/sheet.ts'
import { drawInfoRows } from '../../../pdf/table/info-rows.ts'
import { balancedLines } from '../../../pdf/text/text-measure.ts'

/** Height of the F4 sheet between the margins for which the positions below are given. */
const measured = 280

export function drawCover(facts: ListFacts, size: PaperSize): DrawnPaper {
  const { centre } = facts
  const sheet = openListSheet(facts, size, 'cover', 'Sampul berkas')
  sheet.addPage()
  const { left, right, top, bottom } = sheet
  const at = (y: number) => top + ((y - 25) * (bottom - top)) / measured
  sheet.frame(left, top, right - left, bottom - top, 2)
  sheet.frame(left + 1.8, top + 1.8, right - left - 3.6, bottom - top - 3.6, 0.5)

  const offices = centre.lines.slice(0, -1).map(line => line.toUpperCase())
  offices.forEach((line, index) => {
    centred(sheet, line, at(42) + index * 7, 14)
  })
  if (centre.logo) {
    const box = { x: (left + right) / 2 - 16, y: at(64), width: 32, height: at(100) - at(64) }
    sheet.picture(centre.logo, 'Logo', box, 'contain')
  }
  const middle = (left + right) / 2
  centred(sheet, 'LAPORAN PELAKSANAAN', at(124), 24)
  centred(sheet, 'PELATIHAN BERBASIS KOMPETENSI', at(135.5), 17)
  sheet.line(middle - 30, at(144.8), middle + 30, at(144.8), 1.2)
  const courseEnd = centred(sheet, formatCourse(facts.cohort).toUpperCase(), at(156.5), 17)
  centred(sheet, formatBatch(facts.cohort).toUpperCase(), courseEnd + 8, 13)
  drawInfoRows(sheet, left + 30, Math.max(at(188.5), courseEnd + 20), infoOf(facts), {
    labelWidth: 36,
    right: right - 10,
    size: 11.5,
    leading: 7 * ((bottom - top) / measured),
    wraps: true,
  })
  drawOffice(sheet, facts, at(293.4))
  return sheet.finish()
}

function infoOf({ centre, cohort, days, trainees, budget }: ListFacts) {
  const hours = days.reduce((sum, day) => sum + day.hours, 0)
  return [
    { label: 'Kode angkatan', value: cohort.code },
    { label: 'Waktu', value: dateRange(cohort.start, cohort.end) },
    { label: 'Lama', value: `${days.length} hari kerja / ${hours}\u00a0JP` },
    { label: 'Jumlah peserta', value: `${trainees.length} orang` },
    { label: 'Tempat', value: cohort.room === '' ? officeOfRegion(centre.lines) : cohort.room },
    { label: 'Sumber dana', value: cohort.fundingSource },
    { label: 'Tahun anggaran', value: String(budget.year) },
  ]
}

/** Centre, region and year of the report, upwards from the bottom. */
function drawOffice(sheet: Sheet, { centre, cohort }: ListFacts, bottom: number): void {
  const office = centre.lines.at(-1) ?? ''
  const whole = officeOfRegion(centre.lines)
  const region = whole.startsWith(office) ? whole.slice(office.length).trim() : ''
  const lines = [office, region, String(yearOf(cohort.end))].filter(line => line !== '')
  lines.forEach((line, index) => {
    centred(sheet, line.toUpperCase(), bottom - (lines.length - 1 - index) * 7, 14)
  })
}

/** Bold and centred, on as many lines as needed; returns the last baseline. */
function centred(sheet: Sheet, text: string, y: number, wanted: number): number {
  const width = sheet.right - sheet.left - 20
  const longest = [...text].length > 60
  const style = { face: 'arimo-bold', size: longest ? wanted - 3 : wanted, tracking: 0.2 } as const
  const lines = balancedLines(text, style, width)
  const leading = style.size * 0.47
  lines.forEach((line, index) => {
    sheet.text(line, (sheet.left + sheet.right) / 2, y + index * leading, { ...style, align: 'center' })
  })
  return y + (lines.length - 1) * leading
}
