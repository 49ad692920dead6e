import { Flex } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import type { FolderRow } from '../../../shared/features/folder/contract.ts'
import { shortDay } from '../../../shared/kernel/date-format.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { Badge } from '../../ui/feedback/badge.tsx'
import layout from '../../ui/page/layout.module.css'
import { formatClock } from '../../ui/page/moment-format.ts'
import type { DataColumn } from '../../ui/table/data-table.tsx'
import styles from './cohort-papers.module.css'
import { paperStates } from './paper-states.ts'

export function rowTone({ state }: FolderRow): 'err' | 'done' | undefined {
  if (state === 'RETURNED') return 'err'
  return state === 'UNUSED' ? 'done' : undefined
}

/** 'Jum 20 Des, 08.00'; the year stands beside the list. */
function formatPrinted(at: string): string {
  return `${shortDay(at.slice(0, 10) as PlainDate)}, ${formatClock(at)}`
}

export function paperColumns(open: (row: FolderRow) => void): DataColumn<FolderRow>[] {
  return [
    {
      key: 'title',
      head: 'Berkas',
      names: true,
      cell: row => (
        <span className={styles.named}>
          <b className={styles.title}>{row.title}</b>
          <span className={styles.section}>{row.section}</span>
        </span>
      ),
    },
    {
      key: 'state',
      head: 'Keadaan',
      width: '9.25rem',
      cell: row => (
        <Badge tone={paperStates[row.state].tone} signed={row.state === 'CHECKED' || row.state === 'RETURNED'}>
          {paperStates[row.state].label}
        </Badge>
      ),
    },
    {
      key: 'printed',
      head: 'Dicetak',
      width: '13.5rem',
      cell: ({ printed, waitsFor }) =>
        printed ? (
          <Flex component="span" className={layout.oneLine} display="inline-flex" align="center" gap="0.5rem">
            {formatPrinted(printed.at)}
            {printed.changed.length > 0 && (
              <Badge tone="warn" signed>
                berubah
              </Badge>
            )}
          </Flex>
        ) : (
          <span className={styles.section}>{waitsFor ?? '–'}</span>
        ),
    },
    {
      key: 'acts',
      head: 'Tindakan',
      width: '6rem',
      align: 'end',
      cell: row => (
        <ActionButton
          size="xs"
          icon={IconEye}
          label={`Lihat ${row.title}`}
          refused={row.waitsFor ?? undefined}
          onAction={() => open(row)}
        >
          Lihat
        </ActionButton>
      ),
    },
  ]
}
