import type { PersonFacts } from '../../../../shared/facts/person-facts.ts'
import { employmentLabels, maritalLabels, religionLabels } from '../../../../shared/features/trainee/details.ts'
import { showPhone } from '../../../../shared/features/trainee/phone.ts'
import { educationLabels, type TraineeDraft } from '../../../../shared/features/trainee/trainee.ts'
import { longDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { found } from '../../domain-error.ts'
import { formatHome } from '../../paper-kit/home-format.ts'
import { findVillage } from '../../region/villages.ts'
import { findPhoto } from './photo-store.ts'
import { findTrainee } from './trainee-store.ts'

/** @throws DomainError not_found */
export function personFacts(db: ReadDatabase, traineeId: number): PersonFacts {
  const person = found(findTrainee(db, traineeId), 'trainee')
  return {
    ...identityFacts(person),
    familyCard: person.familyCard,
    photo: findPhoto(db, traineeId),
    details: detailLabels(person),
  }
}

/** What papers of a class and of a person say of somebody. */
export function identityFacts(person: TraineeDraft) {
  const village = findVillage(person.villageCode)
  return {
    name: person.name,
    sex: person.sex,
    nik: person.nik,
    birthPlace: person.birthPlace,
    birthDate: person.birthDate,
    education: person.education ? educationLabels[person.education] : '',
    address: person.address,
    rt: person.neighbourhood,
    rw: person.hamlet,
    village: village?.village ?? '',
    district: village?.district ?? '',
    phone: person.phone,
  }
}

function detailLabels(person: TraineeDraft): PersonFacts['details'] {
  const { religion, maritalStatus, employment, jobCard, jobCardDate, shirtSize, shoeSize } = person
  return {
    religion: religion ? religionLabels[religion] : '',
    maritalStatus: maritalStatus ? maritalLabels[maritalStatus] : '',
    home: homeOf(person),
    email: person.email,
    employment: employment ? employmentLabels[employment] : '',
    jobCard: [jobCard, jobCardDate && `tanggal ${longDate(jobCardDate)}`].filter(Boolean).join(' '),
    shirtSize: shirtSize ?? '',
    shoeSize: shoeSize === null ? '' : String(shoeSize),
    emergency: [person.emergencyName, showPhone(person.emergencyPhone)].filter(part => part !== '').join(', '),
  }
}

function homeOf(person: TraineeDraft): string {
  const { homeAddress: address, homeNeighbourhood: rt, homeHamlet: rw, homeVillageCode } = person
  const { village = '', district = '' } = findVillage(homeVillageCode) ?? {}
  return formatHome({ address, rt, rw, village, district })
}
