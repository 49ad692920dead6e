import type { PlainDate } from '../../kernel/plain-date.ts'
import { roundedQuotient } from '../../kernel/quotient.ts'
import { inStageOrder, type Outcome, type Priority, priorities, type Stage, type StageKind } from './registration.ts'

/** Null without a result; scores in hundredths. */
export type StageResults = { ADMINISTRATION: boolean | null; TEST: number | null; INTERVIEW: number | null }

export type RankingEntry = {
  id: number
  /** Number in the registration; only used to order ties for display, never to decide places. */
  number: number
  registeredOn: PlainDate
  priority: Priority
  /** Code of the kelurahan; null when not known. */
  village: string | null
  results: StageResults
  withdrawn: boolean
  /** Position within a tie, decided by a person. */
  tiePosition: number | null
  /** The decision of the committee if it differs from the ranking. */
  override: Outcome | null
}

export type RankingRules = {
  stages: readonly Stage[]
  quota: number
  reserves: number
  keptPlaces: number
  /** Kelurahan without anybody placed yet. */
  emptyVillages: ReadonlySet<string>
}

/** Why a person is behind the previous one with the same total. */
type TieRule = 'priority' | 'date' | 'decided' | 'undecided'

export type Ranked = {
  id: number
  standing: 'withdrawn' | 'incomplete' | 'failed' | 'ranked'
  /** The missing or failed stage. */
  stage: StageKind | null
  /** Weighted, in hundredths; null if incomplete, failed, or without scored stages. */
  total: number | null
  /** Rank among those who passed every stage, from 1. */
  rank: number | null
  /** By the ranking alone. */
  proposal: Outcome | null
  /** Including decisions of the committee. */
  decision: Outcome | null
  /** Got a reserved place of a kelurahan, before people with a better rank. */
  kept: boolean
  /** Position among the reserves, from 1. */
  reserve: number | null
  tieRule: TieRule | null
}

/** People whom no rule distinguishes but whose results would differ; `decided` once a person has ordered them. */
export type Tie = { ids: number[]; decided: boolean }

export type Ranking = { rows: Ranked[]; ties: Tie[] }

/**
 * Ranks applicants and assigns places: by total, then priority group, then earlier date of registration, then the order decided for a tie. Of the
 * quota, `keptPlaces` go to the best applicant of as many different kelurahan without anybody yet; people with a place by rank count for them, and
 * unused ones go by rank. Returns ranked people, then failed, incomplete and withdrawn ones by number. Pure; the order of `entries` does not matter.
 */
export function rankApplicants(entries: readonly RankingEntry[], rules: RankingRules): Ranking {
  const assessed = entries.map(entry => ({ entry, ...assess(entry, rules.stages) }))
  const ordered = assessed.toSorted(
    (a, b) => standings.indexOf(a.standing) - standings.indexOf(b.standing) || compare(a, b),
  )
  const inOrder = ordered.filter(one => one.standing !== 'withdrawn')
  const proposals = givePlaces(inOrder, rules, () => null)
  const decisions = givePlaces(inOrder, rules, entry => entry.override)
  const ties = tiesOf(
    inOrder.filter(one => one.standing === 'ranked'),
    decisions,
  )
  const rows = ordered.map((one, index): Ranked => {
    const { entry, standing, stage, total } = one
    const before = ordered[index - 1]
    const given = decisions.get(entry.id)
    return {
      id: entry.id,
      standing,
      stage,
      total,
      rank: standing === 'ranked' ? index + 1 : null,
      proposal: proposals.get(entry.id)?.outcome ?? null,
      decision: given?.outcome ?? null,
      kept: given?.kept ?? false,
      reserve: given?.reserve ?? null,
      tieRule: standing === 'ranked' && before ? tieRuleOf(before, one) : null,
    }
  })
  return { rows, ties }
}

const standings: readonly Ranked['standing'][] = ['ranked', 'failed', 'incomplete', 'withdrawn']

type Assessment = Pick<Ranked, 'standing' | 'stage' | 'total'>
type Assessed = Assessment & { entry: RankingEntry }

/** Evaluates the stages in order, up to the first one that is missing or failed. */
export function assess(entry: Pick<RankingEntry, 'results' | 'withdrawn'>, stages: readonly Stage[]): Assessment {
  if (entry.withdrawn) return { standing: 'withdrawn', stage: null, total: null }
  let [sum, weights] = [0, 0]
  for (const { kind, weight, passLimit } of inStageOrder(stages)) {
    const result = entry.results[kind]
    if (result === null) return { standing: 'incomplete', stage: kind, total: null }
    if (result === false || (typeof result === 'number' && passLimit !== null && result < passLimit))
      return { standing: 'failed', stage: kind, total: null }
    if (typeof result === 'number') {
      sum += result * weight
      weights += weight
    }
  }
  return { standing: 'ranked', stage: null, total: weights === 0 ? null : roundedQuotient(sum, weights) }
}

