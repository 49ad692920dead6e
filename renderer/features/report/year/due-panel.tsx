import { IconCalendarDown, IconCircleCheck, IconClockExclamation } from '@tabler/icons-react'
import type { DueItem } from '../../../../shared/features/report/contract.ts'
import { api } from '../../../app/client.ts'
import { useFileCommand } from '../../../app/file/use-file-command.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { LinkAction } from '../../../ui/action/link-action.tsx'
import { ErrorNote } from '../../../ui/feedback/error-note.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { PathLink } from '../../../ui/page/path-link.tsx'
import styles from './due-panel.module.css'

interface DuePanelProps {
  due: readonly DueItem[]
  /** Of so many; the rest is a link away. */
  shown?: number
  title?: string
}

/** What must be handed in and done, late first, each with its next act. */
export function DuePanel({ due, shown = 4, title = 'Jatuh tempo' }: DuePanelProps) {
  const more = due.length - shown
  const calendar = useFileCommand({ call: async () => (await api.report.calendar.call({})).file as File })
  return (
    <Panel
      title={title}
      extra={
        more > 0 ? (
          <LinkAction size="small" path="/laporan/jatuh-tempo">
            {more} lagi
          </LinkAction>
        ) : undefined
      }
    >
      <ErrorNote error={calendar.error} />
      {due.length === 0 ? (
        <p className={styles.none}>
          <IconCircleCheck size={16} aria-hidden /> Tidak ada yang jatuh tempo.
        </p>
      ) : (
        <>
          <ul className={styles.list}>
            {due.slice(0, shown).map(item => (
              <li key={item.key}>
                <PathLink path={item.path} className={styles.item}>
                  <span className={styles.title}>{item.title}</span>
                  <span className={styles.act}>{item.action}</span>
                  <span className={styles.detail}>{item.detail}</span>
                  <span
                    className={styles.days}
                    data-tone={item.daysLeft < 0 ? 'err' : item.daysLeft <= 7 ? 'warn' : undefined}
                  >
                    {item.daysLeft < 0 && <IconClockExclamation size={13} aria-hidden />} {daysWords(item.daysLeft)}
                  </span>
                </PathLink>
              </li>
            ))}
          </ul>
          <ActionButton
            size="xs"
            icon={IconCalendarDown}
            pending={calendar.pending}
            onAction={() => calendar.run(undefined)}
          >
            Simpan ke kalender (.ics)
          </ActionButton>
        </>
      )}
    </Panel>
  )
}

function daysWords(days: number): string {
  if (days === 0) return 'hari ini'
  return days < 0 ? `lewat ${-days} hari` : `${days} hari lagi`
}
