import { IconFiles } from '@tabler/icons-react'
import type {
  CertificateKind,
  IssueCandidate,
  IssuePreparation,
} from '../../../../shared/features/certificate/contract.ts'
import type { Cohort } from '../../../../shared/features/cohort/contract.ts'
import { api } from '../../../app/client.ts'
import { useFileCommand } from '../../../app/file/use-file-command.ts'
import type { Action } from '../../../ui/action/action.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { KeyHints } from '../../../ui/action/key-cap.tsx'
import { listKeys } from '../../../ui/action/widget-keys.ts'
import { toast } from '../../../ui/feedback/toast.ts'
import { StickyBar } from '../../../ui/form/sticky-bar.tsx'
import { CollectionButton } from '../../alumni/collection/collection-button.tsx'
import { formatWrong } from './issue-format.ts'
import type { IssueGroups } from './issue-groups.ts'
import { KindSwitch } from './kind-switch.tsx'

interface IssueBarProps {
  ask: Action
  /** Why no paper may be issued. */
  refused: string | undefined
  groups: IssueGroups
  ready: number
}

/** Bottom of the page: issue all papers, or those without errors. */
export function IssueBar({ ask, refused, groups, ready }: IssueBarProps) {
  const wrong = groups.wrong.length > 0
  return (
    <StickyBar note="Setelah diterbitkan, isinya tidak berubah lagi dan nomor tidak dipakai lagi.">
      <KeyHints hints={[listKeys.pages('orang')]} />
      {wrong && ready > 0 && (
        <ActionButton needs="certificate.issue" refused={refused} onAction={ask.run}>
          Terbitkan {ready} yang siap dulu
        </ActionButton>
      )}
      <ActionButton action={{ ...ask, refused: refused ?? (wrong ? formatWrong(groups) : undefined) }} />
    </StickyBar>
  )
}

interface ClassPapersProps {
  cohort: Cohort
  kind: IssuePreparation['kind']
  current: IssueCandidate
  /** Some papers of this kind are issued. */
  some: boolean
}

/** Switch to the other kind of paper, and actions on the issued papers of the class. */
export function ClassPapers({ cohort, kind, current, some }: ClassPapersProps) {
  return (
    <>
      <KindSwitch cohort={cohort} kind={kind} />
      {some && <CollectionButton code={cohort.code} kind={kind} currentId={current.issued?.id ?? null} />}
      {some && <CohortFilesButton code={cohort.code} kind={kind} />}
    </>
  )
}

/** A ZIP with one file a person, and one file with all for the printer. */
function CohortFilesButton({ code, kind }: { code: string; kind: CertificateKind }) {
  const make = useFileCommand(api.book.cohortFiles)
  return (
    <ActionButton
      icon={IconFiles}
      pending={make.pending}
      {...(make.error === null ? {} : { label: `Simpan berkas per orang: ${make.error}` })}
      onAction={async () => {
        if (await make.run({ code, kind, merged: true })) toast('Berkas per orang disimpan dalam ZIP.')
      }}
    >
      Berkas per orang
    </ActionButton>
  )
}
