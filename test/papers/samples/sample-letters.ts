import type { CohortFacts } from '../../../shared/facts/cohort-facts.ts'
import type { CohortLetterFacts, LetterValues, PersonLetters } from '../../../shared/facts/letter-facts.ts'
import type { CohortLetterKey } from '../../../shared/facts/paper-key.ts'
import { usualPaperRules } from '../../../shared/features/centre/paper-rules.ts'
import { builtInBody, type LetterBody } from '../../../shared/features/letter/letter-form.ts'
import { letterForm } from '../../../shared/features/letter/letter-forms.ts'
import { isMinutes } from '../../../shared/features/letter/letter-key.ts'

export const sampleNames = {
  name: 'UPT Balai Latihan Kerja',
  agency: 'Dinas Ketenagakerjaan',
  government: 'Pemerintah Kota Tangerang',
}

import { sampleBudgetLines } from './sample-lists.ts'

const numbers: Partial<Record<CohortLetterKey, string>> = {
  'decree-training': '800.2/148-BLK/2024',
  'decree-participants': '800.2/153-Disnaker/2024',
  'decree-instructors': '800.2/150-BLK/2024',
  'opening-minutes': '500.15/0087/BA-BLK/XII/2024',
  'closing-minutes': '500.15/0011/BA-BLK/I/2025',
  'graduation-minutes': '500.15/0012/BA-BLK/I/2025',
  'panel-invitation': '500.15/0009/UND-BLK/I/2025',
  'assignment-instructors': '800.1.11.1/160-BLK/2024',
}

function valuesOf({ head, cohort, panel }: CohortFacts, paper: CohortLetterKey): LetterValues {
  const opened = paper === 'opening-minutes'
  return {
    number: numbers[paper] ?? '500.15/0020/BLK/XII/2024',
    date: paper.startsWith('decree') ? '2024-12-09' : '2025-01-08',
    heldOn: opened ? cohort.start : (panel?.heldOn ?? cohort.end),
    time: '09:00',
    place: opened ? 'Aula UPT Balai Latihan Kerja' : (panel?.place ?? ''),
    extra: {
      dibuka_oleh: 'Kepala Dinas Ketenagakerjaan Kota Tangerang',
      ditutup_oleh: 'Kepala UPT Balai Latihan Kerja Kota Tangerang',
      panitia:
        'Endang Sulistyowati, S.T., M.M. | 197803022005012003 | Ketua panitia\nHendra Gunawan Wijaya, S.Kom. | | Sekretaris\nIr. Slamet Riyadi | Anggota',
    },
    budget: {
      perda: 'Peraturan Daerah Kota Tangerang Nomor 12 Tahun 2023',
      perwal: 'Peraturan Wali Kota Tangerang Nomor 120 Tahun 2023',
      dpa: 'DPA/A.1/2.07/001/2024',
      subActivity: 'Proses Pelaksanaan Pendidikan dan Pelatihan Keterampilan bagi Pencari Kerja',
      account: '5.1.02.02.04.0117',
    },
    isCopy: false,
    budgetLines: paper === 'report-text' ? sampleBudgetLines : [],
    applicants: 42,
    signatory: head,
  }
}

/** A letter of the class with everything filled in, with the built-in text or `body`. */
export function sampleLetter(facts: CohortFacts, paper: CohortLetterKey, body: LetterBody = {}): CohortLetterFacts {
  const built = { ...builtInBody(letterForm(paper)), ...body }
  const words = Object.fromEntries(
    Object.entries(built).map(([key, text]) => [key, text.replaceAll('{dasar_hukum}', usualPaperRules.laws)]),
  )
  const letter = { paper, body: words, names: sampleNames, values: valuesOf(facts, paper) }
  return { ...facts, letter, history: isMinutes(paper) ? { day: '2025-01-07', code: '3F9A1C22' } : null }
}

const nothingKnown = {
  budget: { perda: '', perwal: '', dpa: '', subActivity: '', account: '' },
  isCopy: false,
  budgetLines: [],
  applicants: null,
}

/** The same letter for a class without any data but its days. */
export function emptyLetter(facts: CohortFacts, paper: CohortLetterKey): CohortLetterFacts {
  const { head } = facts
  const values = {
    number: '',
    date: null,
    heldOn: null,
    time: null,
    place: '',
    extra: {},
    signatory: head,
    ...nothingKnown,
  }
  const bare: CohortFacts = {
    ...facts,
    cohort: { ...facts.cohort, decree: null, activity: '', fundingSource: '', room: '' },
    days: facts.days.map(day => ({ ...day, instructors: [] })),
    trainees: [],
    instructor: null,
    panel: null,
    recordedUntilDay: 0,
  }
  const letter = sampleLetter(bare, paper)
  return { ...letter, letter: { ...letter.letter, values } }
}

export const samplePersonLetters: PersonLetters = {
  pledge: { paper: 'pledge', body: builtInBody(letterForm('pledge')), names: sampleNames },
  consent: { paper: 'consent', body: builtInBody(letterForm('consent')), names: sampleNames },
}
