import { type Action, runAction } from './action.ts'
import { isTypedKey, matchesKeys } from './key-match.ts'

/** An action that is bound to keys. */
export type KeyedAction = Action & { keys: string }

/** A lock hides everything; a dialog's keys hide those of the page below it; a page's own keys win over the program's. */
export type KeyLevel = 'program' | 'page' | 'dialog' | 'lock'

export interface KeyLayer {
  level: KeyLevel
  actions: readonly KeyedAction[]
}

const order: Record<KeyLevel, number> = { lock: 0, dialog: 1, page: 2, program: 3 }
const layers: KeyLayer[] = []
const listeners = new Set<() => void>()
let turn = 0

/** Hears when a page brings its keys or takes them away. */
export function onKeys(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Another number after each such change. */
export function keyTurn(): number {
  return turn
}

function changed() {
  turn++
  for (const listener of listeners) listener()
}

/** Puts the layer on top of those of its level; returns how to take it away. */
export function addKeyLayer(layer: KeyLayer): () => void {
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

/** What works at this moment, topmost first; F1 lists it. */
export function activeKeys(level: KeyLevel): KeyedAction[] {
  return layers.filter(layer => layer.level === level).flatMap(layer => layer.actions)
}

/** What Esc closes before it means anything to the page; looked at before the press, because then it is closed already. */
let openAtPress = false
/** A dialog that its own Esc takes away at once must still keep the page below from hearing the same press. */
let dialogAtPress = false

/** Ctrl Enter ends a page's work from wherever the cursor stands: a closed list would take it as Enter and open. */
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
  if (event.key === 'F4' && openList(target)) {
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
      if (layer.level === 'program' && action.keys === 'Ctrl Z' && holdsText(target)) continue
      event.preventDefault()
      void runAction(action)
      return
    }
  }
}

/** Another button or link under the cursor is pressed by Enter itself; a choice that is made already has nothing more to do. */
function hasOwnEnter(target: Element | null): boolean {
  return target?.closest('button:not([aria-pressed="true"]), a[href]') != null
}

/** There Ctrl Z takes back what was typed. */
function holdsText(target: Element | null): boolean {
  const field = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
  return field ? target.value !== '' : target?.closest('[contenteditable=true]') != null
}

/** F4 opens the list of choices of any field, as a click on it does; false where there is none, or where it is open. */
function openList(target: Element | null): boolean {
  if (!(target instanceof HTMLInputElement) || target.getAttribute('aria-haspopup') !== 'listbox') return false
  if (target.getAttribute('aria-expanded') === 'true' || target.disabled) return false
  target.click()
  return true
}

function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null
}

/** A list, menu or month that is open under the cursor. */
function isInsideOpen(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  if (target.getAttribute('aria-expanded') === 'true') return true
  return target.closest('[role=listbox], [role=menu], [role=dialog]:not([aria-modal=true])') !== null
}
