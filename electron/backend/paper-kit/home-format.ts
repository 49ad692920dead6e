import type { PersonFacts } from '../../../shared/facts/person-facts.ts'

/** 'Jl. Contoh No. 1 RT 001/002, Kel. Larangan Utara, Kec. Larangan' */
export function formatHome({
  address,
  rt,
  rw,
  village,
  district,
}: Pick<PersonFacts, 'address' | 'rt' | 'rw' | 'village' | 'district'>): string {
  const neighbourhood = rt === '' && rw === '' ? '' : `RT\u00a0${rt || '–'}/${rw || '–'}`
  const street = [address, neighbourhood].filter(part => part !== '').join(' ')
  return [street, village && `Kel.\u00a0${village}`, district && `Kec.\u00a0${district}`]
    .filter(part => part !== '')
    .join(', ')
}
