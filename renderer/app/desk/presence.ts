import type { Present } from '../../../shared/features/desk/contract.ts'
import { client } from '../client.ts'

/** Milliseconds between two reports. The host forgets a person 7 s after the last one, so a name is shown for 10 s at most after leaving. */
const beat = 3000

export interface Place {
  doing: 'reading' | 'editing'
  show: (others: readonly Present[]) => void
}

type Watched = { places: Set<Place>; timer: ReturnType<typeof setInterval> }

/** The open records. A page and the form over it may show the same one, and send one report together. */
const open = new Map<string, Watched>()

/** Reports this record as open until the returned function is called; `show` gets the others who have it open. */
export function stayAt(subject: string, place: Place): () => void {
  const { places } = open.get(subject) ?? begin(subject)
  places.add(place)
  reportSoon(subject)
  return () => {
    places.delete(place)
    reportSoon(subject)
  }
}

function begin(subject: string): Watched {
  const watched = { places: new Set<Place>(), timer: setInterval(() => report(subject), beat) }
  open.set(subject, watched)
  return watched
}

/** After a page has changed as a whole: a place that is left and entered again in one go has not left. */
function reportSoon(subject: string): void {
  queueMicrotask(() => report(subject))
}

function report(subject: string): void {
  const watched = open.get(subject)
  if (!watched) return
  const { places, timer } = watched
  const editing = [...places].some(place => place.doing === 'editing')
  const doing = places.size === 0 ? 'left' : editing ? 'editing' : 'reading'
  if (doing === 'left') {
    clearInterval(timer)
    open.delete(subject)
  }
  client.desk.here({ subject, doing }).then(
    others => {
      for (const place of places) place.show(others)
    },
    () => undefined,
  )
}
