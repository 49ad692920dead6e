import { followUpMonths } from '../../../../../shared/features/alumni/follow-up.ts'
import { measures } from '../../../../../shared/features/report/measure.ts'
import {
  type CellValue,
  percentOf,
  type ReportColumn,
  type ReportRow,
  type ReportTable,
} from '../../../../../shared/features/report/report.ts'
import { passBaseLabels, type ReportSetting } from '../../../../../shared/features/report/report-setting.ts'
import { tracerLines } from '../../../../../shared/features/report/tracer-measures.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import { countTotals, type Scope } from '../measure/measure-store.ts'
import type { Built } from './build-table.ts'

const lines = {
  employedFitting: 'Bekerja, sesuai kejuruan',
  employedOther: 'Bekerja, tidak sesuai',
  selfFitting: 'Wirausaha, sesuai kejuruan',
  selfOther: 'Wirausaha, tidak sesuai',
  seeking: 'Belum bekerja, mencari',
  homemaking: 'Belum bekerja, mengurus rumah tangga',
  studying: 'Sekolah / pelatihan lanjutan',
  unreached: 'Tidak terhubungi',
} as const satisfies Record<(typeof tracerLines)[number], string>

type TracerKey = `${(typeof tracerLines)[number] | 'due' | 'traced' | 'placed'}${3 | 6 | 12}`
type Row = {
  label: string
  kind: ReportRow['kind']
  no?: number
  part: (month: 3 | 6 | 12) => TracerKey
  whole: 'due' | 'traced'
  sumOf?: readonly [number, number]
}

/** Status of graduates who are due, and their placement among all and among those reached. */
export function buildTracer(db: ReadDatabase, scope: Scope): Built {
  const wanted = followUpMonths.flatMap(month => [
    ...tracerLines.map(line => `${line}${month}` as const),
    ...(['due', 'traced', 'placed'] as const).map(line => `${line}${month}` as const),
  ])
  const count = countTotals(db, [...wanted, 'graduates'], scope)
  const rows: Row[] = [
    ...tracerLines.map(
      (line, index): Row => ({
        label: lines[line],
        kind: 'row',
        no: index + 1,
        part: month => `${line}${month}`,
        whole: 'due',
      }),
    ),
    { label: 'JUMLAH lulusan', kind: 'total', part: month => `due${month}`, whole: 'due' },
    { label: 'Terlacak (baris 1–7)', kind: 'beside', part: month => `traced${month}`, whole: 'due', sumOf: [0, 6] },
    {
      label: 'Penempatan (baris 1–4) ÷ lulusan',
      kind: 'beside',
      part: month => `placed${month}`,
      whole: 'due',
      sumOf: [0, 3],
    },
    { label: 'Penempatan ÷ terlacak', kind: 'beside', part: month => `placed${month}`, whole: 'traced', sumOf: [0, 3] },
  ]
  const unasked = (month: 3 | 6 | 12) =>
    count[`due${month}`] - tracerLines.reduce((sum, line) => sum + count[`${line}${month}`], 0)
  const isOpen = followUpMonths.some(month => unasked(month) > 0)
  const table: ReportTable = {
    title: '',
    columns: [
      { key: 'no', title: 'No', kind: 'text' },
      { key: 'name', title: 'Status', kind: 'text' },
      ...followUpMonths.flatMap((month): ReportColumn[] => [
        { key: `people${month}`, title: `${month} bulan`, kind: 'count' },
        { key: `share${month}`, title: '%', kind: 'percent' },
      ]),
    ],
    rows: rows.flatMap((row): ReportRow[] => {
      const cells: Record<string, CellValue> = { no: row.no === undefined ? null : String(row.no), name: row.label }
      for (const month of followUpMonths) {
        cells[`people${month}`] = count[row.part(month)]
        cells[`share${month}`] = percentOf(count[row.part(month)], count[`${row.whole}${month}`])
      }
      const line: ReportRow = {
        kind: row.kind,
        cells,
        filters: {},
        measures: Object.fromEntries(followUpMonths.map(month => [`people${month}`, row.part(month)])),
        wholeRow: dueRow(isOpen) + (row.whole === 'due' ? 0 : 1),
        ...(row.sumOf ? { sumOf: row.sumOf } : {}),
      }
      if (row.kind !== 'total' || !isOpen) return [line]
      return [unaskedRow(unasked, month => count[`due${month}`]), line]
    }),
  }
  const waiting = followUpMonths.map(month => count.graduates - count[`due${month}`])
  return {
    tables: [table],
    definitions: [
      `Lulusan: ${count.graduates} orang yang diputuskan lulus dalam periode ini. ${measures.graduates.definition}`,
      'Persen: dibagi lulusan yang sudah waktunya dihubungi pada bulan itu, dua desimal; bagian-bagiannya dapat berjumlah 99,99 atau 100,01.',
      'Tingkat penempatan: (bekerja + wirausaha) ÷ lulusan × 100; di bawahnya dibagi yang terlacak.',
      'Sesuai kejuruan: menurut jawaban; yang tidak ditanyakan termasuk tidak sesuai.',
    ],
    notes: waiting.some(people => people > 0)
      ? [
          `Belum waktunya dihubungi: ${followUpMonths.map((month, index) => `${waiting[index]} orang pada ${month} bulan`).join(', ')}.`,
        ]
      : [],
  }
}

