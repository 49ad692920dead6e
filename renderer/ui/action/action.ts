import type { TablerIcon } from '@tabler/icons-react'
import type { OperationGroup } from '../../../shared/features/access/access-matrix.ts'
import { toast } from '../feedback/toast.ts'

/**
 * Something a person can do on a page, declared once: its button (`<ActionButton action={save} />`), its keys
 * (`useActions([save])`), the hint below a grid (`<KeyHints hints={[save]} />`) and its line in the list of F1 all come from here.
 */
export interface Action {
  /** Names it on the button: "Hapus 3 peserta", never "OK". */
  label: string
  /** The short form for hints and the list of F1; without it the label with a small first letter. */
  hint?: string
  /** 'Ctrl S', 'Alt B', 'F2', '/', '↓', 'Esc'. In a text field only those with Ctrl or Alt, F keys and Esc are heard. */
  keys?: string
  /** A returned promise locks the button until it settles, so that a second press cannot run it twice. */
  run: () => unknown
  /** What it does by the table of roles: for whoever may not it is neither drawn nor bound, since trying could only be refused. */
  needs?: OperationGroup | undefined
  /** Why it cannot run now. The button stays focusable and says so, and so do the keys. */
  refused?: string | undefined
  /** What a try while it is refused brings to light, such as the words under a field. */
  onRefused?: () => void
  pending?: boolean
  tone?: 'primary' | 'secondary' | 'quiet' | 'danger'
  icon?: TablerIcon
  iconAfter?: TablerIcon
}

export function actionHint({ hint, label }: Pick<Action, 'hint' | 'label'>): string {
  return hint ?? label.charAt(0).toLowerCase() + label.slice(1)
}

/** What a press of its button or its keys does; one that is refused says why, for a key that does nothing looks broken. */
export function runAction({ run, refused, onRefused, pending }: Omit<Action, 'label'>): unknown {
  if (pending) return
  if (refused === undefined) return run()
  return onRefused ? onRefused() : toast(refused, { refused: true })
}

/** The button that leaves a dialog or form. The dialog itself hears Esc, so it need not be bound. */
export function cancelAction(run: () => void, label = 'Batal'): Action {
  return { label, keys: 'Esc', run }
}
