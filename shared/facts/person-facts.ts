import type { Signatory } from '../features/centre/signatory.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import type { CentreFacts, TraineeFacts } from './cohort-facts.ts'
import type { PersonLetters } from './letter-facts.ts'

/** Data of a person for papers about one person, for a class or a registration. */
export type PersonFacts = Pick<
  TraineeFacts,
  'name' | 'nik' | 'birthPlace' | 'education' | 'address' | 'rt' | 'rw' | 'village' | 'district' | 'phone'
> & {
  /** Null on a form to fill in by hand; also the date of birth. */
  sex: 'L' | 'P' | null
  birthDate: PlainDate | null
  familyCard: string
  photo: Uint8Array | null
  /** If different from the others: for people who joined later. */
  signedOn?: PlainDate
  /** Text of fields that only some forms use; '' if unknown. */
  details: {
    religion: string
    maritalStatus: string
    /** Address of the home if it differs from the KTP. */
    home: string
    email: string
    employment: string
    jobCard: string
    shirtSize: string
    shoeSize: string
    emergency: string
  }
}

/** For an empty form: prints lines everywhere. */
export const emptyPerson: PersonFacts = {
  name: '',
  sex: null,
  nik: '',
  birthPlace: '',
  birthDate: null,
  education: '',
  address: '',
  rt: '',
  rw: '',
  village: '',
  district: '',
  phone: '',
  familyCard: '',
  photo: null,
  details: {
    religion: '',
    maritalStatus: '',
    home: '',
    email: '',
    employment: '',
    jobCard: '',
    shirtSize: '',
    shoeSize: '',
    emergency: '',
  },
}

export type PersonPaperFacts = {
  centre: CentreFacts
  head: Signatory
  /** The training: 'Tata Rias (MUA) – Angkatan III Tahun 2024'. */
  course: string
  /** '16 Desember 2024 s.d. 8 Januari 2025'; '' if unknown. */
  period: string
  /** Left part of the footer: code of the class, or title of the registration. */
  reference: string
  people: PersonFacts[]
  letters: PersonLetters
  /** Officer for personal data with contact; undefined if there is none. */
  dataOfficer?: string
  signedOn: PlainDate
  printedAt: string
}
