import { type RestrictedDraft, restrictedLabels } from './restricted.ts'
import type { TraineeDraft } from './trainee.ts'

/** Field names, for facts and history. */
export const traineeLabels: Record<keyof TraineeDraft, string> = {
  nik: 'NIK',
  name: 'Nama',
  birthPlace: 'Tempat lahir',
  birthDate: 'Tanggal lahir',
  sex: 'Jenis kelamin',
  familyCard: 'No. KK',
  address: 'Alamat',
  neighbourhood: 'RT',
  hamlet: 'RW',
  villageCode: 'Kelurahan',
  phone: 'No. HP',
  education: 'Pendidikan',
  religion: 'Agama',
  maritalStatus: 'Status kawin',
  homeAddress: 'Alamat domisili',
  homeNeighbourhood: 'RT domisili',
  homeHamlet: 'RW domisili',
  homeVillageCode: 'Kelurahan domisili',
  email: 'Email',
  employment: 'Status kerja',
  jobCard: 'No. AK-1',
  jobCardDate: 'Tanggal AK-1',
  shirtSize: 'Ukuran baju',
  shoeSize: 'Ukuran sepatu',
  colourBlind: 'Buta warna',
  emergencyName: 'Kontak darurat',
  emergencyPhone: 'HP darurat',
}

export function formatField(field: string): string {
  if (field in traineeLabels) return traineeLabels[field as keyof TraineeDraft]
  return field in restrictedLabels ? restrictedLabels[field as keyof RestrictedDraft] : field
}
