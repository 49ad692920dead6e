import { shortDate } from '../../../../../shared/kernel/date-format.ts'
import type { IssuedFile } from '../certificate-store.ts'

/** Why a paper does not hold any more, to be stamped on it; null where it does. */
export function stateWords({ revokedOn, replacedBy, replacedOn }: IssuedFile): string | null {
  if (revokedOn !== null) return `DICABUT ${shortDate(revokedOn)} ${revokedOn.slice(0, 4)}`
  if (replacedBy === null || replacedOn === null) return null
  return `DIGANTI dengan ${replacedBy}, ${shortDate(replacedOn)} ${replacedOn.slice(0, 4)}`
}
