import { Box, Flex } from '@mantine/core'
import { IconClockExclamation } from '@tabler/icons-react'
import type { DueItem } from '../../../../shared/features/report/contract.ts'
import { api } from '../../../app/client.ts'
import { useFileCommand } from '../../../app/file/use-file-command.ts'
import { LinkAction } from '../../../ui/action/action-button.tsx'
import { AllDone } from '../../../ui/feedback/all-done.tsx'
import { ErrorNote } from '../../../ui/feedback/note.tsx'
import layout from '../../../ui/page/layout.module.css'
import { Panel } from '../../../ui/page/panel.tsx'
import { PathLink } from '../../../ui/page/path-link.tsx'
import styles from './due-panel.module.css'

interface DuePanelProps {
  due: readonly DueItem[]
  /** Highest number of rows; a link shows the rest. */
  shown?: number
  title?: string
  /** Focuses the first row if it is late or near. */
  autoFocus?: boolean
}

/** What is due, late first, each with its next action. */
export function DuePanel({ due, shown = 4, title = 'Jatuh tempo', autoFocus = false }: DuePanelProps) {
  const more = due.length - shown
  const calendar = useFileCommand({ call: async () => (await api.report.calendar.call({})).file as File })
  return (
    <Panel
      title={title}
      extra={
        due.length > 0 && (
          <>
            <LinkAction size="small" label="Simpan .ics ke kalender" onAction={() => void calendar.run(undefined)}>
              Simpan .ics
            </LinkAction>
            {more > 0 && ' · '}
            {more > 0 && (
              <LinkAction size="small" path="/laporan/jatuh-tempo">
                {more} lagi
              </LinkAction>
            )}
          </>
        )
      }
    >
      <ErrorNote error={calendar.error} />
      {due.length === 0 ? (
        <AllDone>Tidak ada yang jatuh tempo.</AllDone>
      ) : (
        <Flex component="ul" direction="column" mb="0.5rem">
          {due.slice(0, shown).map((item, index) => (
            <li key={item.key}>
              <PathLink
                path={item.path}
                className={styles.item}
                data-autofocus={(autoFocus && index === 0 && item.daysLeft <= 7) || undefined}
              >
                <span className={styles.title}>{item.title}</span>
                <Box component="span" c="var(--tinta-6)" fw={600} ta="end">
                  {item.action}
                </Box>
                <span className={layout.tiny}>{item.detail}</span>
                <span
                  className={styles.days}
                  data-tone={item.daysLeft < 0 ? 'err' : item.daysLeft <= 7 ? 'warn' : undefined}
                >
                  {item.daysLeft < 0 && <IconClockExclamation size={13} aria-hidden />} {formatDaysUntil(item.daysLeft)}
                </span>
              </PathLink>
            </li>
          ))}
        </Flex>
      )}
    </Panel>
  )
}

function formatDaysUntil(days: number): string {
  if (days === 0) return 'hari ini'
  return days < 0 ? `lewat ${-days} hari` : `${days} hari lagi`
}
