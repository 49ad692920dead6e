import type { CentreNames } from '../../../shared/facts/letter-facts.ts'
import { known, type TokenValues } from '../../../shared/features/letter/fill-template.ts'
import { officeOfRegion } from './cohort-format.ts'

/** 'Kepala UPT Balai Latihan Kerja Kota Tangerang': the office itself, not its acting holder. */
export function officeInFull(office: { title: string }, { name, government }: CentreNames): string {
  // Of several offices the first one decides.
  const title = office.title.split('\n')[0] ?? ''
  const region = regionOf(government)
  const isOwn = name !== '' && title.toLowerCase().endsWith(name.toLowerCase())
  return isOwn && region !== '' && !name.toLowerCase().includes(region.toLowerCase()) ? `${title} ${region}` : title
}

export function centreTokens(names: CentreNames, city: string): TokenValues {
  return {
    nama_balai: known(names.name),
    balai_lengkap: known(officeOfRegion([names.government, names.agency, names.name])),
    nama_dinas: known(names.agency),
    daerah: known(regionOf(names.government)),
    kota: known(city),
  }
}

/** '08.00 WIB' */
export function withZone(time: string, zone: string): string {
  return zone === '' ? time : `${time}\u00a0${zone}`
}

/** 'Kota Tangerang' of 'Pemerintah Kota Tangerang'. */
function regionOf(government: string): string {
  return /^pemerintah (.+)$/i.exec(government)?.[1] ?? ''
}
