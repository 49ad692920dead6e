export const sessionKinds = ['theory', 'practice'] as const
export type SessionKind = (typeof sessionKinds)[number]

/** Consecutive hours (JP) of one unit and kind on one day. */
export type Block = { unitId: number; kind: SessionKind; hours: number; instructorId: number | null }

export type PlannedUnit = { id: number; title: string; theoryHours: number; practiceHours: number }

/** The curriculum as blocks: unit by unit, theory before practice. */
export function curriculumBlocks(units: readonly PlannedUnit[]): Block[] {
  return units.flatMap(({ id, theoryHours, practiceHours }) =>
    [
      { unitId: id, kind: 'theory' as const, hours: theoryHours, instructorId: null },
      { unitId: id, kind: 'practice' as const, hours: practiceHours, instructorId: null },
    ].filter(block => block.hours > 0),
  )
}

/**
 * Splits blocks into days of so many hours, in order; a block may continue on the next day. Blocks beyond the last day are dropped; days remain empty
 * if there are too few.
 */
export function layBlocks(blocks: readonly Block[], dayHours: readonly number[]): Block[][] {
  const queue = joined(blocks)
  return dayHours.map(hours => {
    const day: Block[] = []
    for (let free = hours; free > 0 && queue[0]; ) {
      const [block] = queue
      const taken = Math.min(free, block.hours)
      day.push({ ...block, hours: taken })
      free -= taken
      if (taken === block.hours) queue.shift()
      else queue[0] = { ...block, hours: block.hours - taken }
    }
    return day
  })
}

/** Joins neighbouring blocks of the same unit, kind and instructor. */
export function joined(blocks: readonly Block[]): Block[] {
  const row: Block[] = []
  for (const block of blocks) {
    const last = row.at(-1)
    if (last && isSamePart(last, block) && last.instructorId === block.instructorId)
      row[row.length - 1] = { ...last, hours: last.hours + block.hours }
    else row.push(block)
  }
  return row
}

function isSamePart(a: Block, b: Block): boolean {
  return a.unitId === b.unitId && a.kind === b.kind
}

/** Hours of the units that remain after the given blocks, in the order of the curriculum. */
export function remainingBlocks(units: readonly PlannedUnit[], taught: readonly Block[]): Block[] {
  return curriculumBlocks(units).flatMap(block => {
    const done = taught.filter(other => isSamePart(other, block)).reduce((sum, other) => sum + other.hours, 0)
    return done < block.hours ? [{ ...block, hours: block.hours - done }] : []
  })
}

/**
 * The first unit whose practice starts before its theory is finished, or null. Units that already were so `before` are ignored, because held or lost
 * hours would otherwise forbid every change.
 */
export function practiceBeforeTheory(blocks: readonly Block[], before: readonly Block[] = []): number | null {
  const already = turnedUnits(before)
  return [...turnedUnits(blocks)].find(unitId => !already.has(unitId)) ?? null
}

function turnedUnits(blocks: readonly Block[]): Set<number> {
  const [practised, turned] = [new Set<number>(), new Set<number>()]
  for (const { unitId, kind } of blocks) {
    if (kind === 'practice') practised.add(unitId)
    else if (practised.has(unitId)) turned.add(unitId)
  }
  return turned
}

/** Hours by unit and kind ('unitId kind'), which moving blocks must not change. */
export function hoursByPart(blocks: readonly Block[]): Map<string, number> {
  const hours = new Map<string, number>()
  for (const { unitId, kind, hours: more } of blocks) {
    const key = `${unitId} ${kind}`
    hours.set(key, (hours.get(key) ?? 0) + more)
  }
  return hours
}

/** The topic of a day: titles of its units, joined by '; ', at most 200 characters. */
export function topicOfBlocks(blocks: readonly Block[], units: readonly PlannedUnit[]): string {
  const titles = [...new Set(blocks.map(block => block.unitId))].flatMap(
    id => units.find(unit => unit.id === id)?.title ?? [],
  )
  const text = titles.join('; ')
  return text.length <= 200 ? text : `${text.slice(0, 199)}…`
}
