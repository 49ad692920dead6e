import { Flex, UnstyledButton } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import styles from './toast.module.css'

interface ToastOptions {
  /** Why a key or button did nothing; its own tooltip is seen only where it has the focus. */
  refused?: boolean
  /** Takes back what was done; the toast offers it as "Urungkan". */
  onUndo?: () => unknown
  /** Milliseconds on screen; 5 seconds, or 10 where it can be undone. */
  duration?: number
}

/** Says that something was done, or why not before it was tried. Never for errors: those stand where they happened. */
export function toast(message: string, { refused = false, onUndo, duration }: ToastOptions = {}): void {
  const id = notifications.show({
    autoClose: duration ?? (onUndo ? 10_000 : 5_000),
    withBorder: false,
    className: styles.toast ?? '',
    icon: refused ? <IconAlertTriangle size={18} aria-hidden /> : <IconCircleCheck size={18} aria-hidden />,
    closeButtonProps: { 'aria-label': 'Tutup pesan' },
    message: (
      <Flex align="center" gap="1rem" role="status">
        <span>{message}</span>
        {onUndo && (
          <UnstyledButton
            className={styles.undo}
            onClick={() => {
              notifications.hide(id)
              void onUndo()
            }}
          >
            Urungkan
          </UnstyledButton>
        )}
      </Flex>
    ),
  })
}
