import { UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import { KeyCap } from '../action/key-cap.tsx'
import { ariaKeys } from '../action/key-match.ts'
import { programKeys } from '../action/program-keys.ts'
import { classNames } from '../page/class-names.ts'
import { addToastPlace, hideToast, onToast, type Toast, toastState, undoLastAct } from './toast.ts'
import styles from './toast-place.module.css'

interface ToastPlaceProps {
  floating?: boolean
  ofDialog?: boolean
  children?: ReactNode
}

/** Where toasts appear without covering anything: in the head of a page instead of its facts, or in the foot of a dialog. */
export function ToastPlace({ floating = false, ofDialog = false, children }: ToastPlaceProps) {
  const [place] = useState(() => Symbol('place of messages'))
  const state = useSyncExternalStore(onToast, toastState)
  useEffect(() => addToastPlace(place, ofDialog), [place, ofDialog])
  if (state.toast === null || state.place !== place) return children
  return <Message toast={state.toast} floating={floating} />
}

function Message({ toast, floating }: { toast: Toast; floating: boolean }) {
  // The timer stops while the pointer or focus is on it.
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => hideToast(toast), toast.duration)
    return () => clearTimeout(timer)
  }, [held, toast])
  const Icon = toast.refused ? IconAlertTriangle : IconCircleCheck
  const { onUndo, link } = toast
  return (
    <div
      className={classNames(styles.toast, floating && styles.floating)}
      role="status"
      data-toast
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon size={18} color="#8fd0a8" aria-hidden />
      <span className={styles.message} title={toast.message}>
        {toast.message}
      </span>
      {link && (
        <UnstyledButton
          className={styles.undo}
          onClick={() => {
            hideToast(toast)
            void link.run()
          }}
        >
          {link.label}
        </UnstyledButton>
      )}
      {onUndo && (
        <UnstyledButton className={styles.undo} aria-keyshortcuts={ariaKeys(programKeys.undo)} onClick={undoLastAct}>
          Urungkan <KeyCap tone="dark">{programKeys.undo}</KeyCap>
        </UnstyledButton>
      )}
      <UnstyledButton className={styles.close} aria-label="Tutup pesan" onClick={() => hideToast(toast)}>
        <IconX size={16} aria-hidden />
      </UnstyledButton>
    </div>
  )
}
