import { educationLabels } from '../../../../shared/features/trainee/trainee.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { found } from '../../refused.ts'
import { findTrainee } from '../trainee/trainee-store.ts'
import { findVillage } from '../trainee/villages.ts'
import type { PersonFacts } from './person-facts.ts'

/** @throws Refused not_found */
export function personFacts(db: ReadDatabase, traineeId: number): PersonFacts {
  const person = found(findTrainee(db, traineeId), 'trainee')
  const village = findVillage(person.villageCode)
  const photo = db.get<{ jpeg: Uint8Array }>('SELECT jpeg FROM trainee_photo WHERE trainee_id = ?', [traineeId])
  return {
    name: person.name,
    sex: person.sex,
    nik: person.nik,
    familyCard: person.familyCard,
    birthPlace: person.birthPlace,
    birthDate: person.birthDate,
    education: person.education ? educationLabels[person.education] : '',
    address: person.address,
    rt: person.neighbourhood,
    rw: person.hamlet,
    village: village?.village ?? '',
    district: village?.district ?? '',
    phone: person.phone,
    photo: photo?.jpeg ?? null,
  }
}
