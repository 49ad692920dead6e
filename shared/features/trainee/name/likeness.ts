import type { PlainDate } from '../../../kernel/plain-date.ts'
import { foldName } from './name.ts'

export type TwinReason =
  | 'nik_one_digit'
  | 'nik_swapped'
  | 'same_name_and_birth'
  | 'same_card_and_name'
  | 'same_card_and_birth'

export type Comparable = { nik: string; name: string; birthDate: PlainDate; familyCard: string; phone: string }

/** Score from which a pair is probably one person; below, only the NIKs are similar, which happens by chance. */
export const likelyFrom = 50

/** Two 16-digit NIKs that differ in exactly one digit. */
export function isOneDigitOff(a: string, b: string): boolean {
  return differences(a, b).length === 1
}

/** Two NIKs that differ by two swapped neighbours. */
export function isSwapped(a: string, b: string): boolean {
  const [first, second, ...more] = differences(a, b)
  if (first === undefined || second === undefined || more.length > 0) return false
  return second === first + 1 && a[first] === b[second] && a[second] === b[first]
}

function differences(a: string, b: string): number[] {
  return a.length === b.length ? [...a].flatMap((digit, place) => (digit === b[place] ? [] : [place])) : []
}

/** All reasons that apply; none means no candidates. */
export function likenessReasons(a: Comparable, b: Comparable): TwinReason[] {
  const { name, birth, card } = agreements(a, b)
  const holds: Record<TwinReason, boolean> = {
    nik_one_digit: isOneDigitOff(a.nik, b.nik),
    nik_swapped: isSwapped(a.nik, b.nik),
    same_name_and_birth: name && birth,
    same_card_and_name: card && name,
    same_card_and_birth: card && birth,
  }
  return (Object.keys(holds) as TwinReason[]).filter(reason => holds[reason])
}

function agreements(a: Comparable, b: Comparable) {
  const [one, other] = [foldName(a.name), foldName(b.name)]
  return {
    name: one === other,
    birth: a.birthDate === b.birthDate,
    card: a.familyCard !== '' && a.familyCard === b.familyCard,
  }
}
