import type { PlainDate } from '../../../shared/kernel/plain-date.ts'

/** A duplicate: its number, and the day it was made. */
export type CopyMark = { n: number; madeOn: PlainDate }

/** 'SALINAN KE-2' */
export function copyStamp({ n }: CopyMark): string {
  return `SALINAN KE-${n}`
}

/** Date of the newest paper in a file. */
export function latestDate(papers: readonly { facts: { issuedOn: PlainDate } }[]): PlainDate {
  const dates = papers.map(paper => paper.facts.issuedOn).toSorted()
  const latest = dates.at(-1)
  if (!latest) throw new RangeError('no papers')
  return latest
}