/** Position of the total among the rows. */
function dueRow(withUnasked: boolean): number {
  return tracerLines.length + (withUnasked ? 1 : 0)
}

function unaskedRow(people: (month: 3 | 6 | 12) => number, due: (month: 3 | 6 | 12) => number): ReportRow {
  const cells: Record<string, CellValue> = { no: String(tracerLines.length + 1), name: 'Belum ditanya' }
  for (const month of followUpMonths) {
    cells[`people${month}`] = people(month)
    cells[`share${month}`] = percentOf(people(month), due(month))
  }
  return { kind: 'row', cells, filters: null, wholeRow: dueRow(true) }
}

/** The indicators with one definition each. */
export function buildIndicators(db: ReadDatabase, scope: Scope, setting: ReportSetting): Built {
  const count = countTotals(
    db,
    [
      'spent',
      'budget',
      'finished',
      'plannedClasses',
      'graduates',
      'participants',
      'failed',
      'people',
      'certified',
      'tested',
      'competent',
      'placed3',
      'placed6',
      'placed12',
      'due3',
      'due6',
      'due12',
      'traced3',
      'traced6',
      'traced12',
      'hours',
      'personHours',
      'taughtHours',
      'present',
      'marks',
    ],
    scope,
  )
  const passWhole = setting.passBase === 'decree' ? count.participants : count.graduates + count.failed
  type Indicator = [key: string, name: string, formula: string, part: number, whole: number | null, kind?: 'Rp']
  const list: Indicator[] = [
    ['serapan', 'Realisasi anggaran', 'realisasi ÷ pagu × 100', count.spent, count.budget, 'Rp'],
    ['fisik', 'Capaian kegiatan', 'angkatan selesai ÷ angkatan rencana × 100', count.finished, count.plannedClasses],
    ['lulus', 'Tingkat kelulusan', `lulus ÷ ${passBaseLabels[setting.passBase]} × 100`, count.graduates, passWhole],
    ...followUpMonths.map(
      (month): Indicator => [
        `penempatan_${month}`,
        `Tingkat penempatan ${month} bulan`,
        `(bekerja + wirausaha) ÷ lulusan yang sudah ${month} bulan × 100`,
        count[`placed${month}`],
        count[`due${month}`],
      ],
    ),
    ...followUpMonths.map(
      (month): Indicator => [
        `penempatan_terlacak_${month}`,
        `Penempatan ${month} bulan dari yang terlacak`,
        '(bekerja + wirausaha) ÷ terlacak × 100',
        count[`placed${month}`],
        count[`traced${month}`],
      ],
    ),
    [
      'bersertifikat',
      'Peserta bersertifikat BLK',
      'pemegang sertifikat ÷ peserta × 100',
      count.certified,
      count.participants,
    ],
    ['sertifikasi', 'Lulus uji BNSP', 'K ÷ ikut uji × 100', count.competent, count.tested],
    ['kehadiran', 'Tingkat kehadiran', 'hari hadir ÷ hari terisi × 100', count.present, count.marks],
    ['ikd_pbk', 'Tenaga kerja yang mendapat pelatihan berbasis kompetensi', 'orang yang berbeda', count.people, null],
    ['jp', 'Jam pelatihan', 'jumlah JP angkatan yang selesai', count.hours, null],
    ['orang_jp', 'Orang-JP', 'JP × yang hadir', count.personHours, null],
    ['jp_mengajar', 'JP mengajar', 'JP yang benar-benar diajarkan', count.taughtHours, null],
  ]
  return {
    tables: [
      {
        title: '',
        columns: [
          { key: 'no', title: 'No', kind: 'text' },
          { key: 'name', title: 'Indikator', kind: 'text' },
          { key: 'formula', title: 'Rumus', kind: 'text' },
          { key: 'part', title: 'Pembilang', kind: 'count' },
          { key: 'whole', title: 'Pembagi', kind: 'count' },
          {
            key: 'value',
            title: 'Capaian (%)',
            kind: 'percent',
            follows: { rule: 'share', part: 'part', whole: 'whole' },
          },
          { key: 'key', title: 'Kode', kind: 'text' },
        ],
        rows: list.map(
          ([key, name, formula, part, whole], index): ReportRow => ({
            kind: 'row',
            cells: {
              no: String(index + 1),
              name,
              formula,
              part,
              whole,
              value: whole === null ? null : percentOf(part, whole),
              key,
            },
            filters: null,
          }),
        ),
      },
    ],
    definitions: ['Persen: dua desimal, dibulatkan setengah ke atas, dari bilangan bulat. Pembagi nol ditulis “–”.'],
    notes: [
      'Persentase tenaga kerja bersertifikat (naker_sertifikat) memerlukan jumlah tenaga kerja dari BPS dan diisi di Dinas.',
    ],
  }
}