function compare(a: Assessed, b: Assessed): number {
  return compareByRule(a, b) || tiePlace(a) - tiePlace(b) || a.entry.number - b.entry.number || a.entry.id - b.entry.id
}

function compareByRule(a: Assessed, b: Assessed): number {
  if (a.standing !== 'ranked' || b.standing !== 'ranked') return 0
  return (
    (b.total ?? 0) - (a.total ?? 0) ||
    priorities.indexOf(a.entry.priority) - priorities.indexOf(b.entry.priority) ||
    compareDates(a.entry.registeredOn, b.entry.registeredOn)
  )
}

function compareDates(a: PlainDate, b: PlainDate): number {
  return a === b ? 0 : a < b ? -1 : 1
}

function tiePlace({ standing, entry }: Assessed): number {
  return standing === 'ranked' ? (entry.tiePosition ?? Number.MAX_SAFE_INTEGER) : 0
}

function tieRuleOf(before: Assessed, one: Assessed): TieRule | null {
  if (before.total !== one.total) return null
  if (before.entry.priority !== one.entry.priority) return 'priority'
  if (before.entry.registeredOn !== one.entry.registeredOn) return 'date'
  return isOrderDecided(before.entry, one.entry) ? 'decided' : 'undecided'
}

function isOrderDecided(a: RankingEntry, b: RankingEntry): boolean {
  return a.tiePosition !== null && b.tiePosition !== null && a.tiePosition !== b.tiePosition
}

type Place = { outcome: Outcome | null; kept: boolean; reserve: number | null }

/** `overrideOf` returns the decision of the committee, which wins over the ranking; an incomplete applicant without one has no outcome. */
function givePlaces(
  inOrder: readonly Assessed[],
  rules: RankingRules,
  overrideOf: (entry: RankingEntry) => Outcome | null,
): Map<number, Place> {
  const forced = inOrder.filter(one => overrideOf(one.entry) === 'accepted')
  const free = inOrder.filter(one => one.standing === 'ranked' && overrideOf(one.entry) === null)
  const places = Math.max(0, rules.quota - forced.length)
  const served = new Set(forced.map(one => one.entry.village).filter(village => isEmpty(village, rules)))
  const wanted = Math.min(places, Math.max(0, rules.keptPlaces - served.size))
  const first = firstOfVillages(free, served, rules).slice(0, wanted)
  const chosen = new Set([...first, ...free.filter(one => !first.includes(one)).slice(0, places - first.length)])
  const rest = free.filter(one => !chosen.has(one))
  const best = rest[0]
  const kept = new Set(best ? first.filter(one => free.indexOf(one) > free.indexOf(best)) : [])
  const named = inOrder.filter(one => overrideOf(one.entry) === 'reserve')
  const waiting = new Set([...named, ...rest.slice(0, Math.max(0, rules.reserves - named.length))])
  const result = new Map<number, Place>()
  let reserve = 0
  for (const one of inOrder) {
    const override = overrideOf(one.entry)
    const outcome = chosen.has(one) || override === 'accepted' ? 'accepted' : waiting.has(one) ? 'reserve' : 'rejected'
    if (outcome === 'reserve') reserve += 1
    result.set(one.entry.id, {
      outcome: one.standing === 'incomplete' && override === null ? null : outcome,
      kept: kept.has(one),
      reserve: outcome === 'reserve' ? reserve : null,
    })
  }
  return result
}

/** The best applicant of every kelurahan without anybody, by rank. */
function firstOfVillages(
  free: readonly Assessed[],
  served: ReadonlySet<string | null>,
  rules: RankingRules,
): Assessed[] {
  const seen = new Set(served)
  return free.filter(({ entry: { village } }) => {
    if (!isEmpty(village, rules) || seen.has(village)) return false
    seen.add(village)
    return true
  })
}

function isEmpty(village: string | null, { emptyVillages }: RankingRules): boolean {
  return village !== null && emptyVillages.has(village)
}

/** Ties in which people would get different results; others need no decision. */
function tiesOf(ranked: readonly Assessed[], places: Map<number, Place>): Tie[] {
  const groups: Assessed[][] = []
  for (const one of ranked) {
    const group = groups.at(-1)
    if (group?.[0] && compareByRule(group[0], one) === 0) group.push(one)
    else groups.push([one])
  }
  return groups
    .map(group => group.filter(one => one.entry.override === null))
    .filter(group => group.length > 1 && makesADifference(group, places))
    .map(group => ({
      ids: group.map(one => one.entry.id),
      decided: group.every(one => group.every(other => other === one || isOrderDecided(one.entry, other.entry))),
    }))
}

function makesADifference(group: readonly Assessed[], places: Map<number, Place>): boolean {
  const kinds = new Set(group.map(one => places.get(one.entry.id)?.outcome))
  return kinds.size > 1 || kinds.has('reserve')
}
