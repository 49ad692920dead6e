import { useState } from 'react'
import type { Trainee } from '../../../shared/features/trainee/contract.ts'
import { formatTrainedWithin } from '../../../shared/features/trainee/trained-before.ts'
import { shortDay } from '../../../shared/kernel/plain-date.ts'
import { api, useRead } from '../../app/client.ts'
import { type Action, useActions } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { type Check, CheckList } from '../../ui/feedback/check-list.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import { useEnrolment } from '../cohort/use-enrolment.tsx'
import { ElsewhereNote } from '../hub/elsewhere-note.tsx'
import { CohortSelect, useOpenCohorts } from '../trainee/cohort-select.tsx'

interface PlacePanelProps {
  trainee: Trainee
  /** The class that the person opened the page for. */
  requestedClass: string | null
}

/** Enrols a registered trainee in a class, and shows what is against it. */
export function PlacePanel({ trainee, requestedClass }: PlacePanelProps) {
  const [code, setCode] = useState(requestedClass)
  const cohort = useOpenCohorts().find(row => row.code === code)
  const known = useRead(api.trainee.byNik, { nik: trainee.nik, code: cohort?.code ?? null }).data
  const within = useRead(api.centre.get, {}).data?.rules.trainedWithin ?? 'year'
  const placing = useEnrolment({ done: () => `${trainee.name} masuk ke ${cohort?.title ?? 'kelas'}.` })

  const own = known?.overlap?.cohort === cohort?.title
  const refused =
    cohort === undefined
      ? 'Pilih kelasnya dulu.'
      : known?.overlap
        ? own
          ? `Sudah terdaftar di ${cohort.title}.`
          : `Sedang mengikuti ${known.overlap.cohort} sampai ${shortDay(known.overlap.until, { year: true })}.`
        : undefined
  const place: Action = {
    label: 'Masukkan ke kelas',
    needs: 'cohort.change',
    keys: 'Ctrl Enter',
    refused,
    pending: placing.pending,
    run: () => cohort && placing.enrol(cohort.code, [trainee.id]),
  }
  useActions([place])

  return (
    <Panel title="Masukkan ke kelas">
      <div className={layout.tight}>
        <CohortSelect value={code} onChange={setCode} />
        {cohort && known && (
          <CheckList
            label="Syarat masuk kelas"
            checks={[
              known.overlap
                ? { key: 'clash', tone: 'err', title: refused ?? '' }
                : { key: 'clash', tone: 'ok', title: 'Tidak ada kelas yang bertabrakan' },
              trainedCheck(known.trained, formatTrainedWithin(within, cohort.start)),
            ]}
          />
        )}
        <ElsewhereNote nik={trainee.nik} />
        <ErrorNote error={placing.error} />
        <ActionButton action={place} />
      </div>
      {placing.dialog}
    </Panel>
  )
}

function trainedCheck(trained: { title: string } | null, words: string): Check {
  if (trained === null) return { key: 'trained', tone: 'ok', title: `Belum ikut pelatihan ${words}` }
  return {
    key: 'trained',
    tone: 'warn',
    title: `Sudah ikut pelatihan ${words}`,
    detail: `${trained.title}. Boleh ikut lagi dengan alasan.`,
  }
}
