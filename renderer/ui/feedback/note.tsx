import { Box, Flex } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle, type TablerIcon } from '@tabler/icons-react'
import { type ComponentType, createContext, type ReactNode, useContext } from 'react'
import { classNames } from '../page/class-names.ts'
import styles from './note.module.css'

type NoteTone = 'ok' | 'warn' | 'err' | 'info'

interface NoteProps {
  tone?: NoteTone
  /** Instead of the sign of the tone. */
  icon?: TablerIcon
  /** Bold, before the text. */
  title?: ReactNode
  /** Links or buttons at the right. */
  actions?: ReactNode
  children?: ReactNode
  /** Announced when it appears: for results of the last action. */
  live?: boolean
}

const signs = { ok: IconCircleCheck, warn: IconAlertTriangle, err: IconCircleX, info: IconInfoCircle }

export function Note({ tone = 'info', icon, title, actions, children, live = false }: NoteProps) {
  const Sign = icon ?? signs[tone]
  return (
    <div
      className={classNames(styles.note, styles[tone], actions !== undefined && styles.acting)}
      role={live ? (tone === 'err' ? 'alert' : 'status') : undefined}
    >
      <Sign size={18} className={styles.sign} aria-hidden />
      <Box miw={0} flex="1 1 auto">
        {title !== undefined && <strong>{title}</strong>} {children}
      </Box>
      {actions !== undefined && (
        <Flex flex="none" gap="1rem">
          {actions}
        </Flex>
      )}
    </div>
  )
}

/** The error of a command with a link to its help; nothing without an error. Announced when it appears. */
export function ErrorNote({ error }: { error: string | null | undefined }) {
  const Help = useContext(ErrorHelpContext)
  return error ? (
    <Note tone="err" live>
      {error} {Help && <Help message={error} />}
    </Note>
  ) : null
}

/** Component that links an error to its help. Provided by the frame, because only it knows the guide. */
export const ErrorHelpContext = createContext<ComponentType<{ message: string }> | null>(null)
