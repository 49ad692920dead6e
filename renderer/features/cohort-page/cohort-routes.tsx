import { paperKeys } from '../../../shared/facts/paper-key.ts'
import { paperSizes } from '../../../shared/features/centre/centre.ts'
import { pageRoute } from '../../app/root-route.tsx'
import { CohortAttendance } from '../attendance/cohort-attendance.tsx'
import { CohortCertificates } from '../certificate/issue/cohort-certificates.tsx'
import { CohortPapers } from '../folder/cohort-papers.tsx'
import { CohortGraduation } from '../graduation/cohort-graduation.tsx'
import { CohortProvisions } from '../provision/cohort-provisions.tsx'
import { provisionParts } from '../provision/provision-path.ts'
import { CohortScores } from '../score/cohort-scores.tsx'
import { CohortTeaching } from '../teaching/cohort-teaching.tsx'
import { CohortSchedule } from './schedule/cohort-schedule.tsx'
import { CohortSummary } from './summary/cohort-summary.tsx'
import { CohortTrainees } from './trainees/cohort-trainees.tsx'

type Search = Record<string, unknown>

const summary = pageRoute('/angkatan/$code', () => <CohortSummary code={summary.useParams().code} />)

const schedule = pageRoute('/angkatan/$code/jadwal', () => <CohortSchedule code={schedule.useParams().code} />)

const trainees = pageRoute('/angkatan/$code/peserta', () => <CohortTrainees code={trainees.useParams().code} />)

const attendance = pageRoute(
  '/angkatan/$code/kehadiran',
  () => {
    const { code } = attendance.useParams()
    const { hari, orang, bagian } = attendance.useSearch()
    return bagian === 'instruktur' ? (
      <CohortTeaching code={code} />
    ) : (
      <CohortAttendance code={code} n={hari} person={orang} />
    )
  },
  (search: Search): { hari?: number; orang?: number; bagian?: 'instruktur' } => ({
    ...(search.bagian === 'instruktur' ? { bagian: 'instruktur' as const } : {}),
    ...positive('hari', search.hari),
    ...positive('orang', search.orang),
  }),
)

const scores = pageRoute(
  '/angkatan/$code/nilai',
  () => <CohortScores code={scores.useParams().code} unitScores={scores.useSearch().unit === 'nilai'} />,
  (search: Search): { unit?: 'nilai' } => (search.unit === 'nilai' ? { unit: 'nilai' } : {}),
)

const graduation = pageRoute('/angkatan/$code/kelulusan', () => <CohortGraduation code={graduation.useParams().code} />)

const certificates = pageRoute(
  '/angkatan/$code/sertifikat',
  () => {
    const { jenis, orang } = certificates.useSearch()
    return (
      <CohortCertificates
        code={certificates.useParams().code}
        kind={jenis === 'surat' ? 'statement' : 'certificate'}
        position={orang}
      />
    )
  },
  (search: Search): { jenis?: 'surat'; orang?: number } => ({
    ...(search.jenis === 'surat' ? { jenis: 'surat' as const } : {}),
    ...positive('orang', search.orang),
  }),
)

const papers = pageRoute(
  '/angkatan/$code/berkas',
  () => {
    const { ukuran, hari, cetak, satu } = papers.useSearch()
    return (
      <CohortPapers
        code={papers.useParams().code}
        size={paperSizes.find(size => size === ukuran) ?? null}
        day={hari ?? null}
        first={paperKeys.find(key => key === cetak) ?? null}
        together={satu === 1}
      />
    )
  },
  (search: Search): { ukuran?: string; hari?: number; cetak?: string; satu?: 1 } => ({
    ...(typeof search.ukuran === 'string' ? { ukuran: search.ukuran } : {}),
    ...(typeof search.cetak === 'string' ? { cetak: search.cetak } : {}),
    ...(Number(search.satu) === 1 ? { satu: 1 as const } : {}),
    ...positive('hari', search.hari),
  }),
)

const provisions = pageRoute(
  '/angkatan/$code/berkas/perlengkapan',
  () => {
    const { bagian } = provisions.useSearch()
    const part = provisionParts.find(one => one.value === bagian)?.value ?? 'bahan'
    return <CohortProvisions code={provisions.useParams().code} part={part} />
  },
  (search: Search): { bagian?: string } => (typeof search.bagian === 'string' ? { bagian: search.bagian } : {}),
)

/** Routes of the tabs of a class. */
export const cohortRoutes = [
  summary,
  schedule,
  trainees,
  attendance,
  scores,
  graduation,
  certificates,
  papers,
  provisions,
] as const

/** A whole number above 0 from the address; anything else is ignored. */
function positive<Name extends string>(name: Name, value: unknown): { [Key in Name]?: number } {
  const number = Number(value)
  return Number.isInteger(number) && number > 0 ? ({ [name]: number } as { [Key in Name]: number }) : {}
}
