import type { PlainDate } from '../../../../../shared/kernel/plain-date.ts'

/** A duplicate: the how many-th, and the day it was made. */
export type CopyMark = { n: number; madeOn: PlainDate }

/** 'SALINAN KE-2' */
export function copyStamp({ n }: CopyMark): string {
  return `SALINAN KE-${n}`
}
