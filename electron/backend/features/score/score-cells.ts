import type { ScoreEntry, ScoreGrid } from '../../../../shared/features/score/contract.ts'
import { fieldIn, rowIn, type SeenCell } from '../desk/join-record.ts'
import type { Scores } from './score-store.ts'

type Units = ScoreGrid['units']
type Part = { result?: unknown; score?: unknown }
type ScoreCell = Omit<SeenCell, 'row' | 'history'>

const parts = ['result', 'score'] as const

/** The cells that an entry writes, with the values its writer saw; 'Teori', 'Unit 3 nilai', 'Unit 3 elemen 2 hasil'. */
export function scoreCells(entry: ScoreEntry, saw: ScoreEntry | undefined, stored: Scores, units: Units): ScoreCell[] {
  if (!saw) return []
  const cells: ScoreCell[] = []
  for (const kind of ['theory', 'practice'] as const)
    if (entry[kind] !== undefined && saw[kind] !== undefined)
      cells.push({
        field: scoreNames[kind],
        before: saw[kind],
        theirs: stored[kind],
        mine: entry[kind],
        valueIn: facts => fieldIn(facts, kind),
      })
  function compare(
    name: string,
    rowOf: (facts: unknown) => unknown,
    mine: Part,
    before: Part | undefined,
    theirs: Part | undefined,
  ) {
    for (const part of parts)
      if (mine[part] !== undefined && before?.[part] !== undefined)
        cells.push({
          field: fieldOf(name, part),
          before: before[part],
          theirs: theirs?.[part] ?? null,
          mine: mine[part],
          valueIn: facts => fieldIn(rowOf(facts), part) ?? null,
        })
  }
  for (const one of entry.units ?? [])
    compare(
      unitName(units, one.unitId),
      facts => rowIn(fieldIn(facts, 'units'), 'unitId', one.unitId),
      one,
      saw.units?.find(unit => unit.unitId === one.unitId),
      stored.units.get(one.unitId),
    )
  for (const one of entry.elements ?? [])
    compare(
      elementName(units, one.elementId),
      facts => rowIn(fieldIn(facts, 'elements'), 'elementId', one.elementId),
      one,
      saw.elements?.find(element => element.elementId === one.elementId),
      stored.elements.get(one.elementId),
    )
  return cells
}

/** The entry without cells that keep another person's value. */
export function withoutCells(entry: ScoreEntry, units: Units, stays: (field: string) => boolean): ScoreEntry {
  const kept = { ...entry }
  for (const kind of ['theory', 'practice'] as const) if (stays(scoreNames[kind])) delete kept[kind]
  const without = <One extends Part>(one: One, name: string): One => {
    const rest = { ...one }
    for (const part of parts) if (stays(fieldOf(name, part))) delete rest[part]
    return rest
  }
  if (kept.units) kept.units = kept.units.map(one => without(one, unitName(units, one.unitId)))
  if (kept.elements) kept.elements = kept.elements.map(one => without(one, elementName(units, one.elementId)))
  return kept
}

const scoreNames = { theory: 'Teori', practice: 'Praktik' }

function fieldOf(name: string, part: (typeof parts)[number]): string {
  return part === 'result' ? name : `${name} nilai`
}

function unitName(units: Units, id: number): string {
  return `Unit ${units.findIndex(unit => unit.id === id) + 1}`
}

function elementName(units: Units, id: number): string {
  const unit = units.findIndex(one => one.elements.some(element => element.id === id))
  return `Unit ${unit + 1} elemen ${(units[unit]?.elements.findIndex(element => element.id === id) ?? -1) + 1}`
}
