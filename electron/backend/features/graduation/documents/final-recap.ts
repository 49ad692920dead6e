import type { ListFacts } from '../../../../../shared/facts/list-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { meanScore } from '../../../../../shared/features/score/score.ts'
import { hundredths } from '../../../../../shared/kernel/number-format.ts'
import { dateRange } from '../../../../../shared/kernel/plain-date.ts'
import { roundedQuotient } from '../../../../../shared/kernel/quotient.ts'
import { cohortSubtitle, cohortTitle, decisionOf } from '../../../paper-kit/cohort-format.ts'
import { drawListPaper } from '../../../paper-kit/list-paper.ts'
import { byHead } from '../../../paper-kit/signature-blocks.ts'
import { colours, type DrawnPaper } from '../../../pdf/sheet.ts'
import type { Row } from '../../../pdf/table/table.ts'

/** One line of the paper; null is left blank. `of` is the whole of the share. */
type RecapLine = { words: string; count: number | null; of: number | null }

/** From the applicants to those who passed. */
export function drawFinalRecap(facts: ListFacts, size: PaperSize): DrawnPaper {
  const { cohort } = facts
  return drawListPaper(facts, size, 'list', {
    name: 'Rekapitulasi akhir hasil pelatihan',
    title: 'REKAPITULASI AKHIR HASIL PELATIHAN',
    subtitle: cohortSubtitle(cohort),
    info: [
      { label: 'Kejuruan/Angkatan', value: cohortTitle(cohort) },
      { label: 'Pelaksanaan', value: dateRange(cohort.start, cohort.end) },
      { label: 'Tempat', value: cohort.room },
    ],
    table: usable => ({
      columns: [
        { title: 'No.', width: 9, align: 'center' },
        { title: 'Uraian', width: usable - 57 },
        { title: 'Jumlah', width: 24, align: 'right' },
        { title: 'Persen', width: 24, align: 'right' },
      ],
      headHeight: 7.2,
    }),
    rows: [...recapLines(facts).map(rowOf), ...resultRows(facts)],
    signOff: () => byHead(facts, { rank: true, lead: 11 }),
  })
}

function recapLines({ selection, trainees }: ListFacts): RecapLine[] {
  const applicants = selection?.applicants ?? null
  const members = trainees.length
  const decided = trainees.some(trainee => trainee.decision !== null)
  const counted = (wanted: string) => trainees.filter(trainee => decisionOf(trainee) === wanted).length
  const ofCohort = (words: string, count: number | null): RecapLine => ({ words, count, of: members })
  return [
    { words: 'Pendaftar', count: applicants, of: applicants },
    { words: 'Lolos seleksi administrasi', count: selection?.administration ?? null, of: applicants },
    { words: 'Lolos wawancara', count: selection?.interview ?? null, of: applicants },
    ofCohort('Peserta pelatihan', members),
    ofCohort('Laki-laki', trainees.filter(trainee => trainee.sex === 'L').length),
    ofCohort('Perempuan', trainees.filter(trainee => trainee.sex === 'P').length),
    ofCohort('Mengundurkan diri', counted('withdrawn')),
    ofCohort('Dikeluarkan', counted('expelled')),
    ofCohort('Tidak lulus', decided ? counted('failed') : null),
    ofCohort('Lulus', decided ? counted('passed') : null),
  ]
}

function rowOf({ words, count, of }: RecapLine, index: number): Row {
  return {
    height: 7.5,
    cells: [
      String(index + 1),
      words,
      count === null ? '' : String(count),
      count === null || of === null || of === 0 ? '' : hundredths(roundedQuotient(count * 10_000, of)),
    ],
  }
}

function resultRows({ trainees }: ListFacts): Row[] {
  const mean = meanScore(trainees.map(trainee => trainee.final).filter(score => score !== null))
  const decided = trainees.some(trainee => trainee.decision !== null)
  const passed = trainees.filter(trainee => trainee.decision === 'passed').length
  const share = decided ? roundedQuotient(passed * 10_000, trainees.length) : null
  const line = (words: string, value: number | null, percent: string): Row => ({
    height: 8,
    tint: colours.tint,
    cells: [
      { text: words, span: 2, align: 'right', face: 'arimo-bold' },
      { text: value === null ? '' : `${hundredths(value)}${percent}`, span: 2, align: 'center', face: 'arimo-bold' },
    ],
  })
  return [line('Rata-rata nilai akhir', mean, ''), line('Persentase kelulusan', share, '%')]
}
