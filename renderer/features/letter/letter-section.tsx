import { isLetter, type LetterKey, letterKeys } from '../../../shared/features/letter/letter-key.ts'
import { api, QueryBoundary, useRead } from '../../app/client.ts'
import { SettingsPage } from '../../app/frame/settings-page.tsx'
import { pageRoute } from '../../app/root-route.tsx'
import { LetterEditor } from './letter-editor.tsx'

interface LetterSearch {
  /** The open letter. */
  surat?: LetterKey
  /** Code of the class for the preview. */
  kelas?: string
}

export const letterSectionRoute = pageRoute(
  '/pengaturan/surat',
  LetterSection,
  ({ surat, kelas }: Record<string, unknown>): LetterSearch => ({
    ...(typeof surat === 'string' && isLetter(surat) ? { surat } : {}),
    ...(typeof kelas === 'string' ? { kelas } : {}),
  }),
)

/** Template surat: texts of the letters with their versions and a preview. */
function LetterSection() {
  const { surat, kelas } = letterSectionRoute.useSearch()
  const paper = surat ?? letterKeys[0]
  const letters = useRead(api.letter.list, {})
  const reading = useRead(api.letter.read, { paper })
  const cohorts = useRead(api.cohort.list, {})
  const { data } = reading
  if (letters.data && data && cohorts.data) {
    const classes = cohorts.data.filter(one => one.status !== 'cancelled')
    const code = classes.find(one => one.code === kelas)?.code ?? classes[0]?.code ?? null
    return <LetterEditor key={paper} paper={paper} letters={letters.data} read={data} classes={classes} code={code} />
  }
  return (
    <SettingsPage section="surat">
      <QueryBoundary query={{ data: undefined, error: letters.error ?? reading.error, refetch: reading.refetch }}>
        {() => null}
      </QueryBoundary>
    </SettingsPage>
  )
}
