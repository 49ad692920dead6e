import type { Trainee } from '../../../shared/features/trainee/contract.ts'
import {
  evidenceLabels,
  type OpenTarget,
  type TargetGroup,
  targetGroupLabels,
} from '../../../shared/features/trainee/target-evidence.ts'
import { shortDate, yearOf } from '../../../shared/kernel/plain-date.ts'

/** The non-empty parts, joined by commas. */
export function joined(...parts: readonly (string | null)[]): string {
  return parts.filter(Boolean).join(', ')
}

/** 'Kel. Jatiuwung, Kec. Cibodas'. Always with the kecamatan, because ten kelurahan have the name of another kecamatan. */
export function formatVillage(village: string, district: string): string {
  return `Kel. ${village}, Kec. ${district}`
}

function formatPlace(village: string | null, district: string | null): string {
  return village && district ? formatVillage(village, district) : ''
}

function formatStreet(address: string, neighbourhood: string, hamlet: string): string {
  return joined(address, [neighbourhood && `RT ${neighbourhood}`, hamlet && `RW ${hamlet}`].filter(Boolean).join(' '))
}

/** Street, RT, RW and kelurahan of the KTP and of the home; '' if unknown. */
export function addressesOf(trainee: Trainee) {
  return {
    street: formatStreet(trainee.address, trainee.neighbourhood, trainee.hamlet),
    place: formatPlace(trainee.village, trainee.district),
    home: joined(
      formatStreet(trainee.homeAddress, trainee.homeNeighbourhood, trainee.homeHamlet),
      formatPlace(trainee.homeVillage, trainee.homeDistrict),
    ),
  }
}

/** 'Miskin, Miskin ekstrem'; a dash for none. */
export function formatGroup(groups: readonly TargetGroup[]): string {
  return groups.length === 0 ? '–' : groups.map(group => targetGroupLabels[group]).join(', ')
}

/** 'DTSEN, 1 Okt 2024' */
export function formatSource({ source, dataDate }: OpenTarget): string {
  return `${evidenceLabels[source]}, ${shortDate(dataDate)} ${yearOf(dataDate)}`
}
