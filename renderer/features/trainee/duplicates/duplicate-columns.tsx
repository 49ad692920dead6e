import { Flex } from '@mantine/core'
import type { ReactNode } from 'react'
import type { DuplicatePair, DuplicateSide } from '../../../../shared/features/duplicate/contract.ts'
import { shortDate, yearOf } from '../../../../shared/kernel/plain-date.ts'
import layout from '../../../ui/page/layout.module.css'
import { formatMoment } from '../../../ui/page/moment-format.ts'
import { OneLine } from '../../../ui/page/one-line.tsx'
import type { DataColumn } from '../../../ui/table/data-table.tsx'
import styles from './duplicate-columns.module.css'
import { formatReason } from './duplicate-format.ts'

/** Two lines in a row, one for each person, so that differences are above each other. */
function Both({ pair, of }: { pair: DuplicatePair; of: (side: DuplicateSide) => ReactNode }) {
  return (
    <Flex component="span" direction="column" lh="1.1875rem">
      <span>{of(pair.first)}</span>
      <span>{of(pair.second)}</span>
    </Flex>
  )
}

export const pairColumns: DataColumn<DuplicatePair>[] = [
  {
    head: 'Nama',
    names: true,
    cell: row => <Both pair={row} of={side => <OneLine text={side.name} />} />,
    sort: row => row.first.name,
  },
  {
    head: 'NIK',
    width: '10rem',
    cell: row => <Both pair={row} of={side => <span className={layout.digits}>{side.maskedNik}</span>} />,
  },
  {
    head: 'Tanggal lahir',
    width: '8rem',
    cell: row => <Both pair={row} of={side => `${shortDate(side.birthDate)} ${yearOf(side.birthDate)}`} />,
    sort: row => row.first.birthDate,
  },
  {
    head: 'Kelurahan',
    cell: row => <Both pair={row} of={side => <OneLine text={side.village ?? '–'} width="narrow" />} />,
    sort: row => row.first.village,
  },
  { head: 'Kelas', width: '4.5rem', align: 'end', cell: row => <Both pair={row} of={side => side.classes} /> },
  { head: 'Alasan', cell: row => <span className={styles.words}>{formatReason(row.reasons)}</span> },
]

export const decidedColumn: DataColumn<DuplicatePair> = {
  head: 'Diperiksa',
  cell: row =>
    row.decided && (
      <span className={styles.words}>
        {row.decided.by}, {formatMoment(row.decided.at)}
      </span>
    ),
}
