import { Drawer, Flex, Modal, type ModalProps } from '@mantine/core'
import type { ReactNode } from 'react'
import { type Action, cancelAction, runAction } from '../action/action.ts'
import { ActionButton } from '../action/action-button.tsx'
import { useActions } from '../action/use-actions.ts'
import { ErrorNote } from '../feedback/error-note.tsx'
import { enterMovesOn } from '../form/enter-moves-on.ts'
import layout from '../page/layout.module.css'
import styles from './form-dialog.module.css'
import { useReturnFocus } from './use-return-focus.ts'

interface FormDialogProps {
  title: string
  onClose: () => void
  /** Ends the form: by its button (primary), by its keys (Ctrl S and Ctrl Enter), and by Enter in the last field. */
  action: Action
  /** Why it was not done when it was tried. */
  error?: string | null
  size?: ModalProps['size']
  /** At the left of the buttons: hints, or something else that can be done. */
  extra?: ReactNode
  cancel?: string
  /** The button has the focus from the beginning, because nothing need be filled in; Enter presses it. */
  autoFocus?: boolean
  /** Enter goes from field to field and ends the form in the last one. */
  enterMoves?: boolean
  children: ReactNode
}

/** A form in a window over the page. Mount it while it is asked: what is typed goes with it. */
export function FormModal(props: FormDialogProps) {
  useReturnFocus()
  return (
    <Modal opened onClose={props.onClose} title={props.title} {...(props.size ? { size: props.size } : {})}>
      <FormBody {...props} foot={styles.actions} />
    </Modal>
  )
}

/** The same at the right side of the page, its buttons always in sight. */
export function FormDrawer(props: FormDialogProps) {
  useReturnFocus()
  return (
    <Drawer opened onClose={props.onClose} title={props.title} {...(props.size ? { size: props.size } : {})}>
      <FormBody enterMoves {...props} foot={styles.foot} />
    </Drawer>
  )
}

function FormBody(props: FormDialogProps & { foot: string | undefined }) {
  const action: Action = { tone: 'primary', keys: 'Ctrl S', ...props.action }
  useActions(
    [action.keys !== 'Enter' && action, action.keys === 'Ctrl S' && { ...action, keys: 'Ctrl Enter' }],
    'dialog',
  )
  return (
    <div
      className={layout.stack}
      onKeyDownCapture={props.enterMoves ? enterMovesOn(() => void runAction(action)) : undefined}
    >
      {props.children}
      <ErrorNote error={props.error} />
      <div className={props.foot}>
        {props.extra !== undefined && (
          <Flex wrap="wrap" gap="0.625rem" mr="auto">
            {props.extra}
          </Flex>
        )}
        <ActionButton action={cancelAction(props.onClose, props.cancel)} />
        <ActionButton action={action} {...(props.autoFocus ? { autoFocus: true } : {})} />
      </div>
    </div>
  )
}
