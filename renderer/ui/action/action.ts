import type { TablerIcon } from '@tabler/icons-react'
import type { OperationGroup } from '../../../shared/features/access/access-matrix.ts'
import { toast } from '../feedback/toast.ts'

/**
 * Something a person can do on a page, declared once and used for its button (`<ActionButton action={save} />`), its keys (`useActions([save])`), its
 * hint below a grid (`<KeyHints hints={[save]} />`) and its line in F1.
 */
export interface Action {
  /** Text of the button: "Hapus 3 peserta", never "OK". */
  label: string
  /** Short text for hints and F1; by default the label in lower case. */
  hint?: string
  /** 'Ctrl S', 'Alt B', 'F2', '/', '↓', 'Esc'. In a text field only those with Ctrl or Alt, F keys and Esc work. */
  keys?: string
  /** If it returns a promise, the button is locked until that settles, so that a second press cannot run it twice. */
  run: () => unknown
  /** The right it needs. Without the right the action has no button and no key, because the backend would refuse it. */
  needs?: OperationGroup | undefined
  /** Why it cannot run now. The button stays focusable and shows it, and so do the keys. */
  refused?: string | undefined
  /** Called on a try while refused, for example to show errors under fields. */
  onRefused?: () => void
  pending?: boolean
  tone?: 'primary' | 'secondary' | 'quiet' | 'danger'
  icon?: TablerIcon
  iconAfter?: TablerIcon
}

export function actionHint({ hint, label }: Pick<Action, 'hint' | 'label'>): string {
  return hint ?? label.charAt(0).toLowerCase() + label.slice(1)
}

/** Runs an action from its button or keys. If it is refused it shows why, because a key that does nothing looks broken. */
export function runAction({ run, refused, onRefused, pending }: Omit<Action, 'label'>): unknown {
  if (pending) return
  if (refused === undefined) return run()
  return onRefused ? onRefused() : toast(refused, { refused: true })
}

/** The button that closes a dialog or form. Dialogs handle Esc themselves, so it needs no key. */
export function cancelAction(run: () => void, label = 'Batal'): Action {
  return { label, keys: 'Esc', run }
}

/** The main action of a page or dialog: `primaryAction('Alt B', 'Peserta baru', () => …, { needs })`. */
export function primaryAction(keys: string, label: string, run: () => unknown, more: Partial<Action> = {}): Action {
  return { label, keys, tone: 'primary', run, ...more }
}
