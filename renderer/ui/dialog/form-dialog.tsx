import { Box, Drawer, Flex, Modal, type ModalProps, rem } from '@mantine/core'
import { type FocusEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { type Action, cancelAction, runAction, useActions } from '../action/action.ts'
import { ActionButton } from '../action/action-button.tsx'
import { ErrorNote } from '../feedback/note.tsx'
import { ToastPlace } from '../feedback/toast-place.tsx'
import { enterMovesOn } from '../form/enter-moves-on.ts'
import { classNames } from '../page/class-names.ts'
import layout from '../page/layout.module.css'
import styles from './form-dialog.module.css'
import { usePlaceKept } from './use-place-kept.ts'
import { useReturnFocus } from './use-return-focus.ts'

const firstField = 'input:enabled:not([type=hidden], [type=file], [type=radio]:not(:checked)), textarea:enabled'

/** Width of a drawer with two columns; all others use that of the theme. */
export const wideDrawer = rem(640)

interface FormDialogProps {
  title: string
  onClose: () => void
  /**
   * Ends the form by its button (primary), by its keys (Ctrl S and Ctrl Enter), and by Enter in the last field; in other fields Enter moves on. If
   * the action has only Ctrl Enter, Enter in the last field moves to its button instead, so that the person looks once more.
   */
  action: Action
  /** Why the action failed. */
  error?: string | null
  size?: ModalProps['size']
  /** Shown left of the buttons: hints, or another action. */
  extra?: ReactNode
  cancel?: string
  /** Focuses the button, because nothing needs to be filled in. */
  autoFocus?: boolean
  /** Answers that come late make it higher: it opens near the top of the window, where there is room for that. */
  grows?: boolean
  /** The form handles Enter itself. */
  ownEnter?: boolean
  /** Above another dialog: the title is plain text, because there is already a landmark. */
  over?: boolean
  /** Who else has the record open; beside the title. */
  present?: ReactNode
  /** The form holds unsaved values that nobody typed just now, such as a draft that was put back. Closing must ask before they are lost. */
  unsaved?: boolean
  children: ReactNode
}

/** A form in a dialog. Mount only while open: closing it discards what is typed, after asking. */
export function FormModal(props: FormDialogProps) {
  useReturnFocus()
  const leaving = useLeaving(props)
  if (props.over)
    return (
      <Modal.Root
        opened
        centered
        radius="lg"
        padding={rem(20)}
        onClose={leaving.leave}
        {...(props.size ? { size: props.size } : {})}
      >
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
    <Modal
      opened
      centered={!props.grows}
      onClose={leaving.leave}
      title={props.title}
      {...(props.size ? { size: props.size } : {})}
    >
      <FormBody {...props} leaving={leaving} foot={styles.actions} />
    </Modal>
  )
}

/** The same at the right side of the page; its buttons are always visible. */
export function FormDrawer(props: FormDialogProps) {
  useReturnFocus()
  const leaving = useLeaving(props)
  return (
    <Drawer opened onClose={leaving.leave} title={titleOf(props)} {...(props.size ? { size: props.size } : {})}>
      <FormBody {...props} leaving={leaving} foot={styles.foot} />
    </Drawer>
  )
}

function titleOf({ title, present }: FormDialogProps): ReactNode {
  return present === undefined ? (
    title
  ) : (
    <span className={styles.title}>
      {title}
      {present}
    </span>
  )
}

/** Esc, × and Batal close at once, unless typed text or a value put back would be lost: then the foot asks, and a second Esc stays. */
function useLeaving({ onClose, unsaved = false }: Pick<FormDialogProps, 'onClose' | 'unsaved'>) {
  const typed = useTypedText()
  const [confirming, setConfirming] = useState(false)
  const from = useRef<Element>(null)
  return {
    confirming,
    watch: typed.watch,
    leave() {
      if (confirming) stay()
      else if (!unsaved && !typed.isTyped()) onClose()
      else {
        from.current = document.activeElement
        setConfirming(true)
      }
    },
    stay,
  }
  function stay() {
    setConfirming(false)
    if (from.current instanceof HTMLElement) from.current.focus()
  }
}

function FormBody(props: FormDialogProps & { foot: string | undefined; leaving: ReturnType<typeof useLeaving> }) {
  const { leaving } = props
  const [tried, setTried] = useState(false)
  const { onRefused } = props.action
  const refused = tried && onRefused === undefined ? props.action.refused : undefined
  const error = props.error ?? refused ?? null
  const body = useRef<HTMLDivElement>(null)
  usePlaceKept(body)
  const action: Action = {
    tone: 'primary',
    keys: 'Ctrl S',
    ...props.action,
    onRefused() {
      if (onRefused) onRefused()
      else setTried(true)
    },
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
  // Before the window looks for its first field, which would else be its ×.
  useLayoutEffect(() => {
    if (body.current?.querySelector('[data-autofocus]')) return
    const first = body.current?.querySelector(firstField) ?? button.current?.querySelector('button')
    first?.setAttribute('data-autofocus', 'true')
  }, [])
  const end = () =>
    action.keys === 'Ctrl Enter' ? button.current?.querySelector('button')?.focus() : void runAction(action)
  const inDrawer = props.foot === styles.foot
  return (
    <div
      ref={body}
      className={classNames(layout.stack, styles.body)}
      onFocusCapture={leaving.watch}
      onKeyDownCapture={props.ownEnter ? undefined : enterMovesOn(end)}
    >
      {props.children}
      {inDrawer && <ErrorNote error={error} />}
      <div className={props.foot}>
        {leaving.confirming ? (
          <>
            <Flex component="p" align="center" mr="auto" role="alert">
              Isian belum disimpan.
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
            {/* Together, so that a message that needs a line of its own moves none of them. */}
            <Flex wrap="wrap" justify="flex-end" gap="0.625rem">
              <ActionButton action={cancelAction(leaving.leave, props.cancel)} />
              <Box ref={button} display="contents">
                <ActionButton action={action} {...(props.autoFocus ? { autoFocus: true } : {})} />
              </Box>
            </Flex>
          </>
        )}
        {!inDrawer && error !== null && (
          <Box flex="1 0 100%">
            <ErrorNote error={error} />
          </Box>
        )}
      </div>
    </div>
  )
}

type TextField = HTMLInputElement | HTMLTextAreaElement

/** Compares the fields of a form with their text when they were first focused, so that reverted typing does not count. */
function useTypedText() {
  const first = useRef(new Map<TextField, string>())
  return {
    /** `onFocusCapture` of the form. */
    watch({ target }: FocusEvent) {
      if (isText(target) && !first.current.has(target)) first.current.set(target, target.value)
    },
    /** True if typed text would be lost now. */
    isTyped: () => [...first.current].some(([field, text]) => field.isConnected && field.value !== text),
  }
}

function isText(target: EventTarget): target is TextField {
  if (target instanceof HTMLTextAreaElement) return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'file', 'range'].includes(target.type)
}
