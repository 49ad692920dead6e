import { createRoute, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { domainErrorMessage } from '../../../../shared/domain-error.ts'
import type { Comparison } from '../../../../shared/features/duplicate/contract.ts'
import { traineeId } from '../../../../shared/ids.ts'
import { api, PageBoundary, useCommand, useRead } from '../../../app/client.ts'
import { rootRoute } from '../../../app/root-route.tsx'
import { type Action, backAction, useActions } from '../../../ui/action/action.ts'
import { ActionButtons } from '../../../ui/action/action-button.tsx'
import { KeyHints } from '../../../ui/action/key-cap.tsx'
import { listKeys } from '../../../ui/action/widget-keys.ts'
import { ErrorNote, Note } from '../../../ui/feedback/note.tsx'
import { formatMoment } from '../../../ui/page/moment-format.ts'
import { Page } from '../../../ui/page/page.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { traineeCrumbs } from '../trainee-search.ts'
import { formatReason } from './duplicate-format.ts'
import { differingFields, firstChoices, takenFields } from './merge-choices.ts'
import { MergeGrid } from './merge-grid.tsx'

export const compareRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/peserta/ganda/$first/$second',
  params: {
    parse({ first, second }: { first: string; second: string }) {
      const [one, other] = [traineeId.safeParse(Number(first)), traineeId.safeParse(Number(second))]
      return one.success && other.success ? { first: one.data, second: other.data } : false
    },
    stringify: ({ first, second }: { first: number; second: number }) => ({
      first: String(first),
      second: String(second),
    }),
  },
  component: ComparePage,
})

const crumbs = [...traineeCrumbs, { label: 'Data ganda', path: '/peserta/ganda' }]

function ComparePage() {
  const { first, second } = compareRoute.useParams()
  const comparison = useRead(api.duplicate.compare, { firstId: first, secondId: second })
  return (
    <PageBoundary title="Bandingkan" crumbs={crumbs} query={comparison}>
      {data => <LoadedPair key={`${first} ${second}`} comparison={data} />}
    </PageBoundary>
  )
}

/** Compares two people who may be the same, field by field. Merging needs no confirmation, because it can be undone. */
function LoadedPair({ comparison }: { comparison: Comparison }) {
  const router = useRouter()
  const { first, second, reasons, decided } = comparison
  const obstacle = comparison.obstacle && domainErrorMessage(comparison.obstacle)
  const [choices, setChoices] = useState(() => firstChoices(first, second))
  const pair = { firstId: first.id, secondId: second.id }
  const leave = backAction(() => router.history.push('/peserta/ganda'), 'Kembali ke daftar ganda')
  const merge = useCommand(api.duplicate.merge, {
    done: () => `${first.name}: dua data digabung menjadi satu.`,
    undo: ({ mergeId }) => api.duplicate.split.call({ mergeId }),
  })
  const setDifferent = useCommand(api.duplicate.setDifferent, {
    done: () => 'Dicatat: bukan orang yang sama.',
    undo: () => api.duplicate.undoDifferent.call(pair),
  })
  const undoDifferent = useCommand(api.duplicate.undoDifferent, {
    done: () => 'Keduanya diperiksa lagi.',
    undo: () => api.duplicate.setDifferent.call(pair),
  })

  const join: Action = {
    label: 'Gabungkan',
    keys: 'Ctrl Enter',
    tone: 'primary',
    refused: obstacle ?? undefined,
    async run() {
      const [survivor, away] = choices.survivor === 'first' ? [first, second] : [second, first]
      const taken = takenFields(choices, differingFields(first, second))
      if (await merge.run({ survivorId: survivor.id, awayId: away.id, taken })) leave.run()
    },
  }
  const keepApart: Action = {
    label: decided === null ? 'Bukan orang yang sama' : 'Periksa lagi',
    keys: 'B',
    async run() {
      if (decided === null ? await setDifferent.run(pair) : await undoDifferent.run(pair)) leave.run()
    },
  }
  useActions([join, keepApart, leave])

  return (
    <Page
      title="Bandingkan"
      crumbs={[...crumbs, { label: first.name }]}
      facts={formatReason(reasons)}
      actions={<ActionButtons actions={[keepApart, join]} />}
    >
      {decided !== null && (
        <Note tone="info">
          {decided.by} mencatat “bukan orang yang sama” pada {formatMoment(decided.at)}.
        </Note>
      )}
      {obstacle !== null && <Note tone="warn">{obstacle}</Note>}
      <ErrorNote error={merge.error ?? setDifferent.error ?? undoDifferent.error} />
      <Panel flush label="Dua data dan hasilnya">
        <MergeGrid comparison={comparison} choices={choices} onChoices={setChoices} />
      </Panel>
      <KeyHints hints={[listKeys.pages('pilih isian'), listKeys.rows('baris lain'), { ...leave, hint: 'kembali' }]} />
    </Page>
  )
}
