import { Flex } from '@mantine/core'
import type { ImportReading } from '../../../shared/features/import/contract.ts'
import { classNames } from '../../ui/page/class-names.ts'
import layout from '../../ui/page/layout.module.css'
import { count } from './import-labels.ts'
import styles from './row-counters.module.css'
import type { RowFilter } from './row-filter.ts'

interface RowCountersProps {
  reading: ImportReading
  /** Number of undecided rows; absent where nothing is decided. */
  waiting?: number
  filter: RowFilter
  onFilter: (filter: RowFilter) => void
}

/** Number of rows of each kind; pressing one filters by it. */
export function RowCounters({ reading, waiting, filter, onFilter }: RowCountersProps) {
  const { rows, summary } = reading
  const counters: { filter: RowFilter; label: string; value: number; tone?: string | undefined }[] = [
    ...(waiting === undefined ? [] : [{ filter: 'decide' as const, label: 'Perlu diputuskan', value: waiting }]),
    { filter: 'all', label: 'Semua baris', value: rows.length },
    { filter: 'create', label: 'Baru', value: summary.create, tone: layout.ok },
    { filter: 'match', label: 'Sudah ada', value: summary.match, tone: styles.info },
    { filter: 'duplicate', label: 'Ganda dalam berkas', value: summary.duplicate, tone: layout.warned },
    { filter: 'reject', label: 'Ditolak', value: summary.reject, tone: layout.err },
  ]
  return (
    <Flex component="fieldset" wrap="wrap" gap="0.625rem" m={0} p={0} bd={0} aria-label="Saring menurut keadaan">
      {counters.map(one => (
        <button
          key={one.filter}
          type="button"
          className={styles.counter}
          aria-pressed={one.filter === filter}
          onClick={() => onFilter(one.filter)}
        >
          <span className={classNames(styles.value, one.value > 0 && one.tone)}>{count(one.value)}</span>{' '}
          <span className={styles.label}>{one.label}</span>
        </button>
      ))}
    </Flex>
  )
}
