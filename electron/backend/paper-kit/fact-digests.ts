import { createHash, type Hash } from 'node:crypto'
import type { FactDigests, FactGroup } from '../../../shared/features/print/fact-group.ts'

type Place = FactGroup | 'facts'

/**
 * The group of each fact, by name within its parent. Unnamed facts belong to the group of the parent; unnamed objects at the top are 'other', so that
 * papers added later are watched too.
 */
const named: Partial<Record<Place, Readonly<Record<string, FactGroup | null>>>> = {
  facts: {
    centre: 'centre',
    cohort: 'class',
    days: 'schedule',
    skipped: 'schedule',
    timetable: 'schedule',
    change: 'schedule',
    trainees: 'people',
    people: 'people',
    head: 'official',
    instructor: 'instructors',
    panel: 'panel',
    // The history mark of the first print does not change the content.
    history: null,
  },
  class: {
    start: 'schedule',
    end: 'schedule',
    startTime: 'schedule',
    endTime: 'schedule',
    room: 'schedule',
    planVersion: 'schedule',
    // Increases by itself when its data has changed.
    sheetVersion: null,
    minimumAttendance: 'rules',
    weights: 'rules',
    passMark: 'rules',
  },
  schedule: { instructors: 'instructors', teachers: 'instructors', overrides: 'instructors', closed: 'attendance' },
  people: {
    marks: 'attendance',
    theory: 'scores',
    practice: 'scores',
    final: 'scores',
    decision: 'panel',
    reasons: 'panel',
  },
}

/** Null for top-level values that are no change: date of signing, time of printing. */
function groupOf(place: Place, name: string, value: unknown): FactGroup | null {
  const own = named[place]?.[name]
  if (own !== undefined) return own
  if (place !== 'facts') return place
  return typeof value === 'object' && value !== null ? 'other' : null
}

/** A digest of 16 hexadecimal digits for each group of facts. */
export function digestsOf(facts: object): Record<FactGroup, string> & FactDigests {
  const hashes = new Map<FactGroup, Hash>()
  feed(hashes, 'facts', '', facts)
  return Object.fromEntries([...hashes].map(([group, hash]) => [group, hash.digest('hex').slice(0, 16)])) as Record<
    FactGroup,
    string
  >
}

function feed(hashes: Map<FactGroup, Hash>, place: Place, path: string, value: unknown): void {
  if (isTree(value)) {
    const entries = Object.entries(value)
    // The length counts too: an emptied list must differ from one that was never read.
    if (place !== 'facts') add(hashes, place, `${path}#${entries.length}`)
    for (const [name, inner] of entries) {
      const group = Array.isArray(value) ? place : groupOf(place, name, inner)
      if (group !== null) feed(hashes, group, `${path}.${name}`, inner)
    }
    return
  }
  if (place === 'facts') return
  if (value instanceof Uint8Array) add(hashes, place, path, value)
  else add(hashes, place, `${path}=${JSON.stringify(value)}`)
}

function add(hashes: Map<FactGroup, Hash>, group: FactGroup, words: string, bytes?: Uint8Array): void {
  const hash = hashes.get(group) ?? createHash('sha256')
  hashes.set(group, hash)
  hash.update(words).update('\n')
  if (bytes) hash.update(bytes)
}

/** Plain objects and arrays, not bytes or class instances. */
function isTree(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const kind = Object.getPrototypeOf(value)
  return kind === Object.prototype || kind === Array.prototype || kind === null
}

/**
 * The facts, with a record of which groups were read: a paper that shows no marks is not affected by them. Copying an object counts as reading all of
 * it, which may warn too often but never too rarely.
 */
export function watchFacts<Facts extends object>(facts: Facts): { facts: Facts; groupsRead: () => FactGroup[] } {
  const read = new Set<FactGroup>()
  const watched = new WeakMap<object, object>()
  const watch = (tree: object, place: Place): object => {
    const known = watched.get(tree)
    if (known) return known
    const proxy = new Proxy(tree, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name)
        if (typeof name === 'symbol' || typeof value === 'function' || (Array.isArray(target) && name === 'length'))
          return value
        const group = Array.isArray(target) ? place : groupOf(place, name, value)
        if (isTree(value)) return watch(value, group ?? place)
        if (group !== null && group !== 'facts') read.add(group)
        return value
      },
    })
    watched.set(tree, proxy)
    return proxy
  }
  return { facts: watch(facts, 'facts') as Facts, groupsRead: () => [...read] }
}
