import { dateText, formatEarlier } from '../../../../shared/features/competence/competence-format.ts'
import type { CompetenceRow } from '../../../../shared/features/competence/contract.ts'
import { type CellList, listOf, type WorkbookColumn } from '../../files/list-columns.ts'

const columns: readonly WorkbookColumn<CompetenceRow>[] = [
  { head: 'No', width: 5, value: (_, index) => String(index + 1) },
  { head: 'Nama', width: 30, value: row => row.name },
  { head: 'Angkatan', width: 22, value: row => row.cohort },
  { head: 'Kode Kelas', width: 14, value: row => row.code },
  { head: 'Tanggal Uji', width: 12, value: ({ test }) => dateText(test?.testedOn ?? null) },
  { head: 'LSP', width: 26, value: ({ test }) => test?.lsp ?? '' },
  { head: 'Skema', width: 32, value: ({ test }) => test?.scheme ?? '' },
  { head: 'Hasil', width: 18, value: ({ test }) => (test?.result === 'K' ? 'Kompeten' : 'Belum Kompeten') },
  { head: 'Nomor Sertifikat BNSP', width: 30, value: ({ test }) => test?.number ?? '' },
  { head: 'No. Reg.', width: 24, value: ({ test }) => test?.registration ?? '' },
  { head: 'Berlaku s.d.', width: 12, value: ({ test }) => dateText(test?.validUntil ?? null) },
  { head: 'Uji Sebelumnya', width: 24, value: row => formatEarlier(row.earlier) },
]

export function competenceList(rows: readonly CompetenceRow[]): CellList {
  return listOf('Uji BNSP', columns, rows)
}
