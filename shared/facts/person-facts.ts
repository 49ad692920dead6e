import type { Signatory } from '../features/centre/signatory.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import type { CentreFacts, TraineeFacts } from './cohort-facts.ts'
import type { PersonLetters } from './letter-facts.ts'

/** A person as the papers about one person say it, whatever class or registration they are made for. */
export type PersonFacts = Pick<
  TraineeFacts,
  'name' | 'nik' | 'birthPlace' | 'education' | 'address' | 'rt' | 'rw' | 'village' | 'district' | 'phone'
> & {
  /** Null on a form that is filled in by hand; the date of birth too. */
  sex: 'L' | 'P' | null
  birthDate: PlainDate | null
  familyCard: string
  photo: Uint8Array | null
  /** Where it differs from that of the others: who joined later. */
  signedOn?: PlainDate
  /** What only some forms ask for, in words; '' where it is not known. */
  details: {
    religion: string
    maritalStatus: string
    /** Where the person lives, when it is not where the KTP says. */
    home: string
    email: string
    employment: string
    jobCard: string
    shirtSize: string
    shoeSize: string
    emergency: string
  }
}

/** Nobody yet: every line is left to be written on. */
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
  /** What the people take part in: 'Tata Rias (MUA) – Angkatan III Tahun 2024'. */
  course: string
  /** '16 Desember 2024 s.d. 8 Januari 2025'; '' while it is not known. */
  period: string
  /** At the left of the footer: the code of the class, the title of the registration. */
  reference: string
  people: PersonFacts[]
  letters: PersonLetters
  /** Who answers for personal data, with how to reach; not there while nobody is named. */
  dataOfficer?: string
  signedOn: PlainDate
  printedAt: string
}
