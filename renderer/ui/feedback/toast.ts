import { makeListeners } from './listeners.ts'

interface ToastOptions {
  /** Explains why a key or button did nothing, where the tooltip of the button is not visible. */
  refused?: boolean
  /** Undoes the act; the toast offers "Urungkan". */
  onUndo?: () => unknown
  /** A way on from the message. */
  link?: { label: string; run: () => unknown }
  /** Ms on screen; by default 5 seconds, 10 with undo or a link. */
  duration?: number
  /** It is about a form that is just opening, whose dialog would hide earlier messages. */
  ofOpening?: boolean
}

export interface Toast {
  message: string
  refused: boolean
  onUndo: (() => unknown) | undefined
  link: ToastOptions['link'] | undefined
  duration: number
  ofOpening: boolean
}

/** One toast at a time, in the topmost place on screen. */
interface ToastState {
  toast: Toast | null
  place: symbol | undefined
}

let state: ToastState = { toast: null, place: undefined }
/** Undo of the last act; kept after the toast has gone. */
let lastUndo: (() => unknown) | undefined
const places: symbol[] = []
const listeners = makeListeners()

function set(next: Partial<ToastState>) {
  state = { ...state, ...next }
  listeners.tell()
}

/** Tells that something was done, or why it cannot be. Not for errors, which are shown where they happen. */
export function toast(
  message: string,
  { refused = false, onUndo, link, duration, ofOpening = false }: ToastOptions = {},
): void {
  if (!refused) lastUndo = onUndo
  set({ toast: { message, refused, onUndo, link, duration: duration ?? (onUndo || link ? 10_000 : 5_000), ofOpening } })
}

/** Ctrl Z: undoes the last act, once. */
export function undoLastAct(): void {
  const undo = lastUndo
  lastUndo = undefined
  if (undo === undefined) toast('Tidak ada yang dapat diurungkan.', { refused: true })
  else {
    set({ toast: null })
    void undo()
  }
}

/** True if Ctrl Z would undo an act. */
export function hasLastAct(): boolean {
  return lastUndo !== undefined
}

/** Something happened later that is undone in another way. */
export function forgetLastAct(): void {
  lastUndo = undefined
}

/** Another person has signed in: earlier acts must not be visible or undoable. */
export function forgetMessages(): void {
  lastUndo = undefined
  set({ toast: null })
}

export function hideToast(which: Toast): void {
  if (state.toast === which) set({ toast: null })
}

export function toastState(): ToastState {
  return state
}

export const onToast = listeners.subscribe

/**
 * Adds a place for toasts; returns a function that removes it. The place of an open dialog is the topmost. A toast from before it opened is hidden.
 */
export function addToastPlace(place: symbol, ofDialog: boolean): () => void {
  places.push(place)
  set({ place: places.at(-1), ...(ofDialog && !state.toast?.ofOpening && { toast: null }) })
  return () => {
    places.splice(places.indexOf(place), 1)
    set({ place: places.at(-1) })
  }
}
