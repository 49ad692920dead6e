import type { Trainee } from '../../../../shared/features/trainee/contract.ts'
import { employmentLabels, maritalLabels, religionLabels } from '../../../../shared/features/trainee/details.ts'
import type { MergeField } from '../../../../shared/features/trainee/merge-fields.ts'
import type { TwinReason } from '../../../../shared/features/trainee/name/likeness.ts'
import { showPhone } from '../../../../shared/features/trainee/phone.ts'
import { educationLabels } from '../../../../shared/features/trainee/trainee.ts'
import { traineeLabels } from '../../../../shared/features/trainee/trainee-labels.ts'
import { longDate } from '../../../../shared/kernel/plain-date.ts'
import { addressesOf, joined } from '../trainee-format.ts'

const reasonLabels: Record<TwinReason, string> = {
  nik_one_digit: 'NIK beda satu angka',
  nik_swapped: 'dua angka NIK tertukar',
  same_name_and_birth: 'nama dan tanggal lahir sama',
  same_card_and_name: 'No. KK dan nama sama',
  same_card_and_birth: 'No. KK dan tanggal lahir sama',
}

/** 'NIK beda satu angka, nama dan tanggal lahir sama' */
export function formatReason(reasons: readonly TwinReason[]): string {
  return reasons.map(reason => reasonLabels[reason]).join(', ')
}

export const mergeFieldLabels: Record<MergeField, string> = {
  ...traineeLabels,
  address: 'Alamat KTP',
  home: 'Domisili',
  jobCard: 'Kartu AK-1',
  emergency: 'Kontak darurat',
  photo: 'Pas foto',
}

/** Text of a field; '' if empty. */
export function formatMergeField(trainee: Trainee, field: Exclude<MergeField, 'photo'>): string {
  switch (field) {
    case 'address':
      return joined(addressesOf(trainee).street, addressesOf(trainee).place)
    case 'home':
      return addressesOf(trainee).home
    case 'birthDate':
      return longDate(trainee.birthDate)
    case 'sex':
      return trainee.sex === 'P' ? 'Perempuan' : 'Laki-laki'
    case 'phone':
      return showPhone(trainee.phone)
    case 'education':
      return trainee.education === null ? '' : educationLabels[trainee.education]
    case 'employment':
      return trainee.employment === null ? '' : employmentLabels[trainee.employment]
    case 'religion':
      return trainee.religion === null ? '' : religionLabels[trainee.religion]
    case 'maritalStatus':
      return trainee.maritalStatus === null ? '' : maritalLabels[trainee.maritalStatus]
    case 'jobCard':
      return joined(trainee.jobCard, trainee.jobCardDate === null ? '' : longDate(trainee.jobCardDate))
    case 'emergency':
      return joined(trainee.emergencyName, showPhone(trainee.emergencyPhone))
    case 'colourBlind':
      return trainee.colourBlind === null ? '' : trainee.colourBlind ? 'Ya' : 'Tidak'
    case 'shoeSize':
      return trainee.shoeSize === null ? '' : String(trainee.shoeSize)
    default:
      return trainee[field] ?? ''
  }
}
