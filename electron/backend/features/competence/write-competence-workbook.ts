import writeExcelFile from 'write-excel-file/node'
import { dateText, formatEarlier } from '../../../../shared/features/competence/competence-format.ts'
import type { CompetenceRow } from '../../../../shared/features/competence/contract.ts'
import { inertText } from '../../../../shared/kernel/inert-text.ts'

const columns: readonly { head: string; width: number; text: (row: CompetenceRow, index: number) => string }[] = [
  { head: 'No', width: 5, text: (_, index) => String(index + 1) },
  { head: 'Nama', width: 30, text: row => inertText(row.name) },
  { head: 'Angkatan', width: 22, text: row => inertText(row.cohort) },
  { head: 'Kode Kelas', width: 14, text: row => row.code },
  { head: 'Tanggal Uji', width: 12, text: ({ test }) => dateText(test?.testedOn ?? null) },
  { head: 'LSP', width: 26, text: ({ test }) => inertText(test?.lsp ?? '') },
  { head: 'Skema', width: 32, text: ({ test }) => inertText(test?.scheme ?? '') },
  { head: 'Hasil', width: 18, text: ({ test }) => (test?.result === 'K' ? 'Kompeten' : 'Belum Kompeten') },
  { head: 'Nomor Sertifikat BNSP', width: 30, text: ({ test }) => inertText(test?.number ?? '') },
  { head: 'No. Reg.', width: 24, text: ({ test }) => inertText(test?.registration ?? '') },
  { head: 'Berlaku s.d.', width: 12, text: ({ test }) => dateText(test?.validUntil ?? null) },
  { head: 'Uji Sebelumnya', width: 24, text: row => inertText(formatEarlier(row.earlier)) },
]

/** The results as .xlsx; every cell is text, so that numbers keep their digits and nothing is run as a formula. */
export async function writeCompetenceWorkbook(rows: readonly CompetenceRow[], name: string): Promise<File> {
  const head = columns.map(column => ({ type: String, value: column.head, fontWeight: 'bold' as const }))
  const body = rows.map((row, index) =>
    columns.map(column => ({ type: String, value: column.text(row, index), format: '@' })),
  )
  const buffer = await writeExcelFile([head, ...body], {
    sheet: 'Uji BNSP',
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer()
  return new File([new Uint8Array(buffer)], name, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
}
