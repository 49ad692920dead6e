import type { TablerIcon } from '@tabler/icons-react'
import { createContext, useContext, useEffect, useRef } from 'react'
import type { OperationGroup } from '../../../shared/features/access/access-matrix.ts'
import { makeListeners } from '../feedback/listeners.ts'
import { toast } from '../feedback/toast.ts'
import { isTypedKey, matchesKeys } from './key-match.ts'
import { programKeys } from './program-keys.ts'

/**
 * Something a person can do on a page, declared once and used for its button (`<ActionButton action={save} />`), its keys (`useActions([save])`), its
 * hint below a grid (`<KeyHints hints={[save]} />`) and its line in F1.
 */
export interface Action {
  /** Text of the button: "Hapus 3 peserta", never "OK". */
  label: string
  /** The longest text that the button may have; it keeps this width, so that nothing beside it moves. */
  widest?: string
  /** Short text for hints and F1; by default the label in lower case. */
  hint?: string
  /** 'Ctrl S', 'Alt B', 'F2', '/', '↓', 'Esc'. In a text field only those with Ctrl or Alt, F keys and Esc work. */
  keys?: string
  /** Second keys with the same effect. */
  also?: string
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

/** Goes back to where one came from, by Esc. */
export function backAction(run: () => void, label = 'Kembali'): KeyedAction {
  return { label, keys: 'Esc', run }
}

/** To the next and previous one: `stepActions('Orang', step)`. */
export function stepActions(what: string, step: (by: 1 | -1) => void, next = '↓', previous = '↑'): [Action, Action] {
  return [
    { label: `${what} berikutnya`, keys: next, run: () => step(1) },
    { label: `${what} sebelumnya`, keys: previous, run: () => step(-1) },
  ]
}

/** The button that closes a dialog or form. Dialogs handle Esc themselves, so it needs no key. */
export function cancelAction(run: () => void, label = 'Batal'): Action {
  return { label, keys: 'Esc', run }
}

/** The main action of a page or dialog: `primaryAction('Alt B', 'Peserta baru', () => …, { needs })`. */
export function primaryAction(keys: string, label: string, run: () => unknown, more: Partial<Action> = {}): Action {
  return { label, keys, tone: 'primary', run, ...more }
}

/** Whether the signed-in person has a right; before sign-in nothing is hidden. */
export const MayContext = createContext<(group: OperationGroup) => boolean>(() => true)

/** Whether an action is shown and bound, by the rights of the signed-in person. */
export function useMayRun(): (action: Pick<Action, 'needs'>) => boolean {
  const may = useContext(MayContext)
  return ({ needs }) => needs === undefined || may(needs)
}

/**
 * Binds the keys of actions while the component is mounted, and lists them in F1. Actions may change on each render. False entries are skipped:
 * `canEdit && edit`.
 */
export function useActions(actions: readonly (Action | false | null | undefined)[], level: KeyLevel = 'page'): void {
  const mayRun = useMayRun()
  const layer = useRef<KeyLayer>({ level, actions: [] })
  useEffect(() => {
    layer.current.actions = actions.flatMap(action =>
      action && mayRun(action) ? [action.keys, action.also].flatMap(keys => (keys ? [{ ...action, keys }] : [])) : [],
    )
  })
  useEffect(() => {
    layer.current.level = level
    return addKeyLayer(layer.current)
  }, [level])
}

/** An action with keys. */
export type KeyedAction = Action & { keys: string }

/** A lock hides all other keys; keys of a dialog hide those of the page; keys of a page win over those of the program. */
type KeyLevel = 'program' | 'page' | 'dialog' | 'lock'

interface KeyLayer {
  level: KeyLevel
  actions: readonly KeyedAction[]
}

const order: Record<KeyLevel, number> = { lock: 0, dialog: 1, page: 2, program: 3 }
const layers: KeyLayer[] = []
const listeners = makeListeners()
let turn = 0

/** Calls the listener when key bindings change. */
export const onKeys = listeners.subscribe

/** Changes with every change of the bindings. */
export function keyTurn(): number {
  return turn
}

function changed() {
  turn++
  listeners.tell()
}

/** Adds a layer on top of its level; returns a function that removes it. */
function addKeyLayer(layer: KeyLayer): () => void {
  layers.unshift(layer)
  layers.sort((a, b) => order[a.level] - order[b.level])
  if (layers.length === 1) {
    window.addEventListener('keydown', pressEarly, true)
    window.addEventListener('keydown', press)
  }
  changed()
  return () => {
    layers.splice(layers.indexOf(layer), 1)
    changed()
    if (layers.length > 0) return
    window.removeEventListener('keydown', pressEarly, true)
    window.removeEventListener('keydown', press)
  }
}

/** Keys that work now, topmost first; F1 lists them. */
export function activeKeys(level: KeyLevel): KeyedAction[] {
  return layers.filter(layer => layer.level === level).flatMap(layer => layer.actions)
}

/** True if an open list or menu will handle Esc. Recorded before the press is handled, because the list is closed afterwards. */
let openAtPress = false
/** True if a dialog was open. A dialog that closes by its own Esc must not let the page below handle the same press. */
let dialogAtPress = false

/** Ctrl Enter is handled in the capture phase, because a closed list would take it as Enter and open. */
function pressEarly(event: KeyboardEvent) {
  if (event.key === 'Escape') openAtPress = isInsideOpen(event.target)
  dialogAtPress = isDialogOpen()
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  press(event)
  if (event.defaultPrevented) event.stopPropagation()
}

function press(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing) return
  const target = event.target instanceof Element ? event.target : null
  const dialogOpen = dialogAtPress || isDialogOpen()
  const typing =
    target !== null &&
    target.closest('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]') !== null
  if (event.key === 'Escape' && openAtPress) return
  if (event.key === programKeys.choices && openList(target)) {
    event.preventDefault()
    return
  }
  const isLocked = layers[0]?.level === 'lock'
  for (const layer of layers) {
    if (isLocked && layer.level !== 'lock') return
    if (dialogOpen && layer.level !== 'dialog' && layer.level !== 'lock') return
    for (const action of layer.actions) {
      if (!matchesKeys(action.keys, event)) continue
      if (typing && isTypedKey(action.keys)) continue
      if (action.keys === 'Enter' && hasOwnEnter(target)) return
      if (layer.level === 'program' && action.keys === programKeys.undo && holdsText(target)) continue
      event.preventDefault()
      void runAction(action)
      return
    }
  }
}

/** True if Enter belongs to the focused button or link. Not for a selected choice, which has nothing to do on Enter. */
function hasOwnEnter(target: Element | null): boolean {
  return target?.closest('button:not([aria-pressed="true"]), a[href]') != null
}

/** True for text fields, where Ctrl Z undoes typing. */
function holdsText(target: Element | null): boolean {
  const field = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
  return field ? target.value !== '' : target?.closest('[contenteditable=true]') != null
}

/** F4 opens the list of any field, like a click; false if there is none or it is open. */
function openList(target: Element | null): boolean {
  if (!(target instanceof HTMLInputElement) || target.getAttribute('aria-haspopup') !== 'listbox') return false
  if (target.getAttribute('aria-expanded') === 'true' || target.disabled) return false
  target.click()
  return true
}

function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null
}

/** True inside an open list, menu or month. */
function isInsideOpen(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  if (target.getAttribute('aria-expanded') === 'true') return true
  return target.closest('[role=listbox], [role=menu], [role=dialog]:not([aria-modal=true])') !== null
}
