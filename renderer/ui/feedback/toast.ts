interface ToastOptions {
  /** Why a key or button did nothing; its own tooltip is seen only where it has the focus. */
  refused?: boolean
  /** Takes back what was done; the toast offers it as "Urungkan". */
  onUndo?: () => unknown
  /** Milliseconds on screen; 5 seconds, or 10 where it can be undone. */
  duration?: number
}

export interface Toast {
  message: string
  refused: boolean
  onUndo: (() => unknown) | undefined
  duration: number
}

/** One at a time, in the topmost of the places that are on screen. */
interface ToastState {
  toast: Toast | null
  place: symbol | undefined
}

let state: ToastState = { toast: null, place: undefined }
/** Of the last act, if it can be taken back; it stays when the message has gone. */
let lastUndo: (() => unknown) | undefined
const places: symbol[] = []
const listeners = new Set<() => void>()

function set(next: Partial<ToastState>) {
  state = { ...state, ...next }
  for (const listener of listeners) listener()
}

/** Says that something was done, or why not before it was tried. Never for errors: those stand where they happened. */
export function toast(message: string, { refused = false, onUndo, duration }: ToastOptions = {}): void {
  if (!refused) lastUndo = onUndo
  set({ toast: { message, refused, onUndo, duration: duration ?? (onUndo ? 10_000 : 5_000) } })
}

/** Ctrl Z: takes the last act back, once. */
export function undoLastAct(): void {
  const undo = lastUndo
  lastUndo = undefined
  if (undo === undefined) toast('Tidak ada yang dapat diurungkan.', { refused: true })
  else {
    set({ toast: null })
    void undo()
  }
}

/** Something was done that Ctrl Z takes back. */
export function hasLastAct(): boolean {
  return lastUndo !== undefined
}

/** Something came after it that is taken back in another way. */
export function forgetLastAct(): void {
  lastUndo = undefined
}

/** Somebody else sits here now: nothing of the other's acts is shown or can be taken back. */
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

export function onToast(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * A place on screen; returns how to take it away. A dialog comes after its page and is the topmost while it is open; what was said
 * before it opened is not about it and goes.
 */
export function addToastPlace(place: symbol, ofDialog: boolean): () => void {
  places.push(place)
  set({ place: places.at(-1), ...(ofDialog && { toast: null }) })
  return () => {
    places.splice(places.indexOf(place), 1)
    set({ place: places.at(-1) })
  }
}
