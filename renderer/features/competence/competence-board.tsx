import { dateText, formatEarlier } from '../../../shared/features/competence/competence-format.ts'
import type { CompetenceRow } from '../../../shared/features/competence/contract.ts'
import { rowName } from '../../../shared/kernel/row-name.ts'
import { Badge } from '../../ui/feedback/badge.tsx'
import { between } from '../../ui/grid/grid-widths.ts'
import { KeyGrid, type KeyGridCellColumn, type KeyGridFace, type KeyGridProps } from '../../ui/grid/key-grid.tsx'
import { OneLine } from '../../ui/page/one-line.tsx'
import { Panel } from '../../ui/page/panel.tsx'
import { type TestColumn, testColumns } from './test-writes.ts'

const heads: Record<TestColumn, Omit<KeyGridCellColumn, 'key'>> = {
  result: { head: 'Hasil', label: 'hasil uji', width: between(3.25, 3.5), letters: 'KB' },
  number: { head: 'Nomor sertifikat', label: 'nomor sertifikat BNSP', width: between(11.5, 12.25), align: 'start' },
  registration: { head: 'No. Reg.', label: 'nomor registrasi', width: between(7.5, 8), align: 'start' },
  testedOn: { head: 'Tanggal uji', label: 'tanggal uji', width: between(5.5, 5.75) },
  validUntil: { head: 'Berlaku s.d.', label: 'berlaku sampai dengan', width: between(5.5, 5.75) },
  scheme: { head: 'Skema', label: 'skema', width: between(6.5, 12), align: 'start' },
  lsp: { head: 'LSP', label: 'LSP', width: between(6.25, 11), align: 'start' },
}
const columns = testColumns.map(key => ({ key, ...heads[key] }))

/** Shown if a person was tested more than once; in a small window the name tells it. */
const earlier = {
  key: 'earlier',
  head: 'Uji lalu',
  width: '5rem',
  spare: true as const,
  cell: (row: CompetenceRow) => <OneLine text={formatEarlier(row.earlier)} />,
}

interface BoardRow extends CompetenceRow {
  key: number
  label: string
}

interface CompetenceBoardProps extends Pick<KeyGridProps<BoardRow>, 'onWrite' | 'waiting' | 'questions'> {
  rows: readonly CompetenceRow[]
  locked: string | undefined
}

/** Results of a class, one line a person, typed or pasted from the list of the LSP. */
export function CompetenceBoard({ rows, locked, ...handlers }: CompetenceBoardProps) {
  return (
    <Panel flush fill label="Hasil uji kompetensi BNSP">
      <KeyGrid
        label="Hasil uji kompetensi BNSP"
        rows={rows.map(row => ({ ...row, key: row.enrolmentId, label: rowName(row, rows) }))}
        columns={columns}
        before={[
          { key: 'no', head: 'No', width: between(2.25, 2.625), align: 'end', cell: row => row.position },
          {
            key: 'name',
            head: 'Nama peserta',
            width: between(9.5, 12.5),
            names: true,
            cell: row => <span title={nameTitle(row)}>{row.name}</span>,
          },
        ]}
        after={[
          ...(rows.some(row => row.earlier.length > 0) ? [earlier] : []),
          { key: 'rest', head: '', cell: () => null },
        ]}
        cell={(row, key) => faceOf(row, key, locked)}
        entry={{ kind: 'text' }}
        {...handlers}
        rowHeight={31}
      />
    </Panel>
  )
}

function nameTitle({ name, earlier }: CompetenceRow): string {
  return earlier.length === 0 ? name : `${name} · uji sebelumnya: ${formatEarlier(earlier)}`
}

function faceOf({ test }: BoardRow, key: string, locked: string | undefined): KeyGridFace {
  const column = testColumns.find(one => one === key)
  if (!column || !test) return { face: null, text: '', spoken: 'kosong', locked }
  if (column === 'result') {
    const competent = test.result === 'K'
    return {
      face: <Badge tone={competent ? 'ok' : 'err'}>{test.result}</Badge>,
      text: test.result,
      spoken: competent ? 'K, kompeten' : 'BK, belum kompeten',
      locked,
    }
  }
  if (column === 'testedOn' || column === 'validUntil') {
    const text = dateText(test[column])
    return { face: text, text, spoken: text || 'kosong', locked }
  }
  const text = test[column]
  return { face: <span title={text}>{text}</span>, text, spoken: text || 'kosong', locked }
}
