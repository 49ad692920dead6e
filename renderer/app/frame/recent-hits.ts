import type { FindHit } from './find-result.ts'

const most = 6

let opened: { operator: string; hits: readonly FindHit[] } = { operator: '', hits: [] }

/** What a person opened by Ctrl K since the page was loaded, newest first. Never stored, because it names people. */
export function recentHits(operator: string): readonly FindHit[] {
  return opened.operator === operator ? opened.hits : []
}

export function rememberHit(operator: string, hit: FindHit): void {
  const key = `recent ${hit.kind} ${hit.title} ${hit.detail}`
  const others = recentHits(operator).filter(one => one.key !== key)
  opened = { operator, hits: [{ ...hit, key, kind: 'recent' }, ...others].slice(0, most) }
}
