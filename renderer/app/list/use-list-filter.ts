import { useAddressText } from '../use-address-text.ts'

/** Text and chip of a list in its address; what filters nothing is left out. */
export interface ListSearch<Chip extends string> {
  cari?: string
  keadaan?: Chip
}

export function readListSearch<Chip extends string>(
  { cari, keadaan }: Record<string, unknown>,
  isChip: (value: unknown) => value is Chip,
): ListSearch<Chip> {
  return {
    ...(cari === undefined || cari === '' ? {} : { cari: String(cari) }),
    ...(isChip(keadaan) ? { keadaan } : {}),
  }
}

/** The filter of a list that is kept in the address by `write`. The chip 'all' filters nothing. */
export function useListFilter<Chip extends string>(
  { cari = '', keadaan: chip = 'all' as Chip }: ListSearch<Chip>,
  write: (search: ListSearch<Chip>) => unknown,
) {
  const show = (text: string, next: Chip) =>
    void write({ ...(text === '' ? {} : { cari: text }), ...(next === 'all' ? {} : { keadaan: next }) })
  const [text, onText] = useAddressText(cari, next => show(next, chip))
  return {
    text,
    onText,
    chip,
    onChip: (next: Chip) => show(text, next),
    onShowAll: () => {
      onText('')
      show('', 'all' as Chip)
    },
  }
}
