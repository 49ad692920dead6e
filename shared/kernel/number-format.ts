const small = [
  'nol',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
  'sepuluh',
  'sebelas',
]
const scales: readonly [number, string][] = [
  [1_000_000_000_000, 'triliun'],
  [1_000_000_000, 'miliar'],
  [1_000_000, 'juta'],
  [1_000, 'ribu'],
]

/** Indonesian words of a whole number from 0 to 999 trillion: 2_800_000 → 'dua juta delapan ratus ribu'. */
export function spellNumber(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0 || value >= 1_000_000_000_000_000)
    throw new RangeError(`number ${value}`)
  if (value < 12) return small[value] as string
  if (value < 20) return `${small[value - 10]} belas`
  if (value < 100) return join(`${small[Math.floor(value / 10)]} puluh`, value % 10)
  if (value < 200) return join('seratus', value - 100)
  if (value < 1000) return join(`${small[Math.floor(value / 100)]} ratus`, value % 100)
  if (value < 2000) return join('seribu', value - 1000)
  for (const [size, name] of scales) {
    if (value >= size) return join(`${spellNumber(Math.floor(value / size))} ${name}`, value % size)
  }
  throw new RangeError(`number ${value}`)
}

function join(head: string, rest: number): string {
  return rest === 0 ? head : `${head} ${spellNumber(rest)}`
}

const romans: readonly [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** Roman numeral of 1 to 3999, for 'Angkatan III' and the month of a letter number. */
export function roman(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 3999) throw new RangeError(`roman ${value}`)
  let rest = value
  let text = ''
  for (const [size, letters] of romans) {
    while (rest >= size) {
      text += letters
      rest -= size
    }
  }
  return text
}

/** A whole number of hundredths as Indonesian text: 8560 → '85,60'. */
export function hundredths(value: number): string {
  const sign = value < 0 ? '-' : ''
  return `${sign}${Math.trunc(Math.abs(value) / 100)},${String(Math.abs(value) % 100).padStart(2, '0')}`
}
