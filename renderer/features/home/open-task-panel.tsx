import { Box, Flex } from '@mantine/core'
import {
  IconCalendar,
  IconCircleCheck,
  IconClipboardCheck,
  IconCoins,
  IconGavel,
  IconPrinter,
  IconUserCheck,
  IconUserExclamation,
  type TablerIcon,
} from '@tabler/icons-react'
import type { OpenTask } from '../../../shared/features/home/contract.ts'
import { LinkAction } from '../../ui/action/link-action.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import styles from './open-task-panel.module.css'

const icons: Record<OpenTask['kind'], TablerIcon> = {
  panel: IconGavel,
  certificates: IconPrinter,
  attendance: IconClipboardCheck,
  absence: IconUserExclamation,
  instructor: IconUserCheck,
  calendar: IconCalendar,
  activity: IconCoins,
}

/** What waits to be finished, nearest deadline first, each with the page where it is done. */
export function OpenTaskPanel({ tasks }: { tasks: readonly OpenTask[] }) {
  return (
    <Panel title="Menunggu diselesaikan" flush>
      {tasks.length === 0 ? (
        <p className={styles.none}>
          <IconCircleCheck size={16} aria-hidden /> Tidak ada yang menunggu.
        </p>
      ) : (
        <ul className={layout.lines}>
          {tasks.map(task => (
            <OpenTaskRow key={`${task.kind} ${task.path} ${task.title}`} task={task} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

function OpenTaskRow({ task }: { task: OpenTask }) {
  const Icon = icons[task.kind]
  return (
    <Flex component="li" align="center" gap="0.75rem" p="0.5rem 1rem">
      <Icon size={17} stroke={1.75} className={styles.icon} aria-hidden />
      <Box miw={0} flex="1 1 auto">
        <Box component="p" fz="0.84375rem" fw={600} lh="1.1875rem">
          {task.title}
        </Box>
        <p className={layout.detail}>{task.detail}</p>
      </Box>
      <LinkAction path={task.path} label={`${task.action}: ${task.title}`}>
        {task.action}
      </LinkAction>
    </Flex>
  )
}
