import { Box, Drawer, Flex, Modal, type ModalProps, rem } from '@mantine/core'
import { type ReactNode, useRef, useState } from 'react'
import { type Action, cancelAction, runAction } from '../action/action.ts'
import { ActionButton } from '../action/action-button.tsx'
import { useActions } from '../action/use-actions.ts'
import { ErrorNote } from '../feedback/error-note.tsx'
import { ToastPlace } from '../feedback/toast-place.tsx'
import { enterMovesOn } from '../form/enter-moves-on.ts'
import { useTypedText } from '../form/use-typed-text.ts'
import layout from '../page/layout.module.css'
import styles from './form-dialog.module.css'
import { useReturnFocus } from './use-return-focus.ts'

/** A drawer of two columns; every other one is as wide as the theme says. */
export const wideDrawer = rem(640)

interface FormDialogProps {
  title: string
  onClose: () => void
  /**
   * Ends the form: by its button (primary), by its keys (Ctrl S and Ctrl Enter), and by Enter, which goes from field to field, in the
   * last one. An act with Ctrl Enter alone is looked at once more: Enter in the last field goes to its button.
   */
  action: Action
  /** Why it was not done when it was tried. */
  error?: string | null
  size?: ModalProps['size']
  /** At the left of the buttons: hints, or something else that can be done. */
  extra?: ReactNode
  cancel?: string
  /** The button has the focus from the beginning, because nothing need be filled in; Enter presses it. */
  autoFocus?: boolean
  /** Enter is the form's own: it says itself what Enter does in its fields. */
  ownEnter?: boolean
  /** Stands over another window, whose head is a landmark already: the title is words in the body. */
  over?: boolean
  children: ReactNode
}

/** A form in a window over the page. Mount it while it is asked: what is typed goes with it, after a question. */
export function FormModal(props: FormDialogProps) {
  useReturnFocus()
  const leaving = useLeaving(props.onClose)
  if (props.over)
    return (
      <Modal.Root opened onClose={leaving.leave} {...(props.size ? { size: props.size } : {})}>
        <Modal.Overlay />
        <Modal.Content aria-label={props.title}>
          <Modal.Body>
            <Box component="h2" mb="0.875rem" fz="1.3125rem" fw={600} lh="1.75rem">
              {props.title}
            </Box>
            <FormBody {...props} leaving={leaving} foot={styles.actions} />
          </Modal.Body>
        </Modal.Content>
      </Modal.Root>
    )
  return (
    <Modal opened onClose={leaving.leave} title={props.title} {...(props.size ? { size: props.size } : {})}>
      <FormBody {...props} leaving={leaving} foot={styles.actions} />
    </Modal>
  )
}

/** The same at the right side of the page, its buttons always in sight. */
export function FormDrawer(props: FormDialogProps) {
  useReturnFocus()
  const leaving = useLeaving(props.onClose)
  return (
    <Drawer opened onClose={leaving.leave} title={props.title} {...(props.size ? { size: props.size } : {})}>
      <FormBody {...props} leaving={leaving} foot={styles.foot} />
    </Drawer>
  )
}

/** Esc, × and Batal close at once, unless something typed would be lost: then the foot asks, and a second Esc stays. */
function useLeaving(onClose: () => void) {
  const typed = useTypedText()
  const [asked, setAsked] = useState(false)
  const from = useRef<Element>(null)
  return {
    asked,
    watch: typed.watch,
    leave() {
      if (asked) stay()
      else if (!typed.isTyped()) onClose()
      else {
        from.current = document.activeElement
        setAsked(true)
      }
    },
    stay,
  }
  function stay() {
    setAsked(false)
    if (from.current instanceof HTMLElement) from.current.focus()
  }
}

function FormBody(props: FormDialogProps & { foot: string | undefined; leaving: ReturnType<typeof useLeaving> }) {
  const { leaving } = props
  const [tried, setTried] = useState(false)
  const action: Action = {
    tone: 'primary',
    keys: 'Ctrl S',
    onRefused: () => setTried(true),
    ...props.action,
    run() {
      setTried(false)
      return props.action.run()
    },
  }
  useActions(
    [action.keys !== 'Enter' && action, action.keys !== 'Ctrl Enter' && { ...action, keys: 'Ctrl Enter' }],
    'dialog',
  )
  const button = useRef<HTMLDivElement>(null)
  const end = () =>
    action.keys === 'Ctrl Enter' ? button.current?.querySelector('button')?.focus() : void runAction(action)
  const refused = tried && props.action.onRefused === undefined ? props.action.refused : undefined
  return (
    <div
      className={layout.stack}
      onFocusCapture={leaving.watch}
      onKeyDownCapture={props.ownEnter ? undefined : enterMovesOn(end)}
    >
      {props.children}
      <ErrorNote error={props.error ?? refused} />
      <div className={props.foot}>
        {leaving.asked ? (
          <>
            <Flex component="p" align="center" mr="auto" role="alert">
              Yang diketik belum disimpan.
            </Flex>
            <ActionButton action={{ label: 'Lanjut mengisi', keys: 'Esc', run: leaving.stay }} autoFocus />
            <ActionButton action={{ label: 'Buang isian', tone: 'danger', run: props.onClose }} />
          </>
        ) : (
          <>
            <ToastPlace ofDialog>
              {props.extra !== undefined && (
                <Flex wrap="wrap" gap="0.625rem" mr="auto">
                  {props.extra}
                </Flex>
              )}
            </ToastPlace>
            <ActionButton action={cancelAction(leaving.leave, props.cancel)} />
            <Box ref={button} display="contents">
              <ActionButton action={action} {...(props.autoFocus ? { autoFocus: true } : {})} />
            </Box>
          </>
        )}
      </div>
    </div>
  )
}
